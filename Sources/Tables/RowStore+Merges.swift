/// Merged ranges of a table, found by row.
struct RowMerges {
  private struct Merge {
    var range: CellRange
    /// The ordinal of the row that the range begins in.
    var place: Int
  }

  /// Ranges beyond this many rows are kept apart, so that one does not slow the search for all.
  private static let tall = 1_000
  private var short: [Merge] = []
  private var tall: [Merge] = []
  /// The lowest row that any range up to here reaches.
  private var reach: [Int] = []

  /// - Parameter place: a row's ordinal by its number.
  init(_ ranges: [CellRange], place: (Int) -> Int?) {
    var ranges = ranges
    ranges.sort {
      ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
    }
    for range in ranges {
      guard let place = place(range.rows.lowerBound) else { continue }
      let merge = Merge(range: range, place: place)
      if range.rows.count > RowMerges.tall {
        tall.append(merge)
      } else {
        short.append(merge)
        reach.append(max(reach.last ?? 0, range.rows.upperBound))
      }
    }
  }

  /// Ranges that cover cells of a row, with the ordinal of the row that each begins in.
  func covering(row: Int) -> [(range: CellRange, place: Int)] {
    var found: [(CellRange, Int)] = []
    for merge in tall where merge.range.rows.contains(row) {
      found.append((merge.range, merge.place))
    }
    var (low, high) = (0, reach.count)
    while low < high {
      let middle = (low + high) / 2
      if reach[middle] < row { low = middle + 1 } else { high = middle }
    }
    while low < short.count, short[low].range.rows.lowerBound <= row {
      if short[low].range.rows.upperBound >= row {
        found.append((short[low].range, short[low].place))
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
    merges = ranges.isEmpty ? nil : RowMerges(ranges) { place(ofRow: $0) }
  }

  /// Whether a cell shows the text of a merged range that begins in an earlier row.
  ///
  /// - Parameter place: the row's ordinal.
  /// - Parameter column: the first being 0, as in `Record.cells`.
  public func isContinued(_ place: Int, _ column: Int) -> Bool {
    guard let merges else { return false }
    if continued?.place != place {
      let row = number(of: place)
      let covers = merges.covering(row: row).filter { $0.range.rows.lowerBound < row }
      continued = (place, covers.map(\.range.columns))
    }
    return continued?.columns.contains { $0.contains(column + 1) } ?? false
  }

  /// The row with what merged ranges put into it.
  func filled(_ record: Record) -> Record {
    guard let merges else { return record }
    var record = record
    for (range, place) in merges.covering(row: record.row) {
      let parent = mergeParent(place)
      let first = range.columns.lowerBound - 1
      let last = min(range.columns.upperBound, width)
      let text = parent.cells.indices.contains(first) ? parent.cells[first] : ""
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
