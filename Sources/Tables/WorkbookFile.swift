internal import CXlsxWriter
internal import Foundation

/// A workbook of libxlsxwriter on its way to the disk.
final class WorkbookFile {
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private var header: UnsafeMutablePointer<lxw_format>?
  private var body: UnsafeMutablePointer<lxw_format>?

  /// Midnight of the first of January 1980, as the entries of the archive have it.
  private static let created = 315_532_800
  /// Points of one line of text.
  private static let lineHeight = 15.0

  init(path: String) throws {
    book = workbook_new(path)
    guard let book else { throw TableError(.cannotWrite, "there is no memory for a workbook") }
    var properties = lxw_doc_properties()
    properties.created = time_t(WorkbookFile.created)
    try check(workbook_set_properties(book, &properties))
    header = workbook_add_format(book)
    body = workbook_add_format(book)
    style()
  }

  deinit { if let book { lxw_workbook_free(book) } }

  /// Writes the file; nothing can be added afterwards.
  func close() throws {
    guard let book else { return }
    // Closing frees the workbook, also where it fails.
    self.book = nil
    try check(workbook_close(book))
  }

  func add(_ sheet: WorkbookWriter.Sheet) throws {
    guard let book, let page = workbook_add_worksheet(book, sheet.name) else {
      throw TableError(.cannotWrite, "the sheet '\(sheet.name)' could not be added")
    }
    let width = sheet.rows.map(\.count).max() ?? 0
    let widths = try setColumns(page, sheet, width)
    for (row, cells) in sheet.rows.enumerated() {
      // Not every program makes a row as high as its wrapped texts.
      let lines = WorkbookColumns.lines(of: cells, widths: widths)
      if lines > 1 {
        try check(
          worksheet_set_row(page, lxw_row_t(row), Double(lines) * WorkbookFile.lineHeight, nil))
      }
      for (column, cell) in cells.enumerated() {
        try write(
          cell, to: page, row: lxw_row_t(row), column: lxw_col_t(column),
          format: row < sheet.headers ? header : body)
      }
    }
    guard width > 0, !sheet.rows.isEmpty else { return }
    let held = min(max(0, sheet.heldColumns), width)
    if sheet.headers > 0 || held > 0 {
      worksheet_freeze_panes(page, lxw_row_t(sheet.headers), lxw_col_t(held))
    }
    let (last, right) = (lxw_row_t(sheet.rows.count - 1), lxw_col_t(width - 1))
    if sheet.headers > 0 {
      try check(worksheet_autofilter(page, lxw_row_t(sheet.headers - 1), 0, last, right))
    }
    try addChoices(page, sheet, width: width)
    try setPrint(page, sheet, last: last, right: right)
  }

  private func style() {
    for format in [header, body] {
      format_set_font_name(format, "Microsoft YaHei")
      format_set_text_wrap(format)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0xC8CACF)
    }
    format_set_align(body, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    format_set_align(header, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    format_set_bold(header)
    format_set_font_color(header, 0xFFFFFF)
    format_set_bg_color(header, 0x212630)
  }

  private func setColumns(
    _ page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: WorkbookWriter.Sheet, _ width: Int
  ) throws -> [Double] {
    let own = WorkbookColumns.widths(of: sheet.rows, count: width)
    let widths = own.enumerated().map { column, own in
      sheet.widths[column].flatMap { $0.isFinite ? min(max($0, 1), 255) : nil } ?? own
    }
    for (column, width) in widths.enumerated() {
      try check(worksheet_set_column(page, lxw_col_t(column), lxw_col_t(column), width, nil))
    }
    return widths
  }

  private func write(
    _ cell: WorkbookWriter.Cell, to page: UnsafeMutablePointer<lxw_worksheet>, row: lxw_row_t,
    column: lxw_col_t, format: UnsafeMutablePointer<lxw_format>?
  ) throws {
    switch cell {
    case .text(""), .number(""): try check(worksheet_write_blank(page, row, column, format))
    case .number(let digits) where WorkbookColumns.isNumber(digits):
      try check(worksheet_write_number(page, row, column, Double(digits) ?? 0, format))
    case .text(let text), .number(let text):
      let kept = EscapedText.encode(text, limit: WorkbookWriter.textLimit)
      try check(worksheet_write_string(page, row, column, kept, format))
    }
  }

  private func addChoices(
    _ page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: WorkbookWriter.Sheet, width: Int
  ) throws {
    guard sheet.rows.count > sheet.headers else { return }
    for (column, words) in sheet.choices.sorted(by: { $0.key < $1.key }) {
      // The list of a drop-down holds 255 characters.
      guard (0..<width).contains(column), !words.isEmpty,
        words.joined(separator: ",").utf8.count <= 255
      else { continue }
      var list: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
      defer { for word in list { free(word) } }
      let error = list.withUnsafeMutableBufferPointer { list in
        var rule = lxw_data_validation()
        rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
        rule.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
        WorkbookFile.point(&rule.value_list, to: list.baseAddress)
        return worksheet_data_validation_range(
          page, lxw_row_t(sheet.headers), lxw_col_t(column), lxw_row_t(sheet.rows.count - 1),
          lxw_col_t(column), &rule)
      }
      try check(error)
    }
  }

  /// The library's versions differ in whether the words are constant.
  private static func point<Word>(
    _ field: inout UnsafeMutablePointer<Word>?, to words: UnsafeMutableRawPointer?
  ) {
    field = words?.assumingMemoryBound(to: Word.self)
  }

  /// A4 across, as wide as one page, the headers on each.
  private func setPrint(
    _ page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: WorkbookWriter.Sheet, last: lxw_row_t,
    right: lxw_col_t
  ) throws {
    worksheet_set_landscape(page)
    worksheet_set_paper(page, 9)
    worksheet_fit_to_pages(page, 1, 0)
    worksheet_set_margins(page, 0.3, 0.3, 0.4, 0.5)
    try check(worksheet_set_footer(page, "&L&A&R&P / &N"))
    if sheet.headers > 0 { try check(worksheet_repeat_rows(page, 0, lxw_row_t(sheet.headers - 1))) }
    if let printed = sheet.printedColumns, printed > 0, printed <= right {
      try check(worksheet_print_area(page, 0, 0, last, lxw_col_t(printed - 1)))
    }
  }

  private func check(_ error: lxw_error) throws {
    guard error != LXW_NO_ERROR else { return }
    let reason = lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)"
    throw TableError(.cannotWrite, "the workbook could not be written: \(reason)")
  }
}
