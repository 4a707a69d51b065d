/// An Office Open XML workbook (.xlsx, .xlsm): its sheets as rows, and its pictures.
///
/// Nothing in it is evaluated: of formulas the stored results are read. Rows are streamed; what
/// stays in memory are the styles and, up to a size, the shared texts.
public final class Workbook {
  public let path: String
  /// In the order of the tabs, hidden ones too.
  public let sheets: [WorkbookSheet]
  private let archive: Archive
  private let relations: PackageRelations
  private let is1904: Bool
  private var context: SheetContext?

  /// - Throws: `TableError` where the file is no workbook, damaged, encrypted or too large.
  public init(path: String, limits: ArchiveLimits = ArchiveLimits()) throws {
    self.path = path
    if case .foreign(let what) = try TableFile.kind(at: path) {
      throw TableError(.foreign, "this is \(what)", place: path)
    }
    let archive = try Archive(path: path, limits: limits)
    self.archive = archive
    let root = try PackageRelations(of: "", in: archive).first("officeDocument")
    let part = root.flatMap { archive.contains($0) ? $0 : nil } ?? "xl/workbook.xml"
    guard archive.contains(part), part.lowercased().hasSuffix(".xml") else {
      throw ArchiveKind(archive).error(at: path)
    }
    let workbook = try MarkupTree.read(part, in: archive)
    guard workbook.name == "workbook" else { throw ArchiveKind(archive).error(at: path) }
    let relations = try PackageRelations(of: part, in: archive)
    self.relations = relations
    is1904 = workbook.first("workbookPr")?.flag("date1904") ?? false
    sheets = (workbook.first("sheets")?.all("sheet") ?? []).compactMap { node in
      guard let relation = node.attributes["id"].flatMap({ relations[$0] }),
        relation.type == "worksheet", let part = relation.part
      else { return nil }
      return WorkbookSheet(
        name: node.attributes["name"] ?? "",
        visibility: node.attributes["state"].flatMap { .init(rawValue: $0) } ?? .visible,
        part: part)
    }
    guard !sheets.isEmpty else {
      throw TableError(
        .damaged, "the workbook has no sheet: open it in Excel or WPS and save it", place: path)
    }
  }

  /// Reads a sheet's rows into the store, rows and cells without text left out at the end.
  ///
  /// - Parameter store: an empty one; merged ranges are set in it.
  /// - Throws: `TableError` where the sheet is missing, damaged or too large.
  public func read(_ sheet: WorkbookSheet, into store: RowStore) throws -> SheetNotes {
    let context = try loadedContext()
    let handler = SheetReader(context, into: store)
    let shown = "sheet '\(sheet.name.clipped)'"
    try archive.parse(sheet.part, with: handler, shown: shown)
    guard handler.isSheet else {
      throw TableError(
        .damaged, "the sheet's part is no sheet: open the file in Excel or WPS and save it",
        place: "\(path) (\(shown))")
    }
    if context.strings.fault != nil {
      throw TableError(.cannotRead, "the temporary file could not be read back", place: path)
    }
    handler.finish()
    var notes = handler.notes
    if let id = handler.drawing {
      let pictures = try placedPictures(of: sheet, drawing: id, handler.grid, &notes.faults)
      notes.pictures += pictures.map { store.mergedParent($0) }
    }
    notes.links += try links(handler.links, of: sheet)
    notes.pictures.sort { ($0.row, $0.column, $0.part) < ($1.row, $1.column, $1.part) }
    return notes
  }

  /// A picture by the part's name out of `SheetNotes.pictures`.
  ///
  /// - Throws: `TableError` where it is missing, damaged, too large, or neither JPEG, PNG, WebP
  ///   nor GIF.
  public func picture(_ part: String) throws -> PictureFile {
    let bytes = try archive.bytes(of: part, limit: archive.limits.picture)
    guard let picture = PictureFile(bytes) else {
      throw TableError(
        .foreign, "'\(part.clipped)' is no picture that is read: legal are JPEG, PNG, WebP, GIF",
        place: path)
    }
    return picture
  }

  /// The addresses of a sheet's links, one for the first cell of each.
  private func links(
    _ found: [(range: CellRange, relation: String)], of sheet: WorkbookSheet
  ) throws -> [CellLink] {
    guard !found.isEmpty else { return [] }
    let addresses = try PackageRelations(of: sheet.part, in: archive).all
      .reduce(into: [String: String]()) { $0[$1.id] = $1.address }
    return found.compactMap { range, relation in
      guard let address = addresses[relation], CellLink.isAddress(address) else { return nil }
      return CellLink(
        row: range.rows.lowerBound, column: range.columns.lowerBound, address: address)
    }
  }

  private func loadedContext() throws -> SheetContext {
    if let context { return context }
    let strings = relations.first("sharedStrings") ?? "xl/sharedStrings.xml"
    let styles = relations.first("styles") ?? "xl/styles.xml"
    let loaded = SheetContext(
      limits: archive.limits,
      strings: archive.contains(strings)
        ? try SharedStringsReader.read(strings, in: archive) : StringPool(),
      styles: archive.contains(styles)
        ? try WorkbookStyles(part: styles, in: archive) : WorkbookStyles(),
      is1904: is1904, pictures: try CellPictures(workbook: relations, in: archive))
    context = loaded
    return loaded
  }

  private func placedPictures(
    of sheet: WorkbookSheet, drawing id: String, _ grid: SheetGrid, _ faults: inout TableFaults
  ) throws -> [CellPicture] {
    guard let part = try PackageRelations(of: sheet.part, in: archive)[id]?.part,
      archive.contains(part)
    else {
      faults.add(row: 0, column: 0, "the sheet's drawings are not in the file")
      return []
    }
    let drawing = DrawingReader()
    try archive.parse(part, with: drawing)
    if drawing.linked > 0 {
      faults.add(
        row: 0, column: 0,
        "\(drawing.linked) pictures are links out of the file, which are not followed: put the "
          + "pictures themselves in")
    }
    let relations = try PackageRelations(of: part, in: archive)
    let parts = relations.all.reduce(into: [String: String]()) { $0[$1.id] = $1.part }
    return drawing.pictures.compactMap { picture in
      guard let cell = picture.anchor.cell(in: grid) else {
        faults.add(row: 0, column: 0, "a picture stands at no cell: set it to move with cells")
        return nil
      }
      guard let part = parts[picture.relation], archive.contains(part) else {
        faults.add(
          row: cell.row, column: cell.column,
          "the picture here is not in the file: put it in again as a copy, not as a link")
        return nil
      }
      return CellPicture(row: cell.row, column: cell.column, part: part)
    }
  }
}
