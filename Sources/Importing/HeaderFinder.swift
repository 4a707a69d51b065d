import Model
import Tables

/// Finds the row of headers among the title rows that exports put before it.
struct HeaderFinder: Sendable {
  let index: HeaderIndex

  /// The place of the header row among the records, and of a second one right below it.
  struct Found {
    var first: Int
    var last: Int
    var score: Int
  }

  /// Known names in a row, each field counted once.
  func score(_ cells: [String]) -> Int {
    var fields: Set<CatalogueField> = []
    var ignored = 0
    for cell in cells where cell.utf8.count < 200 {
      guard let meaning = index.meaning(of: cell) else { continue }
      if meaning.field == .ignored { ignored += 1 } else { fields.insert(meaning.field) }
    }
    return fields.count + (fields.isEmpty ? 0 : min(ignored, 3))
  }

  /// The first row with three known names, unless a later one knows far more; else the best.
  func find(in records: [Record]) -> Found? {
    let scores = records.map { score($0.cells) }
    guard let best = scores.max(), best >= 2 else { return nil }
    guard let first = scores.firstIndex(where: { $0 >= min(3, best) && $0 * 2 >= best }) else {
      return nil
    }
    var last = first
    while last + 1 < records.count, isSecondHeader(records[last + 1], score: scores[last + 1]) {
      last += 1
    }
    return Found(first: first, last: last, score: best)
  }

  private func isSecondHeader(_ record: Record, score: Int) -> Bool {
    guard score >= 3 else { return false }
    let filled = record.cells.filter { !$0.isBlank }
    let known = filled.filter { index.meaning(of: $0) != nil }
    return known.count * 10 >= filled.count * 4
  }

  /// The columns under one header row or two; the first row's meaning goes before.
  func columns(_ records: ArraySlice<Record>) -> [Column] {
    let width = records.map(\.cells.count).max() ?? 0
    let isShotList = looksLikeShotList(records)
    return (0..<width).map { place in
      let names = records.map { $0.cells.indices.contains(place) ? $0.cells[place].cleaned : "" }
      let meaning = names.lazy.compactMap { index.meaning(of: $0, shots: isShotList) }.first
      let header = names.last { !$0.isEmpty } ?? ""
      return Column(header: header, meaning: meaning)
    }
  }

  private func looksLikeShotList(_ records: ArraySlice<Record>) -> Bool {
    let fields = records.flatMap(\.cells).compactMap { index.meaning(of: $0, shots: true)?.field }
    return HeaderFinder.isShotList(Set(fields))
  }

  /// A picture or a line, and two more of a shot list's own columns.
  static func isShotList(_ fields: Set<CatalogueField>) -> Bool {
    let shots = fields.filter(\.isShot)
    return shots.count >= 3 && (shots.contains(.shotPicture) || shots.contains(.shotLine))
  }
}
