public import Diagnostics
public import Timing

/// What people decide about takes, against what the program chose: `edits/takes.yaml`.
///
/// They stand outside `work/`, which may be deleted at any time.
public struct TakeEdits: Sendable, Hashable {
  /// In the file's order; a later one wins.
  public var edits: [Edit]

  /// One decision; what is nil stays as it was.
  public struct Edit: Sendable, Hashable {
    /// Path or name of a file, its content id, or a take's id.
    public var file: String
    /// A moment of the take that is meant, in seconds of the file, where it holds several.
    public var at: Double?
    /// Shot id.
    public var shot: String?
    public var sku: String?
    public var status: Take.Status?
    /// Seconds in the file.
    public var start: Double?
    public var end: Double?
    /// The stretch to be shown.
    public var best: TakeWindow?
    /// False for a take that is not to be used.
    public var use: Bool
    public var note: String?
    /// Where it is written.
    public var position: Position

    public init(
      file: String, at: Double? = nil, shot: String? = nil, sku: String? = nil,
      status: Take.Status? = nil, start: Double? = nil, end: Double? = nil,
      best: TakeWindow? = nil, use: Bool = true, note: String? = nil,
      position: Position = Position()
    ) {
      self.file = file
      self.at = at
      self.shot = shot
      self.sku = sku
      self.status = status
      self.start = start
      self.end = end
      self.best = best
      self.use = use
      self.note = note
      self.position = position
    }
  }

  public init(edits: [Edit] = []) { self.edits = edits }
}
