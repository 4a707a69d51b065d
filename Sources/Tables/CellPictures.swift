/// Pictures that cells hold by themselves: WPS's by their identifiers, Excel's by ordinals.
struct CellPictures {
  /// Parts by the identifiers that `DISPIMG` is called with.
  private(set) var cells: [String: String] = [:]
  /// Parts by the ordinal of the value metadata, from 0; nil where that is no picture.
  private var richParts: [String?] = []

  init() {}

  /// - Throws: `TableError` where a list of pictures is damaged.
  init(workbook: PackageRelations, in archive: Archive) throws {
    try readCellImages(workbook, archive)
    try readRichValues(workbook, archive)
  }

  /// The part of a cell's rich value, by its ordinal from 1.
  func rich(_ ordinal: Int) -> String? {
    richParts.indices.contains(ordinal - 1) ? richParts[ordinal - 1] : nil
  }

  /// Whether a formula or a text calls for a picture in the cell.
  static func isCall(_ text: [UInt8]) -> Bool {
    guard text.count > 10 else { return false }
    let head = String(decoding: text.prefix(24), as: UTF8.self).uppercased()
    return ["DISPIMG(", "=DISPIMG(", "_XLFN.DISPIMG(", "=_XLFN.DISPIMG("].contains {
      head.hasPrefix($0)
    }
  }

  /// What stands between the first quotes.
  static func identifier(_ call: [UInt8]) -> String? {
    let parts = call.split(separator: 0x22, omittingEmptySubsequences: false)
    return parts.count >= 3 ? String(decoding: parts[1], as: UTF8.self) : nil
  }

  private mutating func readCellImages(
    _ workbook: PackageRelations, _ archive: Archive
  ) throws {
    let part = workbook.first("cellImage") ?? workbook.first("cellImages") ?? "xl/cellimages.xml"
    guard archive.contains(part) else { return }
    let relations = try PackageRelations(of: part, in: archive)
    let parts = relations.all.reduce(into: [String: String]()) { $0[$1.id] = $1.part }
    for image in try MarkupTree.read(part, in: archive).descendants("cellImage") {
      guard let name = image.descendants("cNvPr").first?.attributes["name"],
        let embed = image.descendants("blip").first?.attributes["embed"]
      else { continue }
      cells[name] = parts[embed]
    }
  }

  /// Excel's chain: value metadata → rich value → relation → part.
  private mutating func readRichValues(
    _ workbook: PackageRelations, _ archive: Archive
  ) throws {
    guard let metadata = workbook.first("sheetMetadata"), archive.contains(metadata),
      let values = workbook.first("rdRichValue"), archive.contains(values),
      let list = workbook.first("richValueRel"), archive.contains(list)
    else { return }
    let relations = try PackageRelations(of: list, in: archive)
    let parts = relations.all.reduce(into: [String: String]()) { $0[$1.id] = $1.part }
    let pictures = try MarkupTree.read(list, in: archive).all("rel").map {
      $0.attributes["id"].flatMap { parts[$0] }
    }
    let rich = try MarkupTree.read(values, in: archive).all("rv").map { value in
      value.all("v").first.flatMap { Int($0.text) }.flatMap {
        pictures.indices.contains($0) ? pictures[$0] : nil
      }
    }
    let root = try MarkupTree.read(metadata, in: archive)
    let future = root.all("futureMetadata").first { $0.attributes["name"] == "XLRICHVALUE" }
    let places = future?.all("bk").map {
      $0.descendants("rvb").first?.attributes["i"].flatMap { Int($0) }
    }
    richParts = (root.first("valueMetadata")?.all("bk") ?? []).map { block in
      guard let record = block.first("rc")?.attributes["v"].flatMap({ Int($0) }),
        let places, places.indices.contains(record), let place = places[record],
        rich.indices.contains(place)
      else { return nil }
      return rich[place]
    }
  }
}
