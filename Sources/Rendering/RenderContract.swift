public import Model
public import Timing

/// What a draft's picture is drawn and encoded for: the demands of its platform, or those that
/// several platforms of one canvas have in common, so that their pictures stay equal.
public struct RenderContract: Sendable, Codable, Hashable {
  public var canvas: Canvas
  public var rate: FrameRate
  /// Pixels at each edge that words keep clear of.
  public var margins: Platform.Margins
  /// Kilobits a second at most.
  public var maxVideoRate: Int

  public init(canvas: Canvas, rate: FrameRate, margins: Platform.Margins, maxVideoRate: Int) {
    self.canvas = canvas
    self.rate = rate
    self.margins = margins
    self.maxVideoRate = maxVideoRate
  }

  public init(_ platform: Platform) {
    self.init(
      canvas: platform.canvas, rate: platform.rate, margins: platform.safeZone,
      maxVideoRate: platform.delivery.maxVideoRate)
  }

  /// A contract for each platform, by its id. Platforms share one where canvas and rate agree and
  /// the box that is safe on all keeps at least a share of each one's own width and height.
  ///
  /// - Parameter keeping: From 0, share whatever it costs, to 1, share equal boxes alone.
  public static func contracts(
    for platforms: [Platform], keeping share: Double
  ) -> [String: RenderContract] {
    var groups: [(contract: RenderContract, members: [Platform])] = []
    for platform in platforms.sorted(by: { $0.id < $1.id }) {
      let own = RenderContract(platform)
      let place = groups.firstIndex { group in
        guard let common = group.contract.common(with: own) else { return false }
        return (group.members + [platform]).allSatisfy {
          common.keeps(share, of: RenderContract($0))
        }
      }
      if let place, let common = groups[place].contract.common(with: own) {
        groups[place].contract = common
        groups[place].members.append(platform)
      } else {
        groups.append((own, [platform]))
      }
    }
    let pairs = groups.flatMap { group in group.members.map { ($0.id, group.contract) } }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// The contract that holds on both, or nil where their canvases or rates differ.
  private func common(with other: RenderContract) -> RenderContract? {
    guard canvas == other.canvas, rate == other.rate else { return nil }
    return RenderContract(
      canvas: canvas, rate: rate,
      margins: Platform.Margins(
        top: max(margins.top, other.margins.top),
        bottom: max(margins.bottom, other.margins.bottom),
        left: max(margins.left, other.margins.left),
        right: max(margins.right, other.margins.right)),
      maxVideoRate: min(maxVideoRate, other.maxVideoRate))
  }

  private func keeps(_ share: Double, of other: RenderContract) -> Bool {
    let (mine, its) = (
      SafeBox(canvas: canvas, margins: margins),
      SafeBox(canvas: other.canvas, margins: other.margins)
    )
    return Double(mine.width) >= share * Double(its.width)
      && Double(mine.height) >= share * Double(its.height)
  }
}
