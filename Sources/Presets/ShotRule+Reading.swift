import Model

extension ShotRule {
  init(reading node: PresetNode) {
    let picture = node.bothTexts()
    self.init(
      key: node["key"].shotKey(), picture: picture, size: node["size"].choice(ShotSize.self),
      movement: node["move"].choice(CameraMovement.self, .fixed),
      angle: node["angle"].choice(CameraAngle.self, .eye),
      seconds: node["seconds"].double(2, in: 0.5...20),
      roles: node["roles"].items.map { $0.choice(BeatRole.self) },
      shows: node["shows"].strings(), words: node["words"].strings(),
      tags: node["tags"].strings(), calls: node["calls"].calls(),
      needs: node["needs"].strings(), must: node["must"].bool(false),
      rig: node["rig"].string("table-top"), destructive: node["destructive"].bool(false),
      props: node["props"].localized(), sound: node["sound"].oneEach())
    node.finish()
  }
}

extension PresetNode {
  fileprivate func calls() -> [CopyLocale: [String]] {
    guard isPresent else { return [:] }
    let result = patterns(slots: PatternSlot.isGeneral)
    finish()
    return result
  }

  fileprivate func oneEach() -> [CopyLocale: String] {
    guard isPresent else { return [:] }
    let result = texts()
    finish()
    return result
  }

  fileprivate func shotKey() -> String {
    let text = string()
    if !text.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }) {
      report("'\(path)' must be lower-case letters, digits and '-', found '\(text)'")
    }
    return text
  }
}
