import Foundation
import Model

/// One structural rule, made ready.
struct StructureRule: Sendable {
  private let rule: StructureRules.Rule
  private let triggers: [Pattern]
  private let satisfied: [Pattern]
  private let exceptions: [[Unicode.Scalar]]
  private let attributes: Set<String>

  init(_ rule: StructureRules.Rule) throws {
    self.rule = rule
    triggers = try rule.triggers.map { try Pattern($0) }
    satisfied = try rule.satisfied.map { try Pattern($0) }
    exceptions = rule.exceptions.map { FoldedText($0).scalars }
    attributes = Set(rule.attributes.map(Self.key))
  }

  private static func key(_ name: String) -> String {
    FoldedText(name).string.filter { !$0.isWhitespace && $0 != "_" }
  }

  /// Whether it asks something of the whole video.
  var isOfVideo: Bool { [.notice, .adLabel, .aiLabel].contains(rule.demand) }

  /// What meets the demand by being shown.
  var notice: String? { rule.notice }

  func holds(_ context: CopyContext, _ scopes: Set<String>, _ locale: CopyLocale) -> Bool {
    guard rule.categories.isEmpty || !scopes.isDisjoint(with: rule.categories),
      !rule.onlyWithFacts || context.facts != nil
    else { return false }
    guard !rule.regions.isEmpty else { return true }
    if context.platforms.isEmpty { return rule.regions.contains(locale == .zh ? .cn : .global) }
    return context.platforms.contains { rule.regions.contains($0.region) }
  }

  func finding(_ term: String, _ place: String, _ locale: CopyLocale) -> Finding {
    Finding(
      term: term, rule: rule.rule, severity: rule.severity, place: place,
      suggestion: rule.suggestion[locale] ?? "", basis: rule.basis[locale] ?? "")
  }

  /// A quick look: false where nothing calls for the demand.
  func canCall(in text: FoldedText) -> Bool { triggers.contains { $0.isAnnounced(in: text) } }

  /// The stretches that call for the demand, exceptions taken out; none within another.
  func calls(in text: FoldedText) -> [Range<Int>] {
    let possible = triggers.filter { $0.isAnnounced(in: text) }
    guard !possible.isEmpty else { return [] }
    let source = PatternText(text)
    let excuses = exceptions.flatMap { text.ranges(of: $0) }
    var end = 0
    return possible.flatMap { $0.ranges(in: source) }
      .filter { range in
        !excuses.contains {
          $0.lowerBound <= range.lowerBound && $0.upperBound >= range.upperBound
        }
      }
      .sorted { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) }
      .filter { range in
        defer { end = max(end, range.upperBound) }
        return range.upperBound > end
      }
  }

  /// Whether what a stretch calls for is there.
  func isMet(_ range: Range<Int>, in text: FoldedText, _ context: CopyContext) -> Bool {
    switch rule.demand {
    case .referenceBasis:
      return context.product?.referencePrice?.basis.map { !$0.isBlank } ?? false
    case .words: return hasAttribute(context) || isSatisfied(text.clause(around: range))
    case .attribute: return hasAttribute(context)
    case .source:
      return context.facts.map { supports($0, text.string(range)) } ?? false
        || isSatisfied(text.clause(around: range))
    case .persona: return context.hasPersona
    case .stock:
      let number = Numeral.first(in: text.scalars[range])
      return number != nil && number == context.product?.stock
    case .notice, .adLabel, .aiLabel: return true
    }
  }

  private func hasAttribute(_ context: CopyContext) -> Bool {
    context.product?.attributes.contains { !$1.isBlank && attributes.contains(Self.key($0)) }
      ?? false
  }

  /// Whether a fact holds the same figure, not as part of a longer one.
  private func supports(_ facts: [String], _ figure: String) -> Bool {
    let wanted = FoldedText(figure).scalars.filter { $0 != " " && $0 != "," }
    return facts.contains { fact in
      let text = FoldedText(fact.filter { !$0.isWhitespace && $0 != "," && $0 != "，" })
      return text.ranges(of: wanted).contains { !text.isWithinNumber($0) }
    }
  }

  func isSatisfied(_ text: FoldedText) -> Bool {
    satisfied.contains { $0.canOccur(in: text) && !$0.ranges(in: PatternText(text)).isEmpty }
  }

  /// What in a video calls for the notice or label; nil for nothing.
  func call(
    of texts: [CopyText], _ folded: [FoldedText], _ context: CopyContext
  ) -> (term: String, place: String)? {
    switch rule.demand {
    case .adLabel where !context.hasLink || !context.platforms.contains(where: \.adLabel):
      return nil
    case .aiLabel:
      let kinds = context.synthetic.map(\.rawValue).sorted().joined(separator: ", ")
      return kinds.isEmpty ? nil : (kinds, "video")
    default: break
    }
    guard !triggers.isEmpty else { return ("", "video") }
    for (text, folded) in zip(texts, folded) {
      if let range = calls(in: folded).first { return (folded.string(range), text.place) }
    }
    return nil
  }
}

extension String {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension FoldedText {
  /// Where letters stand in a row.
  func ranges(of run: [Unicode.Scalar]) -> [Range<Int>] {
    guard let first = run.first, run.count <= scalars.count else { return [] }
    return (0...scalars.count - run.count)
      .filter { scalars[$0] == first && scalars[$0..<$0 + run.count].elementsEqual(run) }
      .map { $0..<$0 + run.count }
  }

  /// Whether a stretch is a part of a longer number.
  func isWithinNumber(_ range: Range<Int>) -> Bool {
    func isDigit(_ index: Int) -> Bool { scalars.indices.contains(index) && scalars[index].isDigit }
    let (start, end) = (range.lowerBound, range.upperBound)
    if scalars[start].isDigit, isDigit(start - 1) { return true }
    if scalars[start].isDigit, start > 0, scalars[start - 1] == ".", isDigit(start - 2) {
      return true
    }
    if scalars[end - 1].isDigit, isDigit(end) { return true }
    return scalars[end - 1].isDigit && end < scalars.count && scalars[end] == "."
      && isDigit(end + 1)
  }

  /// The sentence around a stretch.
  func clause(around range: Range<Int>) -> FoldedText {
    let ends: Set<Unicode.Scalar> = ["。", "!", "?", "\n", "\r", ";"]
    let start = scalars[..<range.lowerBound].lastIndex(where: ends.contains).map { $0 + 1 } ?? 0
    let end = scalars[range.upperBound...].firstIndex(where: ends.contains) ?? scalars.count
    return FoldedText(string(start..<end))
  }
}

/// Numbers as people write them in copy.
enum Numeral {
  private static let values: [Unicode.Scalar: Int] = [
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "零": 0,
  ]
  private static let powers: [Unicode.Scalar: Int] = ["十": 10, "百": 100]

  /// The first number: digits, or Chinese numerals below a thousand.
  static func first(in letters: ArraySlice<Unicode.Scalar>) -> Int? {
    if let start = letters.firstIndex(where: \.isDigit) {
      let digits = letters[start...].prefix(while: \.isDigit)
      return Int(String(String.UnicodeScalarView(digits)))
    }
    let start = letters.firstIndex { values[$0] != nil || powers[$0] != nil }
    guard let start else { return nil }
    var (sum, last) = (0, 0)
    for letter in letters[start...] {
      if let value = values[letter] {
        last = value
      } else if let power = powers[letter] {
        sum += max(1, last) * power
        last = 0
      } else {
        break
      }
    }
    return sum + last
  }
}
