public import Model

/// Every shot that a slate, a file name or a shot log may name.
public struct ShotIndex: Sendable {
  /// One shot, and the code that its slate carries.
  public struct Entry: Sendable, Hashable {
    public var id: String
    public var sku: String
    public var must: Bool
    /// The seven characters of the slate's payload.
    public var code: String
    public var wants: ShotWants
    /// Whether people took it off the list: it is filed where it was filmed, and not missed.
    public var isDropped: Bool

    public init(
      id: String, sku: String, must: Bool, code: String, wants: ShotWants = ShotWants(),
      isDropped: Bool = false
    ) {
      self.id = id
      self.sku = sku
      self.must = must
      self.code = code
      self.wants = wants
      self.isDropped = isDropped
    }
  }

  /// The four characters of this workspace's slates.
  public let workspace: String
  /// In the order of the list; the first of two with one id or one code counts.
  public let entries: [Entry]
  private let byCode: [String: Entry]
  private let byID: [String: Entry]

  public init(workspace: String, entries: [Entry]) {
    self.workspace = workspace
    var seen: Set<String> = []
    self.entries = entries.filter { seen.insert($0.id).inserted }
    byCode = Dictionary(self.entries.map { ($0.code, $0) }) { first, _ in first }
    byID = Dictionary(self.entries.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The shots of a printed list, by the payloads that were printed.
  ///
  /// - Parameter policy: Says what each rig is for; nil wants nothing of any shot.
  public init(workspace: String, shotList: ShotList, policy: ShootPolicy? = nil) {
    let listed = shotList.setups.flatMap(\.shots).map { shot in
      Entry(
        id: shot.id, sku: shot.sku, must: shot.must,
        code: SlatePayload(text: shot.payload)?.code
          ?? SlatePayload(workspace: workspace, shotID: shot.id).code,
        wants: policy.map { ShotWants(shot, $0) } ?? ShotWants())
    }
    let dropped = shotList.dropped.map { shot in
      Entry(
        id: shot.id, sku: shot.sku, must: false,
        code: SlatePayload(workspace: workspace, shotID: shot.id).code, isDropped: true)
    }
    self.init(workspace: workspace, entries: listed + dropped)
  }

  /// The shots of scripts for which no list has been printed.
  public init(workspace: String, scripts: [Script], policy: ShootPolicy? = nil) {
    let asked = scripts.flatMap { script in
      script.shots.map { shot in
        Entry(
          id: shot.id, sku: script.sku, must: shot.must,
          code: SlatePayload(workspace: workspace, shotID: shot.id).code,
          wants: policy.map { ShotWants(shot, in: script, $0) } ?? ShotWants())
      }
    }
    self.init(workspace: workspace, entries: asked)
  }

  /// This index and the shots of another that it does not have.
  public func adding(_ other: ShotIndex) -> ShotIndex {
    ShotIndex(workspace: workspace, entries: entries + other.entries)
  }

  public func entry(code: String) -> Entry? { byCode[code] }

  public func entry(id: String) -> Entry? { byID[id] }
}
