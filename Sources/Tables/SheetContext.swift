/// What the cells of a sheet refer to in the rest of the workbook, and what they come to be.
struct SheetContext {
  var limits: ArchiveLimits
  var strings: StringPool
  var styles: WorkbookStyles
  var is1904: Bool
  var pictures: CellPictures
  private let isGeneral: [Bool]

  init(
    limits: ArchiveLimits, strings: StringPool, styles: WorkbookStyles, is1904: Bool,
    pictures: CellPictures
  ) {
    self.limits = limits
    self.strings = strings
    self.styles = styles
    self.is1904 = is1904
    self.pictures = pictures
    isGeneral = styles.formats.map { $0 == .general }
  }

  /// Appends a cell's text as a person sees it, or nothing and a fault or a picture.
  func put(_ cell: SheetCell, into bytes: inout [UInt8], row: Int, _ notes: inout SheetNotes) {
    let start = bytes.count
    if !cell.formula.isEmpty, takeAddress(cell, &bytes, row, &notes) { return }
    switch cell.kind {
    case .number: number(cell, &bytes, row, &notes)
    case .shared: shared(cell, &bytes, row, &notes)
    case .inline, .formulaText:
      if cell.value.contains(0x5F) {
        var text = cell.value
        EscapedText.decode(&text)
        bytes += text
      } else {
        bytes += cell.value
      }
    case .boolean: boolean(cell, &bytes, row, &notes)
    case .error: error(cell, row, &notes)
    case .date: date(cell, &bytes)
    }
    let isPicture = bytes.count > start && bytes[start] == 0x3D
    if isPicture || !cell.formula.isEmpty {
      takePicture(cell, start, &bytes, row, &notes)
    }
  }

  private func number(
    _ cell: SheetCell, _ bytes: inout [UInt8], _ row: Int, _ notes: inout SheetNotes
  ) {
    if cell.value.isEmpty {
      if cell.hasFormula, !CellPictures.isCall(cell.formula) {
        notes.faults.add(
          row: row, column: cell.column,
          "the formula has no stored result: open the file in Excel or WPS and save it")
      }
      return
    }
    let isGeneral = isGeneral.indices.contains(cell.style) ? isGeneral[cell.style] : true
    if isGeneral, cell.value.withUnsafeBufferPointer(CellNumber.isPlain) {
      bytes += cell.value
      return
    }
    let text = cell.value.trimmedASCII
    guard let value = text.withUnsafeBufferPointer({ CellNumber($0) }) else {
      notes.faults.add(
        row: row, column: cell.column,
        "'\(String(decoding: text.prefix(80), as: UTF8.self).clipped)' is no number: type it again")
      return
    }
    guard let shown = styles[cell.style].text(of: value, is1904: is1904) else {
      notes.faults.add(
        row: row, column: cell.column,
        "\(value.text()) is no date between 1900-01-01 and 9999-12-31: type the date again")
      return
    }
    bytes += Array(shown.utf8)
  }

  private func shared(
    _ cell: SheetCell, _ bytes: inout [UInt8], _ row: Int, _ notes: inout SheetNotes
  ) {
    if cell.value.isEmpty { return }
    guard let index = cell.value.ordinal, index < strings.count else {
      notes.faults.add(
        row: row, column: cell.column,
        "the cell's text is missing in the file: open it in Excel or WPS and save it")
      return
    }
    guard strings.length(of: index) <= MarkupReader.textSize else { return }
    strings.append(index, to: &bytes)
  }

  private func boolean(
    _ cell: SheetCell, _ bytes: inout [UInt8], _ row: Int, _ notes: inout SheetNotes
  ) {
    switch String(decoding: cell.value.trimmedASCII.prefix(8), as: UTF8.self) {
    case "1", "true": bytes += Array("TRUE".utf8)
    case "0", "false": bytes += Array("FALSE".utf8)
    case "": break
    default:
      notes.faults.add(row: row, column: cell.column, "the cell is neither TRUE nor FALSE")
    }
  }

