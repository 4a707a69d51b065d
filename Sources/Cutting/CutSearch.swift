import Model
import Timing

/// Looks for the cut that costs least: a dynamic program over the places where a picture may end,
/// whose states remember what was shown before them.
///
/// A usual search keeps the best few states of each place. An exhaustive one keeps all of them and
/// tries every window, which only small material allows.
struct CutSearch {
  let cost: CutPrices
  let slots: [CutSlot]
  let options: [PictureOption]
  let effort: CutEffort
  /// What a part of the video that is cut already shows.
  let taken: [CutStep]
  /// Whether a take may be shown again where nothing else is left.
  let repeats: Bool

  private let facts: [OptionFacts]
  private var states: [State] = []
  private var windows: [Key: [PictureOption.Window]] = [:]

  private struct Key: Hashable {
    let option: Int
    let length: Int
  }

  struct State {
    var cost: Double
    let parent: Int
    let step: CutStep
    /// Which wanted shots of its beat were shown.
    let shown: UInt32
    /// Whether the product was seen.
    let seen: Bool
  }

  init(
    cost: CutPrices, slots: [CutSlot], options: [PictureOption], effort: CutEffort,
    taken: [CutStep] = [], repeats: Bool = false
  ) {
    self.cost = cost
    self.slots = slots
    self.options = options
    facts = OptionFacts.of(options)
    self.effort = effort
    self.taken = taken
    self.repeats = repeats
  }

  /// The cheapest cut and what it costs; nil where a place cannot be filled.
  mutating func best() -> (steps: [CutStep], cost: Double)? {
    var open = [-1]
    for slot in slots {
      open = through(slot, from: open)
      guard !open.isEmpty else { return nil }
    }
    for index in open { states[index].cost += cost.end(states[index], before: taken, facts) }
    guard let last = open.min(by: { (states[$0].cost, $0) < (states[$1].cost, $1) }) else {
      return nil
    }
    return (chain(last), states[last].cost)
  }

  private func chain(_ index: Int) -> [CutStep] {
    var steps: [CutStep] = []
    var index = index
    while index >= 0 {
      steps.append(states[index].step)
      index = states[index].parent
    }
    return steps.reversed()
  }

  /// Every state that ends where the slot ends.
  private mutating func through(_ slot: CutSlot, from open: [Int]) -> [Int] {
    var at = [[Int]](repeating: [], count: slot.positions.count)
    // What a state may cost at most where enough better ones are kept.
    var limits = [Double](repeating: .infinity, count: slot.positions.count)
    at[0] = open
    for place in slot.positions.indices.dropLast() {
      let kept = place == 0 ? at[0] : thinned(at[place])
      for index in kept {
        extend(index, isFresh: place == 0, slot, from: place, into: &at, &limits)
      }
    }
    let ends = thinned(at[slot.positions.count - 1])
    for index in ends { states[index].cost += cost.unshown(slot, states[index].shown) }
    return ends
  }

  private mutating func extend(
    _ index: Int, isFresh: Bool, _ slot: CutSlot, from place: Int, into at: inout [[Int]],
    _ limits: inout [Double]
  ) {
    let before = index < 0 ? taken : taken + chain(index)
    let shown = isFresh || index < 0 ? 0 : states[index].shown
    let start = slot.positions[place]
    let base = CutPlace(
      previous: index < 0 ? nil : states[index].step, shown: shown,
      seen: index < 0 ? false : states[index].seen)
    for end in place + 1..<slot.positions.count {
      let range = start..<slot.positions[end]
      guard cost.admits(range.count, slot, isLast: end == slot.positions.count - 1) else {
        continue
      }
      let sum = index < 0 ? 0 : states[index].cost
      for (number, choice) in slot.choices.enumerated() where sum + choice.cost <= limits[end] {
        for step in steps(number, slot, range, after: before, index < 0 ? nil : base.previous) {
          var sum = sum
          cost.pay(step, slot, base, facts, before) { sum += $1 }
          guard sum <= limits[end] else { continue }
          let bit: UInt32 = choice.wanted.map { 1 << UInt32($0) } ?? 0
          let state = State(
            cost: sum, parent: index, step: step, shown: shown | bit,
            seen: base.seen || facts[choice.option].showsProduct)
          states.append(state)
          at[end].append(states.count - 1)
        }
      }
      if !effort.isExhaustive, at[end].count > effort.breadth * 4 {
        at[end] = thinned(at[end])
        if at[end].count >= effort.breadth, let last = at[end].last {
          limits[end] = states[last].cost
        }
      }
    }
  }

