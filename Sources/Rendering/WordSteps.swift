import Drawing
import Model
import Timing

/// The pictures of a text as its words come: typed, spoken or marked.
struct WordSteps {
  let layer: Layer
  let text: FittedText
  let animation: Style.Animation
  let motion: Style.Motion

  /// The most pictures that a text is typed in.
  private static let most = 20
  private static let rate = FrameRate(30)

  init(_ layer: Layer, _ text: FittedText, sheet: StyleSheet) {
    self.layer = layer
    self.text = text
    animation = sheet.style.animations[layer.kind.rawValue] ?? Style.Animation()
    motion = sheet.style.motion
  }

  /// - Throws: `DrawingError` when the text is too large for a picture.
  func all() throws -> [PlacedLayer.Step] {
    if animation.enter == .typewriter, let steps = try typed() { return steps }
    switch animation.words {
    case .none: break
    case .highlight, .reveal: if let steps = try spoken() { return steps }
    case .marker: if let steps = try marked() { return steps }
    }
    return [PlacedLayer.Step(try TextLayout.bitmap(of: text))]
  }

  private func step(_ text: FittedText, _ frames: Int) throws -> PlacedLayer.Step {
    PlacedLayer.Step(
      try TextLayout.bitmap(of: text), at: Time(frames: frames, at: Self.rate))
  }

  /// Letter by letter, done by half of the layer's life.
  private func typed() throws -> [PlacedLayer.Step]? {
    let count = text.count
    let life = layer.range.duration.frames(at: Self.rate)
    guard count > 1, life > 8 else { return nil }
    let frames = min(count * motion.typeFrames, life / 2)
    let steps = min(count, frames, Self.most)
    return try (1...max(1, steps)).map { index in
      try step(text.showing(first: count * index / steps), frames * (index - 1) / steps)
    }
  }

  /// Word by word as they are said; nil where the words are not those of the text.
  private func spoken() throws -> [PlacedLayer.Step]? {
    let counts = layer.words.map { $0.text.count { !$0.isWhitespace } }
    guard !counts.isEmpty, counts.reduce(0, +) == text.count else { return nil }
    var ranges: [Range<Int>] = []
    for count in counts {
      let start = ranges.last?.upperBound ?? 0
      ranges.append(start..<start + count)
    }
    var steps: [PlacedLayer.Step] = []
    if layer.words[0].at > .zero, animation.words == .highlight {
      steps.append(try step(text.accenting(0..<0), 0))
    }
    for (word, range) in zip(layer.words, ranges) where !range.isEmpty {
      let shown =
        animation.words == .highlight
        ? text.accenting(range) : text.showing(first: range.upperBound)
      let at = steps.isEmpty ? Time.zero : word.at
      steps.append(PlacedLayer.Step(try TextLayout.bitmap(of: shown), at: at))
    }
    return steps.isEmpty ? nil : steps
  }

  /// The marker's stroke once the text has come.
  private func marked() throws -> [PlacedLayer.Step]? {
    guard text.style.marker != nil, text.isAccented, motion.markerFrames > 1 else { return nil }
    let enter = Movement(animation.enter, motion, distance: 0).frames
    let begin = enter + 3
    let frames = motion.markerFrames
    guard layer.range.duration.frames(at: Self.rate) > begin + frames else { return nil }
    return [try step(text.marked(0), 0)]
      + (try (1...frames).map { try step(text.marked(Double($0) / Double(frames)), begin + $0) })
  }
}
