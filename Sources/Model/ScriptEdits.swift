/// Lines that people have written in scripts, and what the program had there: `edits/scripts.json`.
///
/// They stand outside `work/`, which may be deleted at any time.
public struct ScriptEdits: Artefact, Hashable {
  public static let schema = "edits/1"

  public var edits: [Edit]

  /// One line changed by hand.
  public struct Edit: Sendable, Codable, Hashable {
    /// Script id.
    public var script: String
    /// `beats[2].voice`, `post.douyin.title`.
    public var place: String
    /// The program's words, and the person's.
    public var was: String
    public var now: String

    public init(script: String, place: String, was: String, now: String) {
      self.script = script
      self.place = place
      self.was = was
      self.now = now
    }
  }

  public init(edits: [Edit] = []) { self.edits = edits }
}
