import Model
import Shotlisting
import Timing

/// Shoots made from a seed, as varied as catalogues are.
struct RandomShoot {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(1, bound)))
  }

  static let categories = ["snacks", "womens-clothing", "mens-clothing", "beauty", "home"]
  private static let sizes = ["大特写", "特写", "近景", "中景", "全景", "close-up", "MS"]
  private static let rigs = ["table", "top", "hands", "head", "body", "half", "out", "crane"]

  /// Up to `shots` shots for each of some products, in one or two scripts.
  mutating func scripts(products: Int, shots: Int) -> [Script] {
    (0..<products).flatMap { product -> [Script] in
      let sku = "P\(product)"
      let category = RandomShoot.categories[next(RandomShoot.categories.count)]
      let made = (0..<1 + next(shots)).map { index in shot("\(sku)-S\(index)") }
      let second = made.filter { _ in next(3) == 0 }
      return [script(sku + "-a", sku, category, made)]
        + (second.isEmpty ? [] : [script(sku + "-b", sku, category, second)])
    }
  }

  private mutating func shot(_ id: String) -> Shot {
    Shot(
      id: id, beat: 0, size: RandomShoot.sizes[next(RandomShoot.sizes.count)],
      movement: next(2) == 0 ? "固定" : "推", angle: "平拍", picture: id,
      duration: Time(decimal: 2), must: next(3) > 0,
      rig: RandomShoot.rigs[next(RandomShoot.rigs.count)], destructive: next(5) == 0)
  }

  private func script(_ id: String, _ sku: String, _ category: String, _ shots: [Shot]) -> Script {
    let beat = Beat(
      role: .point, start: .zero, duration: Time(decimal: 3), voice: "一句话。两句话。", caption: "")
    return Script(
      id: id, sku: sku, category: category, locale: .zh, orientation: .discovery, format: "f",
      hook: "h", duration: Time(decimal: 20), platforms: [], beats: [beat], shots: shots,
      post: [:], findings: [])
  }

  static func policy(dayMinutes: Double, overflow: ShootPolicy.Overflow = .fewestDays)
    -> ShootPolicy
  {
    func rig(
      _ id: String, _ set: String, _ people: ShootPolicy.Rig.People = .none, light: String? = nil
    ) -> ShootPolicy.Rig {
      .init(
        id: id, set: set, name: id, nameZh: id, shot: 3, sentence: id == "head" ? 2 : 0,
        people: people, light: light)
    }
    func set(_ id: String, _ location: String, _ light: String) -> ShootPolicy.StudioSet {
      .init(id: id, name: id, nameZh: id, location: location, light: light)
    }
    return ShootPolicy(
      sets: [
        set("table", "studio", "soft"), set("head", "studio", "front"),
        set("body", "studio", "broad"), set("out", "outside", "sun"),
        set("other", "studio", "soft"),
      ],
      lenses: [
        .init(id: "standard", name: "s", nameZh: "s", sizes: ["近景", "中景", "MS"]),
        .init(id: "close", name: "c", nameZh: "c", sizes: ["大特写", "特写", "close-up"], extra: 2),
        .init(id: "wide", name: "w", nameZh: "w", sizes: ["全景"]),
      ],
      rigs: [
        rig("table", "table"), rig("top", "table", light: "above"), rig("hands", "table", .hands),
        rig("head", "head", .presenter), rig("body", "body", .model), rig("half", "body", .model),
        rig("out", "out", .model),
      ], otherRig: rig("other", "other"),
      models: [
        .init(id: "hands", name: "h", nameZh: "h", people: [.hands]),
        .init(id: "host", name: "p", nameZh: "p", people: [.presenter]),
        .init(id: "man", name: "m", nameZh: "m", people: [.model], categories: ["mens-clothing"]),
        .init(id: "woman", name: "w", nameZh: "w", people: [.model]),
      ], worn: ["womens-clothing", "mens-clothing"], unfilmed: ["photo"],
      changeover: .init(
        location: 60, set: 25, light: 20, rig: 8, lens: 2, model: 15, outfit: 8, product: 3,
        sample: 5), extra: .init(moving: 1, destructive: 2), lockedMovements: ["固定"],
      dayStart: 540, dayMinutes: dayMinutes, overflow: overflow)
  }
}

