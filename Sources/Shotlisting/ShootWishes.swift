internal import Diagnostics
internal import Model

/// Holds what people want against the shots that there are; what cannot be is named, the rest stands.
struct ShootWishes {
  private let edits: ShootEdits
  private let known: KnownShots
  private(set) var findings: [Diagnostic] = []

  /// Unknown ids are compared with all others up to this many times.
  private static let mostHints = 50

  init(_ edits: ShootEdits, known: KnownShots) {
    self.edits = edits
    self.known = known
    for mention in edits.drop { check(mention, under: "drop") }
    for pin in edits.pin { check(pin.mention, under: "pin") }
    for mention in edits.first { check(mention, under: "first") }
    for mention in edits.order.joined() { check(mention, under: "order") }
  }

  private mutating func check(_ mention: ShootEdits.Mention, under key: String) {
    guard !isKnown(mention) else { return }
    let near = findings.count < ShootWishes.mostHints ? hint(for: mention) : nil
    let what = "no \(mention.kind.rawValue) '\(mention.id)' is on the list"
    say(mention, "\(key): \(what)\(near ?? "")")
  }

  private func isKnown(_ mention: ShootEdits.Mention) -> Bool {
    mention.kind == .shot ? known.ids.contains(mention.id) : known.skus.contains(mention.id)
  }

  private func hint(for mention: ShootEdits.Mention) -> String? {
    if mention.kind == .shot, known.skus.contains(mention.id) {
      return "; did you mean 'sku:\(mention.id)'?"
    }
    let near =
      mention.kind == .shot
      ? nearest(to: mention.id, among: known.ids)
      : nearest(to: mention.id, among: known.skus).map { "sku:" + $0 }
    return near.map { "; did you mean '\($0)'?" }
  }

  private mutating func say(_ mention: ShootEdits.Mention, _ message: String) {
    findings.append(Diagnostic(.warning, message, at: mention.position, value: mention.text))
  }

  /// Shots that need a block of their own: those that are named by themselves.
  func alone(among shots: [ListedShot]) -> Set<Int> {
    let mentions = edits.pin.map(\.mention) + edits.first + edits.order.flatMap { $0 }
    let ids = Set(mentions.filter { $0.kind == .shot }.map(\.id))
    return Set(shots.indices.filter { ids.contains(shots[$0].id) })
  }

  /// Adds all that can be to the rules.
  mutating func add(to rules: inout ShootRules, blocks: [ShotBlock], shots: [ListedShot]) {
    let finder = BlockFinder(blocks: blocks, shots: shots)
    for chain in edits.order {
      let links = chain.map { ($0, finder.blocks(of: $0)) }.filter { !$0.1.isEmpty }
      for (a, b) in zip(links, links.dropFirst()) where !rules.tie(a.1, before: b.1) {
        let spends = finder.spends(a.1, sampleOf: b.1)
        say(
          b.0,
          spends
            ? "order: '\(b.0.text)' cannot come after '\(a.0.text)', which spends its sample"
            : "order: '\(b.0.text)' cannot come after '\(a.0.text)', which must come after it")
      }
    }
    for pin in edits.pin {
      let group = finder.blocks(of: pin.mention)
      guard !group.isEmpty, let obstacle = rules.pin(group, to: pin.day) else { continue }
      let day = rules.pinned[obstacle] ?? 0
      let name = shots[blocks[obstacle].shots[0]].id
      let reason =
        group.contains(obstacle)
        ? "'\(name)' is pinned to day \(day) already"
        : "'\(name)' must come \(day > pin.day ? "before" : "after") it and is pinned to day \(day)"
      say(
        pin.mention,
        "pin: '\(pin.mention.text)' cannot be filmed on day \(pin.day): \(reason)")
    }
    for (place, mention) in edits.first.enumerated() {
      rules.open(with: finder.blocks(of: mention), place: place)
    }
  }

  /// Names pins that found their day full, and openers that had to wait.
  mutating func add(
    _ schedule: ShootSchedule, rules: ShootRules, blocks: [ShotBlock], shots: [ListedShot]
  ) {
    for pin in edits.pin {
      let late = schedule.crowdedOut.filter { $0.day == pin.day }.flatMap { blocks[$0.block].shots }
        .count { pin.mention.means(shots[$0]) }
      guard late > 0 else { continue }
      let what =
        pin.mention.kind == .shot
        ? "'\(pin.mention.text)' is"
        : "\(late) shot\(late == 1 ? " of '\(pin.mention.text)' is" : "s of '\(pin.mention.text)' are")"
      say(pin.mention, "pin: day \(pin.day) is full, so \(what) filmed later")
    }
    for block in schedule.lateOpeners.sorted() {
      let shot = shots[blocks[block].shots[0]]
      guard let mention = edits.first.first(where: { $0.means(shot) }) else { continue }
      let sooner = rules.before[block].first { other in
        schedule.days.contains { $0.contains(other) && $0.contains(block) }
      }
      let reason = sooner.map { ": '\(shots[blocks[$0].shots[0]].id)' must come before it" } ?? ""
      say(mention, "first: '\(shot.id)' cannot open its day\(reason)")
    }
  }

  /// Whether people have given a shot its day or its place.
  var named: Set<String> {
    Set((edits.pin.map(\.mention) + edits.first + edits.order.flatMap { $0 }).map(\.text))
  }
}

extension ShootEdits.Mention {
  fileprivate func means(_ shot: ListedShot) -> Bool {
    kind == .shot ? shot.id == id : shot.sku == id
  }
}

/// The blocks of a shot or a product.
private struct BlockFinder {
  private var byShot: [String: [Int]] = [:]
  private var bySKU: [String: [Int]] = [:]
  private let blocks: [ShotBlock]

  init(blocks: [ShotBlock], shots: [ListedShot]) {
    self.blocks = blocks
    for (index, block) in blocks.enumerated() {
      for shot in block.shots { byShot[shots[shot].id, default: []].append(index) }
      bySKU[shots[block.shots[0]].sku, default: []].append(index)
    }
  }

  func blocks(of mention: ShootEdits.Mention) -> [Int] {
    (mention.kind == .shot ? byShot : bySKU)[mention.id] ?? []
  }

  func spends(_ first: [Int], sampleOf second: [Int]) -> Bool {
    let spent = Set(first.filter { blocks[$0].destructive }.map { blocks[$0].product })
    return second.contains { !blocks[$0].destructive && spent.contains(blocks[$0].product) }
  }
}
