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
    for index in open { states[index].cost += cost.end(states[index], before: taken, options) }
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
    at[0] = open
    for place in slot.positions.indices.dropLast() {
      let kept = place == 0 ? at[0] : thinned(at[place])
      for index in kept { extend(index, isFresh: place == 0, slot, from: place, into: &at) }
    }
    let ends = thinned(at[slot.positions.count - 1])
    for index in ends { states[index].cost += cost.unshown(slot, states[index].shown) }
    return ends
  }

  private mutating func extend(
    _ index: Int, isFresh: Bool, _ slot: CutSlot, from place: Int, into at: inout [[Int]]
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
      for choice in slot.choices {
        for step in steps(choice, slot, range, after: before, index < 0 ? nil : base.previous) {
          var sum = index < 0 ? 0 : states[index].cost
          cost.pay(step, slot, base, options, before) { sum += $1 }
          let bit: UInt32 = choice.wanted.map { 1 << UInt32($0) } ?? 0
          let state = State(
            cost: sum, parent: index, step: step, shown: shown | bit,
            seen: base.seen || options[choice.option].showsProduct)
          states.append(state)
          at[end].append(states.count - 1)
        }
      }
      if at[end].count > effort.breadth.multipliedReportingOverflow(by: 6).partialValue,
        effort.breadth < Int.max / 8
      {
        at[end] = thinned(at[end])
      }
    }
  }

  /// How an option may fill a range: free windows of a take, or a photo.
  private mutating func steps(
    _ choice: CutSlot.Choice, _ slot: CutSlot, _ range: Range<Int>, after before: [CutStep],
    _ previous: CutStep?
  ) -> [CutStep] {
    let option = options[choice.option]
    func step(_ window: PictureOption.Window) -> CutStep {
      CutStep(
        choice: choice, beat: slot.beat, range: range, source: window.frames,
        speed: option.speed, quality: window.quality, recording: option.recording)
    }
    guard option.take != nil else {
      return [step(PictureOption.Window(frames: 0..<range.count, quality: option.score))]
    }
    var found: [CutStep] = []
    if let previous, let going = onward(choice, range, after: previous) { found.append(going) }
    let used = before.filter { $0.recording == option.recording && options[$0.option].take != nil }
      .map(\.source)
    var (first, last): (PictureOption.Window?, PictureOption.Window?)
    for window in allWindows(choice.option, range.count) {
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
    return found.isEmpty && repeats ? [again(choice, slot, range)] : found
  }

  /// The best stretch once more, or all of a take that is too short, slowed down.
  private mutating func again(
    _ choice: CutSlot.Choice, _ slot: CutSlot, _ range: Range<Int>
  ) -> CutStep {
    let option = options[choice.option]
    let best = allWindows(choice.option, range.count).first
    let least = (range.count + 99) / 100
    let first = option.frames.lowerBound
    let source = best?.frames ?? first..<max(option.frames.upperBound, first + least)
    let speed = best == nil ? Rational(Int64(source.count), Int64(range.count)) : option.speed
    return CutStep(
      choice: choice, beat: slot.beat, range: range, source: source, speed: speed,
      quality: best?.quality ?? 0, recording: option.recording, isStretched: best == nil)
  }

  /// Somebody who speaks goes on speaking, closer or back again.
  private func onward(
    _ choice: CutSlot.Choice, _ range: Range<Int>, after previous: CutStep
  ) -> CutStep? {
    let option = options[choice.option]
    guard previous.option == choice.option, option.talks, option.canClose,
      let take = option.take
    else { return nil }
    let start = previous.source.upperBound
    let source = start..<start + option.sourceFrames(range.count)
    guard source.upperBound <= option.frames.upperBound else { return nil }
    return CutStep(
      choice: choice, beat: previous.beat, range: range, source: source, speed: option.speed,
      quality: WindowQuality(take, rate: cost.rate).score(source), recording: option.recording,
      isCloser: !previous.isCloser)
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
struct CutStep: Equatable {
  let choice: CutSlot.Choice
  let beat: Int
  /// Frames of the draft.
  let range: Range<Int>
  /// Frames of the source, at the draft's rate.
  let source: Range<Int>
  let speed: Rational
  /// 0…1.
  let quality: Double
  let recording: Int
  var isCloser = false
  /// Slowed down because its take is too short.
  var isStretched = false

  var option: Int { choice.option }

  static func == (a: CutStep, b: CutStep) -> Bool {
    a.option == b.option && a.range == b.range && a.source == b.source
  }
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
    self.breadth = breadth
    self.alike = alike
    self.isExhaustive = isExhaustive
  }

  /// Every cut is looked at.
  public static let exhaustive = CutEffort(isExhaustive: true)
}
