public import Model

extension PlatformOverlay {
  /// Reads an `overlay/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource, id: String) throws {
    self = try source.read(schema: "overlay/1") { root in
      _ = root["note"].string("")
      return PlatformOverlay(id: id, items: root["items"].items.map(Item.init(reading:)))
    }
  }
}

extension PlatformOverlay.Item {
  fileprivate init(reading node: PresetNode) {
    let box = node["box"].items.map { $0.int(in: 0...8192) }
    if box.count != 4 || box.contains(where: { $0 < 0 }) {
      node["box"].report("'\(node.path).box' must be four figures: left, top, width, height")
    }
    self.init(
      kind: node["kind"].choice(Kind.self), box: box.count == 4 ? box : [0, 0, 1, 1],
      text: node["text"].string(""))
    node.finish()
  }
}

extension PresetLibrary {
  /// What a platform draws over a video; nil where no preset says so.
  ///
  /// - Throws: `DiagnosticsError` for a faulty file.
  public func overlay(_ platform: String) throws -> PlatformOverlay? {
    guard folders.file("overlays", platform) != nil else { return nil }
    return try PlatformOverlay(reading: source("overlays", platform), id: platform)
  }
}
