import Foundation
import Model
import Timing

/// What a picture costs at its place, part by part.
struct CutPrices {
  let policy: CutPolicy
  let rate: FrameRate
  let music: MusicGrid
  /// The frame by which the product is to be seen.
  let productBy: Int

  private let shortest: Int
  private let hardest: Int

  init(policy: CutPolicy, rate: FrameRate, music: MusicGrid, productBy: Int) {
    self.policy = policy
    self.rate = rate
    self.music = music
    self.productBy = productBy
    shortest = max(1, Time(decimal: policy.shotMin).frames(at: rate))
    hardest = max(1, Time(decimal: policy.rhythm.hardMax).frames(at: rate))
  }

  private var costs: CutPolicy.Costs { policy.costs }

  private func seconds(_ frames: Int) -> Double {
    Double(frames) / rate.framesPerSecond.double
  }

  /// Whether a picture may be so long; what a card hides does not count.
  func admits(_ length: Int, _ slot: CutSlot, isLast: Bool) -> Bool {
    let hidden = isLast ? slot.frames.upperBound - slot.hiddenFrom : 0
    return (length >= shortest || isLast && length == slot.frames.count)
      && length - hidden <= max(hardest, shortest * 2)
  }

  /// Names each part of the price and its amount.
  func pay(
    _ step: CutStep, _ slot: CutSlot, _ place: CutPlace, _ options: [OptionFacts],
    _ before: [CutStep], _ add: (CutCost.Part, Double) -> Void
  ) {
    let option = options[step.option]
    for part in slot.choices[step.choice].parts { add(part.part, part.value) }
    // What the words ask for has the better stretch of a take, what stands in the other.
    add(.quality, costs.quality * (1 - step.quality) * (step.wanted == nil ? 1 : 1.25))
    length(step, slot, option, add)
    if let index = step.wanted { agreement(step, slot.wanted[index], place, index, add) }
    neighbours(step, place.previous, options, add)
    again(step, option, before, add)
    if !place.seen, !option.showsProduct {
      let late = step.range.upperBound - max(productBy, step.range.lowerBound)
      if late > 0 { add(.product, costs.product * seconds(late)) }
    }
    if step.range.upperBound < slot.frames.upperBound { beat(step.range.upperBound, add) }
  }

  /// How unlikely the length is among measured ones, and beside the planned.
  private func length(
    _ step: CutStep, _ slot: CutSlot, _ option: OptionFacts,
    _ add: (CutCost.Part, Double) -> Void
  ) {
    let shown = min(step.range.upperBound, slot.hiddenFrom) - step.range.lowerBound
    guard shown >= shortest else { return }
    let length = seconds(shown)
    let rhythm = policy.rhythm
    let (median, spread, most) =
      option.talks
      ? (rhythm.median * 1.4, rhythm.spread * 1.5, rhythm.talkMax)
      : slot.isHook
        ? (rhythm.hookMedian, rhythm.hookSpread, rhythm.hookMax)
        : (rhythm.median, rhythm.spread, policy.shotMax)
    let away = log(length / median) / spread
    add(.length, costs.length * (away * away / 2 + 2 * max(0, length - most)))
    if let index = step.wanted, !slot.isHook {
      let planned = seconds(slot.wanted[index].planned)
      add(.plan, costs.plan * abs(log(length / max(0.1, planned))))
    }
  }

  /// What is said is shown while it is said.
  private func agreement(
    _ step: CutStep, _ wanted: CutSlot.Wanted, _ place: CutPlace, _ index: Int,
    _ add: (CutCost.Part, Double) -> Void
  ) {
    guard place.shown & (1 << UInt32(index)) == 0 else { return }
    let apart = abs(seconds(step.range.lowerBound - wanted.said))
    add(.late, costs.late * (max(0, apart - policy.rhythm.agreeWithin) + 0.06 * apart))
  }

  private func neighbours(
    _ step: CutStep, _ previous: CutStep?, _ options: [OptionFacts],
    _ add: (CutCost.Part, Double) -> Void
  ) {
    guard let previous else { return }
    let (a, b) = (options[previous.option], options[step.option])
    if previous.isCloser != step.isCloser, a.recording == b.recording,
      previous.source.upperBound == step.source.lowerBound
    {
      add(.alike, costs.alike / 2)
    } else if a.recording == b.recording {
      add(.jump, costs.jump)
    } else if a.shot != 0, a.shot == b.shot {
      // Another take of one set-up jumps as well.
      add(.jump, costs.jump / 2)
    } else if a.setup != 0, a.setup == b.setup {
      add(.alike, costs.alike)
    }
  }

  private func again(
    _ step: CutStep, _ option: OptionFacts, _ before: [CutStep],
    _ add: (CutCost.Part, Double) -> Void
  ) {
    if step.isStretched { add(.again, costs.again) }
    let times = before.count { $0.recording == step.recording }
    guard times > 0 else { return }
    if !option.isTake {
      add(.again, costs.photoAgain * Double(times))
    } else if !step.isCloser {
      // Another stretch of a take is no repeat, but not fresh either.
      let isRepeat = before.contains {
        $0.recording == step.recording && $0.source.overlaps(step.source)
      }
      add(.again, isRepeat ? costs.again : costs.alike * Double(times))
    }
  }

  /// A frame beside a beat is on it.
  private func beat(_ frame: Int, _ add: (CutCost.Part, Double) -> Void) {
    guard let distance = music.distance(frame), distance > 1 else { return }
    let reach = max(0.01, policy.music.reach)
    add(.beat, costs.beat * (0.5 + 0.5 * min(1, seconds(distance - 1) / reach)))
  }

  /// Wanted shots that there are takes of, and time for, and that were not shown.
  func unshown(_ slot: CutSlot, _ shown: UInt32) -> Double {
    let there = slot.wanted.indices.filter { slot.wanted[$0].isThere }
    let most = min(there.count, slot.room(shortest))
    let count = there.count { shown & (1 << UInt32($0)) != 0 }
    // The first is what the words are about.
    let isFirst = there.first.map { shown & (1 << UInt32($0)) != 0 } ?? true
    return costs.unshown * (Double(max(0, most - count)) + (isFirst ? 0 : 1)) / 2
  }

  /// What the joint to a part that is cut already costs.
  func end(_ state: CutSearch.State, before taken: [CutStep], _ options: [OptionFacts]) -> Double {
    guard let following = taken.first else { return 0 }
    var sum = 0.0
    neighbours(following, state.step, options) { sum += $1 }
    if !state.seen {
      let seen = taken.first { options[$0.option].showsProduct } ?? following
      sum += costs.product * seconds(max(0, seen.range.lowerBound - productBy))
    }
    return sum
  }
}
