/// Merged ranges of a table, found by row.
struct RowMerges {
  private struct Merge {
    var range: CellRange
    /// What the range's first cell says.
    var text: String
  }

  /// Ranges beyond this many rows are kept apart, so that one does not slow the search for all.
  private static let tall = 1_000
  private var short: [Merge] = []
  private var tall: [Merge] = []
  /// The lowest row that any range up to here reaches.
  private var reach: [Int] = []

  /// - Parameter text: what a range's first cell says; nil where its row is not there.
  init(_ ranges: [CellRange], text: (CellRange) -> String?) {
    var ranges = ranges
    ranges.sort {
      ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
    }
    for range in ranges {
      guard let text = text(range) else { continue }
      let merge = Merge(range: range, text: text)
      if range.rows.count > RowMerges.tall {
        tall.append(merge)
      } else {
        short.append(merge)
        reach.append(max(reach.last ?? 0, range.rows.upperBound))
      }
    }
  }

  /// Ranges that cover cells of a row, with what each says.
  func covering(row: Int) -> [(range: CellRange, text: String)] {
    var found: [(CellRange, String)] = []
    for merge in tall where merge.range.rows.contains(row) {
      found.append((merge.range, merge.text))
    }
    var (low, high) = (0, reach.count)
    while low < high {
      let middle = (low + high) / 2
      if reach[middle] < row { low = middle + 1 } else { high = middle }
    }
    while low < short.count, short[low].range.rows.lowerBound <= row {
      if short[low].range.rows.upperBound >= row {
        found.append((short[low].range, short[low].text))
      }
      low += 1
    }
    return found
  }
}

extension RowStore {
  /// Merges ranges of cells: from then on `record` shows the text of each range's first cell in
  /// all cells that it covers, as far as the widest row reaches.
  ///
  /// Rows have to be in ascending order of their numbers.
  public func merge(_ ranges: [CellRange]) {
    merges =
      ranges.isEmpty
      ? nil
      : RowMerges(ranges) { range in
        place(ofRow: range.rows.lowerBound).map { ownCell(range.columns.lowerBound - 1, of: $0) }
      }
  }

  /// Whether a cell shows the text of a merged range that begins in an earlier row.
  ///
  /// - Parameter place: the row's ordinal.
  /// - Parameter column: the first being 0, as in `Record.cells`.
  public func isContinued(_ place: Int, _ column: Int) -> Bool {
    continuedColumns(of: place).contains { $0.contains(column) }
  }

  /// The columns, the first being 0, in which a row shows merged ranges that begin in an earlier
  /// row.
  ///
  /// - Parameter place: the row's ordinal.
  public func continuedColumns(of place: Int) -> [ClosedRange<Int>] {
    guard let merges else { return [] }
    let row = number(of: place)
    return merges.covering(row: row).filter { $0.range.rows.lowerBound < row }.map {
      ($0.range.columns.lowerBound - 1)...($0.range.columns.upperBound - 1)
    }
  }

  /// The row with what merged ranges put into it.
  func filled(_ record: Record, most: Int) -> Record {
    guard let merges else { return record }
    var record = record
    for (range, text) in merges.covering(row: record.row) {
      let first = range.columns.lowerBound - 1
      let last = min(range.columns.upperBound, width, most)
      guard first < last, !text.isEmpty || first < record.cells.count else { continue }
      while record.cells.count < last, !text.isEmpty { record.cells.append("") }
      for column in first..<min(last, record.cells.count) { record.cells[column] = text }
    }
    return record
  }

  /// A picture over a merged range belongs to the range's first cell.
  func mergedParent(_ picture: CellPicture) -> CellPicture {
    let cover = merges?.covering(row: picture.row).first {
      $0.range.columns.contains(picture.column)
    }
    guard let range = cover?.range else { return picture }
    return CellPicture(
      row: range.rows.lowerBound, column: range.columns.lowerBound, part: picture.part)
  }

  /// The ordinal of the row with that number.
  public func place(ofRow row: Int) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if number(of: middle) < row { low = middle + 1 } else { high = middle }
    }
    return low < count && number(of: low) == row ? low : nil
  }
}