  /// How an option may fill a range: free windows of a take, or a photo.
  private mutating func steps(
    _ number: Int, _ slot: CutSlot, _ range: Range<Int>, after before: [CutStep],
    _ previous: CutStep?
  ) -> [CutStep] {
    let choice = slot.choices[number]
    let (option, speed) = (choice.option, choice.speed)
    let recording = facts[option].recording
    let plain = CutStep(
      option: option, choice: number, wanted: choice.wanted, beat: slot.beat, range: range,
      source: 0..<range.count, speed: speed, quality: choice.score, recording: recording)
    guard facts[option].isTake else { return [plain] }
    func step(_ window: PictureOption.Window) -> CutStep {
      var step = plain
      (step.source, step.quality) = (window.frames, window.quality)
      return step
    }
    var found: [CutStep] = []
    if let previous, facts[option].talks, let going = onward(plain, after: previous) {
      found.append(going)
    }
    var used: [Range<Int>] = []
    for other in before where other.recording == recording { used.append(other.source) }
    var (first, last): (PictureOption.Window?, PictureOption.Window?)
    for window in allWindows(option, range.count) {
      guard !used.contains(where: window.frames.overlaps) else { continue }
      if effort.isExhaustive {
        found.append(step(window))
        continue
      }
      if first == nil { found.append(step(window)) }
      if first.map({ window.frames.lowerBound < $0.frames.lowerBound }) ?? true { first = window }
      if last.map({ window.frames.lowerBound > $0.frames.lowerBound }) ?? true { last = window }
    }
    if !effort.isExhaustive, let first, let last {
      // The ends leave most of a take to others.
      for end in [first, last] where !found.contains(where: { $0.source == end.frames }) {
        found.append(step(end))
      }
    }
    return found.isEmpty && repeats ? [again(plain)] : found
  }

  /// The best stretch once more, or all of a take that is too short, slowed down.
  private mutating func again(_ plain: CutStep) -> CutStep {
    var step = plain
    if let best = allWindows(plain.option, plain.range.count).first {
      (step.source, step.quality) = (best.frames, best.quality)
      return step
    }
    let frames = options[plain.option].frames
    let least = (plain.range.count + 99) / 100
    step.source =
      frames.lowerBound..<max(frames.upperBound, frames.lowerBound + least)
    step.speed = Rational(Int64(step.source.count), Int64(plain.range.count))
    (step.quality, step.isStretched) = (0, true)
    return step
  }

  /// Somebody who speaks goes on speaking, closer or back again.
  private func onward(_ plain: CutStep, after previous: CutStep) -> CutStep? {
    let option = options[plain.option]
    guard previous.option == plain.option, option.canClose, let take = option.take else {
      return nil
    }
    var step = plain
    let start = previous.source.upperBound
    step.source = start..<start + option.sourceFrames(plain.range.count)
    guard step.source.upperBound <= option.frames.upperBound else { return nil }
    step.quality = WindowQuality(take, rate: cost.rate).score(step.source)
    step.isCloser = !previous.isCloser
    return step
  }

  private mutating func allWindows(_ option: Int, _ length: Int) -> [PictureOption.Window] {
    let key = Key(option: option, length: length)
    if let known = windows[key] { return known }
    let made = options[option].windows(lasting: length, rate: cost.rate)
    windows[key] = made
    return made
  }

  /// The best states of a place; few that end with the same picture and have shown the same.
  private func thinned(_ list: [Int]) -> [Int] {
    guard !effort.isExhaustive else { return list }
    struct Kind: Hashable {
      let option: Int
      let shown: UInt32
      let seen: Bool
    }
    var counts: [Kind: Int] = [:]
    var kept: [Int] = []
    for index in list.sorted(by: { (states[$0].cost, $0) < (states[$1].cost, $1) }) {
      let state = states[index]
      let kind = Kind(option: state.step.option, shown: state.shown, seen: state.seen)
      guard counts[kind, default: 0] < effort.alike else { continue }
      counts[kind, default: 0] += 1
      kept.append(index)
      if kept.count == effort.breadth { break }
    }
    return kept
  }
}

/// One picture of a cut.
struct CutStep {
  let option: Int
  /// Its place among the slot's choices.
  let choice: Int
  /// Which of the slot's wanted shots it is; nil for what stands in.
  let wanted: Int?
  let beat: Int
  /// Frames of the draft.
  let range: Range<Int>
  /// Frames of the source, at the draft's rate.
  var source: Range<Int>
  var speed: Rational
  /// 0…1.
  var quality: Double
  let recording: Int
  var isCloser = false
  /// Slowed down because its take is too short.
  var isStretched = false
}

/// What stands before a picture.
struct CutPlace {
  let previous: CutStep?
  let shown: UInt32
  let seen: Bool
}

/// How hard a cut is looked for.
public struct CutEffort: Sendable, Hashable {
  /// States that are kept at each place.
  public var breadth: Int
  /// States of them that end alike.
  public var alike: Int
  /// Whether everything is tried, which only small material allows.
  public var isExhaustive: Bool

  public init(breadth: Int = 32, alike: Int = 3, isExhaustive: Bool = false) {
    self.breadth = max(1, min(breadth, 1_000_000))
    self.alike = max(1, alike)
    self.isExhaustive = isExhaustive
  }

  /// Every cut is looked at.
  public static let exhaustive = CutEffort(isExhaustive: true)
}