/// The clock written a second time, by nothing but the words of `docs/shoot.md`.
struct ReferenceClock {
  let policy: ShootPolicy

  func filming(_ shot: ListedShot) -> Double {
    let rig = policy.rigs.first { $0.id == shot.rig } ?? policy.otherRig
    let sentences = shot.line.isEmpty ? 0 : max(1, shot.line.count { "。！？!?.；;".contains($0) })
    return rig.shot + rig.sentence * Double(sentences)
      + (policy.lockedMovements.contains(shot.movement) ? 0 : policy.extra.moving)
      + (policy.lenses.first { $0.id == shot.stand.lens }?.extra ?? 0)
      + (shot.destructive ? policy.extra.destructive : 0)
  }

  func change(_ last: ListedShot?, _ next: ListedShot) -> Double {
    let minutes = policy.changeover
    let worn = !next.stand.outfit.isEmpty && last?.stand.outfit != next.stand.outfit
    var sum = worn ? minutes.outfit : 0
    if !next.stand.model.isEmpty, last?.stand.model != next.stand.model { sum += minutes.model }
    guard let last else { return sum + minutes.set + minutes.rig }
    if last.sku != next.sku, !worn { sum += minutes.product }
    if last.stand.lens != next.stand.lens { sum += minutes.lens }
    if last.rig != next.rig { sum += minutes.rig }
    if last.stand.location != next.stand.location { return sum + minutes.location }
    if last.stand.set != next.stand.set { return sum + minutes.set }
    return last.stand.light != next.stand.light ? sum + minutes.light : sum
  }

  func minutes(_ days: [[ListedShot]]) -> [Double] {
    var spent: Set<String> = []
    return days.map { day in
      var last: ListedShot?
      return day.reduce(0) { sum, shot in
        defer {
          last = shot
          spent.remove(shot.sku)
          if shot.destructive { spent.insert(shot.sku) }
        }
        return sum + change(last, shot) + filming(shot)
          + (spent.contains(shot.sku) ? policy.changeover.sample : 0)
      }
    }
  }

  /// The fewest minutes of one day without end, by trying every order that spends samples last.
  func optimum(_ shots: [ListedShot]) -> Double {
    let all = 1 << shots.count
    var best = Array(repeating: Array(repeating: Double.infinity, count: shots.count), count: all)
    let mustStand = shots.map { shot in
      shots.enumerated().reduce(0) { bits, other in
        let comesFirst =
          shot.destructive && !other.element.destructive && other.element.sku == shot.sku
        return comesFirst ? bits | (1 << other.offset) : bits
      }
    }
    for next in shots.indices where mustStand[next] == 0 {
      best[1 << next][next] = change(nil, shots[next])
    }
    for done in 1..<all {
      for last in shots.indices where best[done][last].isFinite {
        for next in shots.indices
        where done & (1 << next) == 0 && mustStand[next] & ~done == 0 {
          let minutes = best[done][last] + change(shots[last], shots[next])
          let after = done | (1 << next)
          best[after][next] = min(best[after][next], minutes)
        }
      }
    }
    let again = Dictionary(shots.filter(\.destructive).map { ($0.sku, 1) }, uniquingKeysWith: +)
      .values.reduce(0) { $0 + $1 - 1 }
    return (best[all - 1].min() ?? 0) + shots.reduce(0) { $0 + filming($1) }
      + Double(again) * policy.changeover.sample
  }
}

extension ShotList {
  /// Shots by day, day 1 first.
  var byDay: [[ListedShot]] {
    (1...max(1, setups.map(\.day).max() ?? 1)).map { day in
      setups.filter { $0.day == day }.flatMap(\.shots)
    }
  }
}
