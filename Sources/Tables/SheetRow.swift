/// The row of a sheet that is being read: its cells' texts end to end.
struct SheetRow {
  private struct Cell {
    var column: Int
    var start: Int
    var end: Int
  }

  private(set) var number = 0
  private(set) var isHidden = false
  /// The column of the cell last begun, the first being 1.
  var column = 0
  var bytes: [UInt8] = []
  private var cells: [Cell] = []
  private var isSorted = true

  var isEmpty: Bool { cells.isEmpty }

  mutating func begin(_ number: Int, isHidden: Bool) {
    self.number = number
    self.isHidden = isHidden
    column = 0
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    isSorted = true
  }

  /// Makes a cell of the bytes from the index on.
  mutating func add(column: Int, from start: Int) {
    if let last = cells.last, last.column >= column { isSorted = false }
    cells.append(Cell(column: column, start: start, end: bytes.count))
  }

  /// Puts the row into the store.
  ///
  /// - Returns: how many bytes it took there, about.
  mutating func put(into store: RowStore, _ faults: inout TableFaults) -> Int {
    if !isSorted { sort(&faults) }
    bytes.withUnsafeBufferPointer { bytes in
      for cell in cells {
        store.addBlanks(cell.column - 1 - store.openCells)
        store.add(UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end]))
      }
    }
    let size = bytes.count + 2 * cells.count
    store.endRow(number)
    return size
  }

  private mutating func sort(_ faults: inout TableFaults) {
    // By column, then by place: of two that share a column the first stays.
    cells.sort { ($0.column, $0.start) < ($1.column, $1.start) }
    var kept: [Cell] = []
    for cell in cells {
      if kept.last?.column == cell.column {
        faults.add(
          row: number, column: cell.column,
          "the cell stands twice in the file, the first is read: open it in Excel or WPS and save")
      } else {
        kept.append(cell)
      }
    }
    cells = kept
  }
}
