import Foundation
import Model

/// What the cells of a column look like, from a sample that does not grow with the rows.
struct ColumnProfile: Sendable {
  /// Cells that are looked at closely; those after are only counted.
  static let sample = 300

  /// Cells that hold something.
  private(set) var filled = 0
  /// Of these, how many were looked at.
  private(set) var sampled = 0
  private(set) var examples: [String] = []
  /// The first cells as they stand, blank ones too, for a look at two columns side by side.
  private(set) var first: [String] = []
  /// A bare number above 1 or below -1, anywhere: such a column of rates holds percents.
  private(set) var hasBareAboveOne = false
  private(set) var distinct: Set<String> = []
  private var counts: [Look: Int] = [:]
  private let words: NumberWords
  private let lists: WordLists

  /// What one cell looks like; it may look like several.
  enum Look: Hashable, CaseIterable {
    case number, money, twoPlaces, whole, percent, date, picture, address, ean, long, yesNo
    case soldOut
  }

  init(_ words: NumberWords, _ lists: WordLists) {
    self.words = words
    self.lists = lists
  }

  mutating func see(_ cell: String) {
    if sampled >= ColumnProfile.sample {
      if !cell.isBlank { filled += 1 }
      if !hasBareAboveOne, let number = Double(cell), abs(number) > 1 { hasBareAboveOne = true }
      return
    }
    let text = cell.cleaned
    if first.count < 60 { first.append(text.shortened(to: 80)) }
    guard !text.isEmpty else { return }
    filled += 1
    if examples.count < 3, !examples.contains(text.shortened(to: 60)) {
      examples.append(text.shortened(to: 60))
    }
    guard !words.isEmpty(text) else { return }
    sampled += 1
    distinct.insert(String(text.prefix(80)))
    for look in looks(text) { counts[look, default: 0] += 1 }
  }

  /// 0…1 of the cells that were looked at; 0 where there are none.
  func share(_ look: Look) -> Double {
    sampled == 0 ? 0 : Double(counts[look] ?? 0) / Double(sampled)
  }

  /// Different cells to a cell, 0…1.
  var variety: Double { sampled == 0 ? 1 : Double(distinct.count) / Double(sampled) }

  private mutating func looks(_ text: String) -> [Look] {
    if text.utf8.count > 300 || text.contains("</") { return [.long] }
    var found: [Look] = []
    let word = text.folded
    if lists.bool(text) != nil { found.append(.yesNo) }
    if lists.soldOut.contains(word) { found.append(.soldOut) }
    if DateText(text) != nil { found.append(.date) }
    if let number = NumberText(text, words) {
      found.append(.number)
      if words.currency(in: text) != nil { found.append(.money) }
      if number.isPercent { found.append(.percent) }
      if number.value.isWhole { found.append(.whole) }
      if text.isWithTwoPlaces { found.append(.twoPlaces) }
      if !number.isPercent, number.value > 1 || number.value < -1 { hasBareAboveOne = true }
      if BarcodeText.isSound(text) { found.append(.ean) }
    }
    let paths = ListText.paths(text)
    if paths.allSatisfy(ListText.isAddress) { found.append(.address) }
    if paths.allSatisfy(ListText.isPicture) { found.append(.picture) }
    return found
  }
}

/// A GTIN of 8, 12, 13 or 14 digits.
enum BarcodeText {
  /// Whether the last digit is the check digit of those before.
  static func isSound(_ text: String) -> Bool {
    let digits = text.unicodeScalars.compactMap { $0.isDigit ? Int($0.value) - 0x30 : nil }
    guard digits.count == text.unicodeScalars.count, [8, 12, 13, 14].contains(digits.count),
      let check = digits.last
    else { return false }
    let sum = digits.dropLast().reversed().enumerated()
      .reduce(0) { $0 + $1.element * ($1.offset.isMultiple(of: 2) ? 3 : 1) }
    return (10 - sum % 10) % 10 == check
  }
}

extension Decimal {
  var isWhole: Bool { rounded(0) == self }
}

extension String {
  /// `12.50`, and no third place.
  fileprivate var isWithTwoPlaces: Bool {
    let parts = split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1].count == 2 && parts[1].allSatisfy(\.isNumber)
  }
}
