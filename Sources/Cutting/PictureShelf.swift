import Model
import Timing

/// Everything of a product that may be shown.
struct PictureShelf {
  let policy: CutPolicy
  let request: CutRequest
  private let shots: [String: Shot]
  /// Shots that a hook of some script of the product opens with.
  let hookShots: Set<String>

  private var rate: FrameRate { request.platform.rate }

  init(policy: CutPolicy, request: CutRequest) {
    self.policy = policy
    self.request = request
    let known = request.script.shots + request.siblings.flatMap(\.shots)
    shots = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let hooks = request.siblings.flatMap(\.beats).filter { $0.role == .hook }
    hookShots = Set(hooks.flatMap(\.shots))
  }

  func shot(_ id: String) -> Shot? { shots[id] }

  /// Takes that nobody has thrown out, at each speed that their shot allows, then photos.
  ///
  /// - Parameter seed: What varies the choice among equals.
  func options(seed: String) -> [PictureOption] {
    let takes = request.takes.filter { $0.status != .ng && $0.duplicate == nil }
      .sorted { ($0.file, $0.start.decimal, $0.id) < ($1.file, $1.start.decimal, $1.id) }
    let files = Set(takes.map(\.file) + request.photos.map(\.file)).sorted()
    let places = Dictionary(uniqueKeysWithValues: files.enumerated().map { ($1, $0) })
    let byShot = Dictionary(
      grouping: request.takes.filter { $0.duplicate == nil }, by: \.shot)
    let best = takes.map(\.score).max() ?? 0
    let all = takes.flatMap { take in
      options(
        take, place: places[take.file] ?? 0, among: take.shot == nil ? [] : byShot[take.shot] ?? [],
        best: best, seed: seed)
    }
    return all
      + request.photos.sorted { $0.file < $1.file }.map {
        option($0, place: places[$0.file] ?? 0, seed: seed)
      }
  }

  private func options(
    _ take: Take, place: Int, among siblings: [Take], best: Double, seed: String
  ) -> [PictureOption] {
    let shot = take.shot.flatMap { shots[$0] }
    let speeds = SpeedChoice(policy: policy.retiming).speeds(of: take, for: shot)
    let pace = rate.framesPerSecond
    let first = Int((take.start.seconds * pace).ceiling)
    let end = max(first, Int((take.end.seconds * pace).floor))
    let step = max(1, max((end - first) / 48, take.quality.step.frames(at: rate)))
    let (width, height) = (Double(take.facts.width), Double(take.facts.height))
    let canvas = request.platform.canvas
    let finer = min(width / Double(canvas.width), height / Double(canvas.height))
    return ([1] + speeds).map { speed in
      PictureOption(
        source: .take(take), shot: shot, recording: place, speed: speed,
        missesSpeed: speed == 1 && !speeds.isEmpty, frames: first..<end, step: step,
        setup: shot.map { "\($0.size)|\($0.angle)" } ?? "",
        talks: shot.map { policy.rhythm.talkingRigs.contains($0.rig) } ?? false,
        canClose: finer >= policy.closer.resolution, showsProduct: showsProduct(take.shot),
        standing: standing(take, among: siblings, best: best),
        variety: Self.share(take.id + seed), siblings: siblings.count)
    }
  }

  private func option(_ photo: Photo, place: Int, seed: String) -> PictureOption {
    PictureOption(
      source: .photo(photo), shot: nil, recording: place, speed: 1, missesSpeed: false,
      frames: 0..<0, step: 1, setup: "photo", talks: false, canClose: false, showsProduct: true,
      standing: 0, variety: Self.share(photo.file + seed), siblings: 0)
  }

  private func standing(_ take: Take, among siblings: [Take], best: Double) -> Double {
    let highest = siblings.map(\.standing).max() ?? take.standing
    if take.standing < highest {
      return policy.costs.unmarked * (take.standing > 1 ? 0.25 : 1)
    }
    guard take.standing == 1 else { return 0 }
    guard take.shot != nil else {
      let isPoor = take.score < policy.takeShare * best
      return isPoor && !request.photos.isEmpty ? policy.costs.photo : 0
    }
    let rival = siblings.filter { $0.standing == 1 }.map(\.score).max() ?? 0
    return rival > take.score ? policy.costs.worse * (1 - take.score / rival) : 0
  }

  /// Told by the parts of a shot's id; a picture that nobody has named shows it.
  func showsProduct(_ shot: String?) -> Bool {
    guard let shot else { return true }
    let parts = Set(shot.lowercased().split(separator: "-").map(String.init))
    return parts.isDisjoint(with: policy.rhythm.withoutProduct)
      || !parts.isDisjoint(with: policy.rhythm.withProduct)
  }

  /// A text's own place between 0 and 1, the same on every machine.
  static func share(_ text: String) -> Double {
    var hash = TextHash(text).value
    // The last letters are to move the first digits.
    for factor in [0xff51_afd7_ed55_8ccd, 0xc4ce_b9fe_1a85_ec53] as [UInt64] {
      hash = (hash ^ (hash >> 33)) &* factor
    }
    return Double((hash ^ (hash >> 33)) >> 40) / Double(1 << 24)
  }
}

extension Take {
  /// Operator's marks go before any measure.
  var standing: Int {
    switch status {
    case .keep: 3
    case .ok: 2
    case .unmarked: 1
    case .ng: 0
    }
  }
}
