import Foundation
import Model
import Scripting
import Testing

struct TeamDecisionTests {
  private var product: Product {
    var product = MadeProducts.shoes
    var team = TeamDecision()
    team.hook = "我们店卖了6年的跑鞋"
    team.copy = ["鞋底自己掰给你看", "后跟加了一圈海绵"]
    team.cta = "左下角选码，量好脚长"
    team.title = "青野跑鞋：店主自己穿的那双"
    var walk = TeamShot(picture: "店主穿着在店门口走")
    walk.size = "全景"
    walk.duration = 3
    var stairs = TeamShot(picture: "上楼梯跟拍")
    stairs.line = "上楼也跟脚"
    team.shots = [walk, stairs]
    product.team = team
    return product
  }

  private func script(_ product: Product, gate: @escaping TextGate = { _, _, _, _ in [] }) throws
    -> Script
  {
    let output = try ShippedPresets.shared.run(
      ScriptInput(products: [product], platforms: [MadePlatforms.douyin], gate: gate))
    return try #require(output.scripts.first)
  }

  @Test func theTeamsWordsStandAsTheyWereWritten() throws {
    let script = try script(product)
    #expect(script.hook == "team")
    #expect(script.id == "XZ-88-discovery-demo-team")
    #expect(script.beats.first?.voice == "我们店卖了6年的跑鞋")
    let points = script.beats.filter { $0.role == .point }.map(\.voice)
    #expect(points == ["鞋底自己掰给你看", "后跟加了一圈海绵", "上楼也跟脚"])
    #expect(script.beats.last?.voice == "左下角选码，量好脚长")
    #expect(script.post["douyin"]?.title == "青野跑鞋：店主自己穿的那双")
    #expect(script.post["douyin"]?.cta == "左下角选码，量好脚长")
    #expect(script.beats.first?.facts.first?.source == "catalogue.csv:6 团队钩子")
  }

  @Test func theTeamsShotsComeFirstAndTheMustsAreAdded() throws {
    let script = try script(product)
    let ids = script.shots.map(\.id)
    let own = script.shots.filter { $0.id.hasPrefix("XZ-88-team-") }
    #expect(own.map(\.picture) == ["店主穿着在店门口走", "上楼梯跟拍"])
    #expect(own.first?.size == "全景")
    #expect(!own.contains { !$0.must })
    let stairs = try #require(script.shots.first { $0.picture == "上楼梯跟拍" })
    #expect(script.beats[stairs.beat].voice == "上楼也跟脚")
    #expect(ids.contains("XZ-88-sole-bend") && ids.contains("XZ-88-weigh"))
  }

  @Test func aBlockedTeamLineIsReportedAndReplaced() throws {
    let script = try script(product) { text, place, _, _ in
      guard text.contains("6年") else { return [] }
      return [
        Finding(
          term: "6年", rule: "years", severity: .block, place: place, suggestion: "写开店年份",
          basis: "test")
      ]
    }
    #expect(script.hook != "team")
    let finding = try #require(script.findings.first)
    #expect(finding.place == "catalogue.csv:6 团队钩子")
    #expect(finding.severity == .warn && finding.suggestion == "写开店年份")
    #expect(script.notes.contains { $0.contains("含禁用词“6年”") })
  }

  @Test func fewerTeamLinesAreCompletedByTheCatalogue() throws {
    var product = product
    product.team?.copy = ["鞋底自己掰给你看"]
    product.team?.shots = []
    let points = try script(product).beats.filter { $0.role == .point }.map(\.voice)
    #expect(points.count == 3)
    #expect(points.first == "鞋底自己掰给你看")
  }
}
