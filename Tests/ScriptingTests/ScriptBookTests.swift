import Foundation
import Model
import Scripting
import Testing

/// Golden pages: `SHOPREEL_RECORD=1` writes them anew.
struct ScriptBookTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  @Test(arguments: ["shirt", "runner"])
  func twoProductsReadAsTheyDid(_ name: String) throws {
    let product = name == "shirt" ? MadeProducts.shirt : MadeProducts.runner
    let output = try ShippedPresets.shared.run(
      ScriptInput(
        products: [product], assets: [product.sku: ProductAssets(photos: 4)],
        platforms: name == "shirt"
          ? [MadePlatforms.douyin, MadePlatforms.taobao] : [MadePlatforms.tiktok],
        gate: { _, _, _, _ in [] }))
    let playbook = try #require(ShippedPresets.shared.playbooks[product.category])
    let text = ScriptBook.markdown(
      category: playbook, scripts: output.scripts, products: [product])
    let file = Self.folder.appendingPathComponent(name + ".md")
    if ProcessInfo.processInfo.environment["SHOPREEL_RECORD"] != nil {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent); run again without SHOPREEL_RECORD")
      return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(text == golden)
  }

  @Test func hostileTextsDoNotBreakTables() throws {
    var product = MadeProducts.bag
    product.title = "包 | 列\n# 标题 <b>"
    product.sellingPoints = ["a|b `c` 侧袋"]
    let output = try ShippedPresets.shared.run(
      ScriptInput(
        products: [product], platforms: [MadePlatforms.douyin], gate: { _, _, _, _ in [] }))
    let text = output.scripts[0].markdown(product)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }
    let plain = rows.map { $0.replacingOccurrences(of: "\\|", with: "") }
    #expect(Set(plain.map { $0.filter { $0 == "|" }.count }) == [7, 10])
    #expect(!text.contains("\n# 标题"))
  }
}
