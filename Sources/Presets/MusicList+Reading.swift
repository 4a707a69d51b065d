/// Licences by file name, from `music/music.yaml`: `tracks: [{file, title, licence}]`, with
/// `source` and `bpm` for people.
public struct MusicList: Sendable {
  public struct Entry: Sendable {
    public var file: String
    public var title: String
    public var licence: String
  }

  public var entries: [Entry]

  /// Reads a `music/1` file.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource) throws {
    entries = try source.read(schema: "music/1") { root in
      _ = root["note"].string("")
      return root["tracks"].items.map { node in
        let entry = Entry(
          file: node["file"].string(), title: node["title"].string(node["file"].string("")),
          licence: node["licence"].string())
        _ = (node["source"].string(""), node["bpm"].double(0))
        node.finish()
        return entry
      }
    }
  }
}
