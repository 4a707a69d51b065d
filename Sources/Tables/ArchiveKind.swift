/// What a ZIP archive is, by the parts in it.
enum ArchiveKind: Equatable {
  case workbook
  /// Something else, and how to turn it into a table that can be read.
  case foreign(String)

  init(_ archive: Archive) {
    func has(_ name: String) -> Bool { archive.contains(name) }
    let type = (try? archive.bytes(of: "mimetype", limit: 1024)).map {
      String(decoding: $0, as: UTF8.self)
    }
    if has("xl/workbook.bin") {
      self = .foreign("a binary workbook (xlsb): in Excel or WPS save it as .xlsx")
    } else if let type, type.contains("opendocument") {
      self = .foreign(
        type.contains("spreadsheet")
          ? "an OpenDocument spreadsheet (ods): in LibreOffice or WPS save it as .xlsx"
          : "an OpenDocument file that is no spreadsheet: put the table in one, save it as .xlsx")
    } else if has("Index/Document.iwa") || has("Index.zip") || has("Index/Tables/DataList.iwa") {
      self = .foreign("a Numbers, Pages or Keynote file: in Numbers export it as Excel or CSV")
    } else if has("word/document.xml") {
      self = .foreign("a Word document (docx): copy its table into a sheet and save it as .xlsx")
    } else if has("ppt/presentation.xml") {
      self = .foreign("a presentation (pptx): put the table in a sheet and save it as .xlsx")
    } else if has("xl/workbook.xml") || ArchiveKind.declaresWorkbook(archive) {
      self = .workbook
    } else {
      self = .foreign("a zip archive: unpack it and name the table in it")
    }
  }

  /// The error for what is no workbook.
  func error(at path: String) -> TableError {
    switch self {
    case .workbook:
      TableError(
        .damaged, "the workbook is incomplete: open it in Excel or WPS and save it", place: path)
    case .foreign(let what): TableError(.foreign, "this is \(what)", place: path)
    }
  }

  /// Whether the package's main part is a workbook, wherever that lies.
  private static func declaresWorkbook(_ archive: Archive) -> Bool {
    guard let part = try? PackageRelations(of: "", in: archive).first("officeDocument"),
      archive.contains(part), let root = try? MarkupTree.read(part, in: archive)
    else { return false }
    return root.name == "workbook"
  }
}
