/// What each cell style of a workbook makes of a number.
struct WorkbookStyles {
  private(set) var formats: [NumberFormat] = []

  init() {}

  /// - Throws: `TableError` where the part is damaged.
  init(part: String, in archive: Archive) throws {
    let root = try MarkupTree.read(part, in: archive)
    var codes: [Int: NumberFormat] = [:]
    for node in root.first("numFmts")?.all("numFmt") ?? [] {
      guard let id = node.attributes["numFmtId"].flatMap({ Int($0) }) else { continue }
      codes[id] = NumberFormat(code: node.attributes["formatCode"] ?? "")
    }
    formats = (root.first("cellXfs")?.all("xf") ?? []).map { node in
      let id = node.attributes["numFmtId"].flatMap { Int($0) } ?? 0
      return codes[id] ?? NumberFormat(builtin: id)
    }
  }

  subscript(style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .general
  }
}
