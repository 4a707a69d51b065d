import Model
import Timing
import Yams

/// What a preset does not name keeps its usual value.
extension CutPolicy.Rhythm {
  init(reading node: PresetNode) {
    let usual = Self()
    self.init(
      median: node["median"].double(usual.median, in: 0.5...10),
      spread: node["spread"].double(usual.spread, in: 0.05...2),
      hookMedian: node["hook_median"].double(usual.hookMedian, in: 0.3...10),
      hookSpread: node["hook_spread"].double(usual.hookSpread, in: 0.05...2),
      hookMax: node["hook_max"].double(usual.hookMax, in: 0.5...30),
      talkMax: node["talk_max"].double(usual.talkMax, in: 1...30),
      hardMax: node["hard_max"].double(usual.hardMax, in: 1...60),
      agreeWithin: node["agree_within"].double(usual.agreeWithin, in: 0...30),
      productBy: node["product_by"].double(usual.productBy, in: 0...30),
      talkingRigs: node["talking_rigs"].strings(usual.talkingRigs),
      withoutProduct: node["without_product"].strings(usual.withoutProduct),
      withProduct: node["with_product"].strings(usual.withProduct))
    node.finish()
  }
}

extension CutPolicy.Costs {
  init(reading node: PresetNode) {
    let usual = Self()
    func cost(_ key: String, _ fallback: Double) -> Double {
      node[key].double(fallback, in: 0...1000)
    }
    self.init(
      other: cost("other", usual.other), photo: cost("photo", usual.photo),
      elsewhere: cost("elsewhere", usual.elsewhere), unshown: cost("unshown", usual.unshown),
      unmarked: cost("unmarked", usual.unmarked), worse: cost("worse", usual.worse),
      quality: cost("quality", usual.quality),
      length: cost("length", usual.length), plan: cost("plan", usual.plan),
      late: cost("late", usual.late), jump: cost("jump", usual.jump),
      alike: cost("alike", usual.alike), photoAgain: cost("photo_again", usual.photoAgain),
      again: cost("again", usual.again), variety: cost("variety", usual.variety),
      product: cost("product", usual.product), beat: cost("beat", usual.beat),
      speed: cost("speed", usual.speed))
    node.finish()
  }
}

extension CutPolicy.Music {
  init(reading node: PresetNode) {
    let usual = Self()
    self.init(
      reach: node["reach"].double(usual.reach, in: 0...1),
      reachFree: node["reach_free"].double(usual.reachFree, in: 0...1),
      downbeatReach: node["downbeat_reach"].double(usual.downbeatReach, in: 0...1),
      confidence: node["confidence"].double(usual.confidence, in: 0...1),
      anchor: node["anchor"].double(usual.anchor, in: 0...60))
    node.finish()
  }
}

extension CutPolicy.Retiming {
  init(reading node: PresetNode) {
    let usual = Self()
    self.init(
      slow: node["slow"].fraction(usual.slow, in: Rational(1, 8)...1),
      slowFrom: node["slow_from"].double(usual.slowFrom, in: 1...1000),
      slowWords: node["slow_words"].strings(usual.slowWords),
      fast: node["fast"].isPresent
        ? node["fast"].items.map { $0.fraction(nil, in: 1...32) }.sorted() : usual.fast,
      fastWords: node["fast_words"].strings(usual.fastWords))
    node.finish()
  }
}

extension CutPolicy.Closer {
  init(reading node: PresetNode) {
    let usual = Self()
    self.init(
      resolution: node["resolution"].double(usual.resolution, in: 1...10),
      pushSizes: node["push_sizes"].strings(usual.pushSizes),
      locked: node["locked"].strings(usual.locked))
    node.finish()
  }
}

extension CutPolicy.Transitions {
  init(reading node: PresetNode) {
    let usual = Self()
    self.init(
      limit: node["limit"].int(usual.limit, in: 0...20),
      flash: node["flash"].double(usual.flash, in: 0...1),
      whip: node["whip"].double(usual.whip, in: 0...1),
      flashFrom: node["flash_from"].strings(usual.flashFrom),
      flashTo: node["flash_to"].strings(usual.flashTo),
      whipInto: node["whip_into"].isPresent
        ? node["whip_into"].items.map { $0.choice(BeatRole.self) } : usual.whipInto,
      whipMovements: node["whip_movements"].strings(usual.whipMovements),
      shortest: node["shortest"].double(usual.shortest, in: 0...10))
    node.finish()
  }
}

extension PresetNode {
  /// The texts of a list, or the fallback where there is none; an empty list is empty.
  fileprivate func strings(_ fallback: [String]) -> [String] { isPresent ? strings() : fallback }

  /// `2`, or `1/2`.
  fileprivate func fraction(_ fallback: Rational?, in range: ClosedRange<Rational>) -> Rational {
    if !isPresent, let fallback { return fallback }
    guard let value = node?.scalar.flatMap({ Rational.parse($0.string) }), range.contains(value)
    else {
      wrong("a fraction such as 1/2, from \(range.lowerBound) to \(range.upperBound)")
      return range.lowerBound
    }
    return value
  }
}