  private func error(_ cell: SheetCell, _ row: Int, _ notes: inout SheetNotes) {
    if let rich = cell.richValue, let part = pictures.rich(rich) {
      notes.pictures.append(CellPicture(row: row, column: cell.column, part: part))
      return
    }
    if CellPictures.isCall(cell.formula) { return }
    let name = String(decoding: cell.value.prefix(20), as: UTF8.self).clipped
    notes.faults.add(
      row: row, column: cell.column,
      "the cell shows the error \(name): mend its formula, or type the value")
  }

  /// `2026-11-23T14:30:00` with a space, and without midnight.
  private func date(_ cell: SheetCell, _ bytes: inout [UInt8]) {
    var text = cell.value.trimmedASCII
    if text.count > 10, text[10] == 0x54 { text[10] = 0x20 }
    if text.last == 0x5A { text.removeLast() }
    for end in [" 00:00:00", " 00:00:00.000"] where text.count == 10 + end.utf8.count {
      if text[10...].elementsEqual(end.utf8) { text.removeLast(end.utf8.count) }
    }
    bytes += text
  }

  /// The address that the cell's formula writes out: it is the text of a cell that shows a picture
  /// or nothing, and lies behind the text of any other. Answers whether it is the text.
  private func takeAddress(
    _ cell: SheetCell, _ bytes: inout [UInt8], _ row: Int, _ notes: inout SheetNotes
  ) -> Bool {
    guard let first = cell.formula.first(where: { $0 > 0x20 }), FormulaAddress.begins(first),
      let found = FormulaAddress(String(decoding: cell.formula, as: UTF8.self))
    else { return false }
    let isShown = !cell.value.isEmpty && cell.kind != .error
    guard isShown, !found.isPicture else {
      bytes += Array(found.address.utf8)
      return true
    }
    if notes.links.count < CellLink.most {
      notes.links.append(CellLink(row: row, column: cell.column, address: found.address))
    }
    return false
  }

  /// A cell that only calls for a picture gets the picture and no text.
  private func takePicture(
    _ cell: SheetCell, _ start: Int, _ bytes: inout [UInt8], _ row: Int, _ notes: inout SheetNotes
  ) {
    let call = CellPictures.isCall(cell.formula) ? cell.formula : Array(bytes[start...].prefix(256))
    guard CellPictures.isCall(call) else { return }
    bytes.removeLast(bytes.count - start)
    if let part = CellPictures.identifier(call).flatMap({ pictures.cells[$0] }) {
      notes.pictures.append(CellPicture(row: row, column: cell.column, part: part))
    } else {
      notes.faults.add(
        row: row, column: cell.column,
        "the picture of this cell is not in the file: put it in again in WPS and save")
    }
  }
}

extension NumberFormat {
  /// Nil where the number is no date and should be one.
  func text(of value: CellNumber, is1904: Bool) -> String? {
    switch self {
    case .general: return value.text()
    case .date(let hasDate): return CellDate.text(value, hasDate: hasDate, is1904: is1904)
    case .number(let prefix, let suffix, let power, let width):
      let text = value.shifted(power).text(leadingZeros: width)
      return value.isNegative
        ? "-" + prefix + text.dropFirst() + suffix : prefix + text + suffix
    }
  }
}

extension [UInt8] {
  /// Without white space at both ends.
  var trimmedASCII: [UInt8] {
    guard let first = first, let last = last, first <= 0x20 || last <= 0x20 else { return self }
    guard let end = lastIndex(where: { $0 > 0x20 }) else { return [] }
    return Array(self[...end].drop { $0 <= 0x20 })
  }

  /// The number that the digits write; nil beyond nine digits.
  var ordinal: Int? {
    let digits = trimmedASCII
    guard !digits.isEmpty, digits.count <= 9 else { return nil }
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }
}
