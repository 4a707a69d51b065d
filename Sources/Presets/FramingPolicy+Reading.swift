import Model

extension FramingPolicy {
  /// Reads the `framing` part of a `cutting/1` preset; what is missing is as usual.
  init(reading node: PresetNode) {
    let usual = FramingPolicy()
    let lut = node["lut"].string(usual.lut)
    if lut.hasPrefix("/") || lut.contains("\0") || lut.split(separator: "/").contains("..") {
      node["lut"].report("'\(node.path).lut' must be the name of a file below 'brand/'")
    }
    self.init(
      follows: node["follows"].bool(usual.follows),
      keptShare: node["kept_share"].double(usual.keptShare, in: 0.5...1),
      speed: node["speed"].double(usual.speed, in: 0.01...0.5),
      stillBelow: node["still_below"].double(usual.stillBelow, in: 0...10),
      widest: node["widest"].double(usual.widest, in: 1...4),
      leastConfidence: node["least_confidence"].double(usual.leastConfidence, in: 0...1),
      parallax: node["parallax"].double(usual.parallax, in: 0...0.1),
      matches: node["match"].bool(usual.matches),
      mostExposure: node["most_exposure"].double(usual.mostExposure, in: 0...1),
      mostBalance: node["most_balance"].double(usual.mostBalance, in: 0...0.25), lut: lut)
    node.finish()
  }
}
