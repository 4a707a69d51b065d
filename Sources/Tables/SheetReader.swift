/// Takes the rows and what else is of use out of a worksheet part.
final class SheetReader: MarkupHandler {
  private enum Collecting { case nothing, value, formula, inline }

  let context: SheetContext
  private let store: RowStore
  private var row: SheetRow
  private(set) var refusal: TableError?
  private(set) var notes = SheetNotes()
  /// The relation that the sheet's drawing is known by.
  private(set) var drawing: String?
  private(set) var grid = SheetGrid()
  /// Whether the part is a worksheet at all.
  private(set) var isSheet = false
  /// Cells that a relation leads out of, by its identifier.
  private(set) var links: [(range: CellRange, relation: String)] = []
  private var merges: [CellRange] = []
  private var hiddenColumns: [ClosedRange<Int>] = []
  private var columns = 0

  private var isInData = false
  private var isInRow = false
  private var isInCell = false
  private var phonetic = 0
  private var collecting = Collecting.nothing
  private var cell = SheetCell()
  private var textSize = 0

  init(_ context: SheetContext, into store: RowStore) {
    self.context = context
    self.store = store
    row = SheetRow()
  }

  /// What is to be said at the end, when merges and columns are known.
  func finish() {
    store.merge(merges)
    notes.merges = merges.count
    notes.hiddenColumns = hiddenColumns.compactMap {
      $0.lowerBound > store.width
        ? nil : $0.lowerBound...min($0.upperBound, max(store.width, $0.lowerBound))
    }
  }

  func start(_ tag: MarkupTag) {
    if isInCell { return startInCell(tag) }
    switch tag.name.local.count {
    case 1 where isInRow && tag.name == "c": startCell(tag.attributes)
    case 3 where isInData && tag.name == "row": startRow(tag.attributes)
    case 3 where !isInData && tag.name == "col": noteColumn(tag.attributes)
    case 13 where tag.name == "sheetFormatPr":
      grid.setDefault(points: tag.attributes.double("defaultRowHeight"))
    case 7 where tag.name == "drawing": drawing = tag.attributes.prefixed("id")
    case 9 where tag.name == "worksheet": isSheet = true
    case 9 where tag.name == "sheetData": isInData = true
    case 9 where tag.name == "hyperlink": noteLink(tag.attributes)
    case 9 where tag.name == "mergeCell":
      if let range = tag.attributes.string("ref").flatMap({ CellRange($0) }),
        range.rows.count > 1 || range.columns.count > 1, merges.count < CellReference.rows
      {
        merges.append(range)
      }
    default: break
    }
  }

  func end(_ name: MarkupName) {
    switch name.local.count {
    case 1 where isInCell: endInCell(name)
    case 2 where isInCell && name == "is": collecting = .nothing
    case 3 where isInCell && name == "rPh": phonetic -= 1
    case 3 where isInRow && name == "row": endRow()
    case 9 where name == "sheetData": isInData = false
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    switch collecting {
    case .nothing: break
    case .value, .inline: cell.value.append(contentsOf: bytes)
    case .formula: if cell.formula.count < 4_096 { cell.formula.append(contentsOf: bytes) }
    }
  }
}

extension SheetReader {
  private func startRow(_ attributes: MarkupAttributes) {
    isInRow = true
    var number = row.number + 1
    if let written = attributes["r"] {
      guard let value = Int(String(cString: written)), value > row.number,
        value <= CellReference.rows
      else {
        return refuse(
          .damaged,
          "row '\(String(cString: written).clipped)' does not follow row \(row.number): "
            + "open the file in Excel or WPS and save it")
      }
      number = value
    }
    guard number <= CellReference.rows else {
      return refuse(.tooLarge, "a sheet has at most \(CellReference.rows) rows")
    }
    row.begin(number, isHidden: attributes.flag("hidden"))
    if attributes["ht"] != nil { grid.set(row: number, points: attributes.double("ht")) }
  }

  private func endRow() {
    isInRow = false
    guard !row.isEmpty else { return }
    textSize += row.put(into: store, &notes.faults)
    if row.isHidden { notes.hiddenRows.append(row: row.number) }
    if textSize > context.limits.sheetText {
      refuse(.tooLarge, "the sheet's texts are over \(context.limits.sheetText >> 30) GB")
    }
    if store.fault != nil {
      refuse(.cannotWrite, "the folder for temporary files is full")
    }
  }

  private func startCell(_ attributes: MarkupAttributes) {
    isInCell = true
    cell.begin()
    var column = row.column + 1
    var index = 0
    while let key = attributes.list[index], let value = attributes.list[index + 1] {
      index += 2
      if MarkupAttributes.matches(key, "r") {
        if let reference = CellReference(value) {
          column = reference.column
        } else {
          notes.faults.add(
            row: row.number, column: 0,
            "'\(String(cString: value).clipped)' is no cell of a sheet, which has columns A to XFD")
          column = 0
        }
      } else if MarkupAttributes.matches(key, "s") {
        cell.style = Int(String(cString: value)) ?? 0
      } else if MarkupAttributes.matches(key, "t") {
        cell.kind = SheetCell.Kind(value)
      } else if MarkupAttributes.matches(key, "vm") {
        cell.richValue = Int(String(cString: value))
      }
    }
    if column > CellReference.columns {
      return refuse(.tooLarge, "row \(row.number) has over \(CellReference.columns) cells")
    }
    if column > 0 { row.column = column }
    cell.column = column
  }

  private func startInCell(_ tag: MarkupTag) {
    switch tag.name.local.count {
    case 1 where tag.name == "v":
      collecting = .value
      cell.hasValue = true
    case 1 where tag.name == "f":
      collecting = .formula
      cell.hasFormula = true
    case 1 where tag.name == "t" && phonetic == 0 && cell.kind == .inline: collecting = .inline
    case 3 where tag.name == "rPh": phonetic += 1
    default: break
    }
  }

  private func endInCell(_ name: MarkupName) {
    if name == "c" {
      isInCell = false
      collecting = .nothing
      phonetic = 0
      if cell.column > 0 { endCell() }
    } else {
      collecting = .nothing
    }
  }

  private func endCell() {
    let start = row.bytes.count
    context.put(cell, into: &row.bytes, row: row.number, &notes)
    if row.bytes.count > start { row.add(column: cell.column, from: start) }
  }

  private func noteLink(_ attributes: MarkupAttributes) {
    guard links.count < CellLink.most, let id = attributes.prefixed("id"),
      let range = attributes.string("ref").flatMap({ CellRange($0) })
    else { return }
    links.append((range, id))
  }

  private func noteColumn(_ attributes: MarkupAttributes) {
    guard let first = attributes.number("min"), let last = attributes.number("max"),
      (1...CellReference.columns).contains(first), last >= first, columns < CellReference.columns
    else { return }
    columns += 1
    let range = first...min(last, CellReference.columns)
    grid.set(columns: range, characters: attributes.double("width"))
    if attributes.flag("hidden") { hiddenColumns.append(range) }
  }

  private func refuse(_ code: TableError.Code, _ message: String) {
    refusal = refusal ?? TableError(code, message)
  }
}

extension [ClosedRange<Int>] {
  /// Adds a row that is not above any before it.
  fileprivate mutating func append(row: Int) {
    if let last, last.upperBound == row - 1 {
      self[count - 1] = last.lowerBound...row
    } else {
      append(row...row)
    }
  }
}
