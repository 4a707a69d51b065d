import Foundation

/// A regular expression that can be shared between threads.
struct Pattern: @unchecked Sendable {
  // Never changed after it is built; matching keeps its state elsewhere.
  private let expression: NSRegularExpression
  private let required: RequiredLetters

  /// - Throws: `GatingError` when the text is no regular expression.
  init(_ text: String, reading map: LetterMap = LetterMap()) throws {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.unicodeScalars.map { map[$0] })
    let text = String(view)
    required = RequiredLetters(of: text)
    do {
      expression = try NSRegularExpression(pattern: text)
    } catch {
      throw GatingError(
        code: .badPattern,
        message: "'\(text)' is not a regular expression: mend it in the term list")
    }
  }

  /// Letters in a row that every match has; empty where none are known.
  var anchor: [Unicode.Scalar] { required.anchor }

  /// A quick look: false where the expression cannot match.
  func canOccur(in text: FoldedText) -> Bool { required.canOccur(in: text) }

  /// The same, its anchor looked for too.
  func isAnnounced(in text: FoldedText) -> Bool {
    required.canOccur(in: text) && text.contains(required.anchor)
  }

  /// Where the expression matches, in folded scalars; empty matches are none.
  func ranges(in text: PatternText) -> [Range<Int>] {
    let whole = NSRange(location: 0, length: text.length)
    return expression.matches(in: text.string, range: whole).compactMap { match in
      text.scalars(match.range)
    }
  }
}

/// A folded text as regular expressions see it.
struct PatternText {
  let string: String
  /// In UTF-16 units.
  let length: Int
  private let folded: FoldedText

  init(_ folded: FoldedText) {
    self.folded = folded
    string = folded.string
    length = folded.scalars.reduce(0) { $0 + ($1.value > 0xFFFF ? 2 : 1) }
  }

  func scalars(_ range: NSRange) -> Range<Int>? {
    guard range.length > 0 else { return nil }
    let start = scalar(at: range.location)
    return start..<max(start + 1, scalar(at: range.location + range.length))
  }

  private func scalar(at unit: Int) -> Int {
    guard length != folded.scalars.count else { return unit }
    var units = 0
    for (index, scalar) in folded.scalars.enumerated() {
      if units >= unit { return index }
      units += scalar.value > 0xFFFF ? 2 : 1
    }
    return folded.scalars.count
  }
}
