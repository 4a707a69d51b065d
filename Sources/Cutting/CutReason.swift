import Foundation
import Model
import Timing

/// Says why a picture stands where it stands, in words and figures.
struct CutReason {
  let plan: PicturePlanner.Plan
  let rate: FrameRate
  private let facts: [OptionFacts]

  init(plan: PicturePlanner.Plan, rate: FrameRate) {
    self.plan = plan
    self.rate = rate
    facts = OptionFacts.of(plan.options)
  }

  func text(_ step: CutStep, at index: Int) -> String {
    let option = plan.options[step.option]
    let slot = plan.slots.first { $0.beat == step.beat }
    var lines = [what(step, option, slot)]
    if let take = option.take {
      lines += take.reasons
      lines.append(
        "\(stretch(step.source)) of it, quality \(number(step.quality)) of 1")
    }
    if step.speed != 1 { lines.append(speed(step)) }
    if step.isCloser { lines.append("closer, for it goes on") }
    lines.append("\(seconds(step.range.count)) long")
    if let beat = beat(step) { lines.append(beat) }
    if let slot { lines.append(price(step, at: index, slot)) }
    return lines.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private func what(_ step: CutStep, _ option: PictureOption, _ slot: CutSlot?) -> String {
    if let place = step.wanted, let take = option.take, let wanted = slot?.wanted[place] {
      let delay = Double(step.range.lowerBound - wanted.said) / rate.framesPerSecond.double
      let when =
        abs(delay) < 0.05 ? "with its words" : String(format: "%+.1f s from its words", delay)
      return "take \(take.take) of \(option.siblings), \(when)"
    }
    let lacking = slot?.wanted.first { !$0.isThere }
    let stands = option.photo == nil ? "another picture of the product" : "a photo"
    if let lacking { return "no take of '\(lacking.id)'; \(stands) stands in" }
    return option.photo == nil
      ? "\(stands) between those that the words ask for"
      : "a photo between the takes that the words ask for"
  }

  private func speed(_ step: CutStep) -> String {
    if step.isStretched { return "slowed to \(step.speed), for nothing longer is left" }
    return step.speed < 1
      ? "slow motion, \(step.speed) of its speed" : "\(step.speed) times as fast"
  }

  private func beat(_ step: CutStep) -> String? {
    guard step.range.lowerBound > 0,
      let distance = plan.prices.music.distance(step.range.lowerBound)
    else { return nil }
    return distance <= 1 ? "cut on a beat" : "cut \(seconds(distance)) off a beat"
  }

  private func price(_ step: CutStep, at index: Int, _ slot: CutSlot) -> String {
    let previous = index > 0 ? plan.steps[index - 1] : nil
    let before = Array(plan.steps[..<index])
    let shown = before.reduce(0 as UInt32) { bits, other in
      other.beat == step.beat ? bits | (other.wanted.map { 1 << UInt32($0) } ?? 0) : bits
    }
    let seen = before.contains { plan.options[$0.option].showsProduct }
    var parts: [(String, Double)] = []
    plan.prices.pay(
      step, slot, CutPlace(previous: previous, shown: shown, seen: seen), facts, before
    ) { part, value in if value >= 0.005 { parts.append((part.rawValue, value)) } }
    let sum = parts.reduce(0) { $0 + $1.1 }
    guard sum > 0 else { return "costs nothing" }
    let named = parts.sorted { ($0.1, $1.0) > ($1.1, $0.0) }
      .map { "\($0.0) \(number($0.1))" }.joined(separator: " + ")
    return "costs \(number(sum)): \(named)"
  }

  private func stretch(_ frames: Range<Int>) -> String {
    let pace = rate.framesPerSecond.double
    return String(
      format: "%.2f–%.2f s", Double(frames.lowerBound) / pace, Double(frames.upperBound) / pace)
  }

  private func seconds(_ frames: Int) -> String {
    String(format: "%.2f s", Double(frames) / rate.framesPerSecond.double)
  }

  private func number(_ value: Double) -> String { String(format: "%.2f", value) }
}
