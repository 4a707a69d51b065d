import Foundation
import Model
import Support

/// A small Chinese shop whose scripts are written and changed, without a picture of anything.
struct CopySite {
  static let catalogue = """
    商品编码,商品名称,类目,售价,成本,库存,材质,容量,自重,口味,规格,卖点,划线价,划线价依据,划线价日期
    BG-1,通勤双肩包女电脑包,箱包,168,60,300,牛津布,20L,620g,,,侧袋能放下折叠伞；肩带加宽,199,近7天成交价,2026-11-01
    SN-1,云南手工鲜花饼玫瑰味,零食,39.9,12,500,,,,玫瑰,12袋,外皮酥；独立小袋装,59,,
    HM-1,桌面收纳盒抽屉式,家居,45,15,400,PET,,900g,,,抽屉底部有静音条；透明的，找东西不用翻,,,

    """

  let folder: TemporaryFolder
  let root: URL

  init(catalogue: String = Self.catalogue, settings: String = "") throws {
    folder = try TemporaryFolder()
    root = folder.file("shop")
    try root.write(
      "schema: workspace/1\nid: COPY\nplatforms: [douyin]\nscript: {variants: 2}\n" + settings,
      to: "shopreel.yaml")
    try root.write(catalogue, to: "catalogue.csv")
  }

  /// Import, select and script; the last one's outcome.
  @discardableResult
  func start(environment: [String: String] = [:]) throws -> Program.Outcome {
    for verb in ["import", "select"] {
      let outcome = try Program.run([verb, "-C", root.path], environment: environment)
      guard [0, 1].contains(outcome.status) else {
        throw DemoSite.Broken(verb: verb, outcome: outcome)
      }
    }
    return try script(environment: environment)
  }

  func script(_ more: [String] = [], environment: [String: String] = [:]) throws
    -> Program.Outcome
  {
    try Program.run(
      ["script", "-C", root.path, "--lang", "zh"] + more, environment: environment)
  }

  var scripts: [Script] {
    get throws {
      try Listing(root.appendingPathComponent("work/scripts")).names(ending: ".json").map {
        try root.artefact(Script.self, "work/scripts/" + $0)
      }
    }
  }

  func first(of sku: String) throws -> Script {
    guard let script = try scripts.first(where: { $0.sku == sku }) else {
      throw CocoaError(.fileNoSuchFile)
    }
    return script
  }

  func again(_ script: Script) throws -> Script {
    try root.artefact(Script.self, path(script, "json"))
  }

  func path(_ script: Script, _ ending: String) -> String {
    "work/scripts/\(script.category)/\(script.id).\(ending)"
  }

  /// Exchanges words in a file as an editor does.
  func replace(_ old: String, with new: String, in name: String) throws {
    let file = root.appendingPathComponent(name)
    let text = try String(contentsOf: file, encoding: .utf8)
    guard text.contains(old) else { throw CocoaError(.fileReadCorruptFile) }
    try Data(text.replacing(old, with: new, maxReplacements: 1).utf8).write(to: file)
  }

  var edits: [ScriptEdits.Edit] {
    get throws {
      root.holds("edits/scripts.json")
        ? try root.artefact(ScriptEdits.self, "edits/scripts.json").edits : []
    }
  }

  /// Every file of the workspace as text.
  var everything: [(name: String, text: String)] {
    Listing(root).names.map { name in
      (name, String(decoding: root.bytes(name) ?? Data(), as: UTF8.self))
    }
  }
}
