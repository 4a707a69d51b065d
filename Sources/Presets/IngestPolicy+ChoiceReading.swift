import Model

extension IngestPolicy.Choice {
  init(reading node: PresetNode) {
    let usual = Self()
    let classes = node["classes"]
    self.init(
      locked: IngestPolicy.Weights(reading: classes["locked"], usual.locked),
      moving: IngestPolicy.Weights(reading: classes["moving"], usual.moving),
      action: IngestPolicy.Weights(reading: classes["action"], usual.action),
      talking: IngestPolicy.Weights(reading: classes["talking"], usual.talking),
      sharpnessLeast: node["sharpness_least"].double(usual.sharpnessLeast, in: 0...1),
      rejected: node["rejected"].double(usual.rejected, in: 0...1),
      actionShare: node["action_share"].double(usual.actionShare, in: 0.001...1),
      drift: node["drift"].double(usual.drift, in: 0.1...200),
      travel: node["travel"].double(usual.travel, in: 0.1...200),
      presence: node["presence"].double(usual.presence, in: 0...1),
      pause: node["pause"].double(usual.pause, in: 0.1...60),
      handle: node["handle"].double(usual.handle, in: 0...10))
    classes.finish()
    node.finish()
  }
}

extension IngestPolicy.Weights {
  /// A class that is named says all its weights: what it leaves out weighs nothing.
  fileprivate init(reading node: PresetNode, _ usual: Self) {
    guard node.isPresent else {
      self = usual
      return
    }
    func weight(_ key: String) -> Double { node[key].double(0, in: 0...100) }
    self.init(
      sharpness: weight("sharpness"), exposure: weight("exposure"),
      steadiness: weight("steadiness"), motion: weight("motion"), face: weight("face"),
      speech: weight("speech"), quiet: weight("quiet"))
    let all = [sharpness, exposure, steadiness, motion, face, speech, quiet]
    if all.reduce(0, +) <= 0 { node.report("'\(node.path)' weighs nothing at all") }
    node.finish()
  }
}
