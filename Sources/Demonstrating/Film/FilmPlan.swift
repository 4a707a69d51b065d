import Model

/// Which takes of which shots are filmed, by which camera, and what goes wrong.
struct FilmPlan {
  private var random: SeededGenerator

  private(set) var takes: [TakePlan] = []
  private(set) var unfilmed: [String] = []

  init(_ shots: [ListedShot], seed: UInt64, clips: Int, shorterSide: Int) {
    random = SeededGenerator(seed: seed, "plan")
    var filmed = shots
    if filmed.count > 12, let last = filmed.lastIndex(where: { !$0.must }) {
      unfilmed.append(filmed.remove(at: last).id)
    }
    let counts = Self.takeCounts(filmed.count, clips: clips)
    for (shot, count) in zip(filmed, counts) { plan(shot, takes: count) }
    mishandle()
    name()
    for index in takes.indices {
      takes[index].camera = takes[index].camera.filming(shorterSide: shorterSide)
    }
  }

  /// Two takes of each shot while the day is long enough, three of some.
  private static func takeCounts(_ shots: Int, clips: Int) -> [Int] {
    guard shots > 0 else { return [] }
    return (0..<shots).map { index in
      let fair = clips * (index + 1) / shots - clips * index / shots
      return min(3, max(1, fair))
    }
  }

  private mutating func plan(_ shot: ListedShot, takes count: Int) {
    let faults: [DemoTruth.Fault] = [.focus, .overexposed, .shake, .underexposed]
    let camera = camera(for: shot)
    let worst = count > 1 ? random.index(below: count) : -1
    let best = count > 1 ? (worst + 1 + random.index(below: count - 1)) % count : -1
    for take in 0..<count {
      let rank: DemoTruth.Rank = take == worst ? .worst : take == best ? .best : .normal
      let fault = rank == .worst ? faults[random.index(below: faults.count)] : .none
      takes.append(
        TakePlan(
          shot: shot, take: take + 1, rank: rank, fault: fault, slate: .head, camera: camera,
          sound: !random.chance(0.12)))
    }
  }

  private mutating func camera(for shot: ListedShot) -> TakePlan.Camera {
    let draw = random.number(in: 0...1)
    if shot.movement.contains("慢") || shot.movement.lowercased().contains("slow") { return .slow }
    if draw < 0.12 { return .wide }
    if draw < 0.16 { return .slow }
    return draw < 0.40 ? .gimbal : .phone
  }

  /// Spreads over the day what happens on every set: phones held sideways, forgotten and
  /// upside-down slates, mark cards, damaged files.
  private mutating func mishandle() {
    for index in takes.indices {
      if takes[index].camera == .phone {
        takes[index].rotation = [0, 90, 270, 90, 0, 0, 180, 0][random.index(below: 8)]
      }
      if random.chance(0.10) { takes[index].slate = .tail }
      if takes[index].rank == .best, random.chance(0.22) { takes[index].mark = "OK" }
      if takes[index].rank == .worst, random.chance(0.30) { takes[index].mark = "NG" }
    }
    spoil()
  }

  /// One clip each, where there are clips enough that no shot is lost by it.
  private mutating func spoil() {
    func spare(_ share: Double) -> Int? {
      let start = Int(Double(takes.count) * share)
      return takes.indices.dropFirst(start).first {
        takes[$0].rank == .normal && takes[$0].damage == nil && takes[$0].slateReadable
          && takes[$0].slate == .head && takes[$0].take > 1
      }
        ?? takes.indices.dropFirst(start).first {
          takes[$0].rank == .worst && takes[$0].mark == nil
        }
    }
    guard takes.count > 6 else { return }
    if let index = spare(0.3) { takes[index].slateReadable = false }
    if let index = spare(0.55) {
      takes[index].slate = .none
      takes[index].slateReadable = false
      takes[index].file = takes[index].shot.sku + "/"
    }
    let last = takes.indices.dropFirst(takes.count / 4).first {
      takes[$0].rank == .worst && takes[$0].slate == .head && takes[$0].slateReadable
    }
    if let last { takes[last].damage = .truncated }
  }

  /// Gives the clips the names that cameras would, in folders by day and camera.
  private mutating func name() {
    var used: [String: Int] = [:]
    var minute = 0.0
    for index in takes.indices {
      let camera = takes[index].camera
      let day = index < takes.count * 3 / 5 ? "day1" : "day2"
      let number = camera.first + used[camera.prefix, default: 0]
      used[camera.prefix, default: 0] += 1
      let digits = String(number)
      let padded = String(repeating: "0", count: max(0, camera.digits - digits.count)) + digits
      let folder = takes[index].file.isEmpty ? "\(day)/\(camera.folder)/" : takes[index].file
      takes[index].file = "\(folder)\(camera.prefix)\(padded).\(camera.ending)"
      minute += random.number(in: 1.0...2.5)
      takes[index].minute = minute + (day == "day2" ? 22 * 60 : 0)
    }
  }
}
