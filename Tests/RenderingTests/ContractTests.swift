import Model
import Rendering
import Testing

struct ContractTests {
  private func platform(_ id: String, _ margins: Platform.Margins, rate: Int = 8000) -> Platform {
    var platform = RenderBench.platform(180, 320)
    platform.id = id
    platform.safeZone = margins
    platform.delivery.maxVideoRate = rate
    return platform
  }

  @Test func platformsWithNearBoxesShareTheStricterOne() {
    let contracts = RenderContract.contracts(
      for: [
        platform("a", .init(top: 20, bottom: 40, left: 10, right: 20), rate: 8000),
        platform("b", .init(top: 24, bottom: 30, left: 10, right: 24), rate: 6000),
      ], keeping: 0.8)
    #expect(contracts["a"] == contracts["b"])
    #expect(contracts["a"]?.margins == .init(top: 24, bottom: 40, left: 10, right: 24))
    #expect(contracts["a"]?.maxVideoRate == 6000)
  }

  @Test func aBoxThatWouldShrinkTooFarIsNotShared() {
    let contracts = RenderContract.contracts(
      for: [
        platform("a", .init(top: 20, bottom: 40, left: 10, right: 20)),
        platform("b", .init(top: 20, bottom: 160, left: 10, right: 20)),
      ], keeping: 0.8)
    #expect(contracts["a"] != contracts["b"])
    #expect(contracts["a"]?.margins.bottom == 40)
  }

  @Test func anotherCanvasIsNeverShared() {
    var square = platform("b", .init(top: 20, bottom: 40, left: 10, right: 20))
    square.canvas = Canvas(width: 180, height: 180)
    let contracts = RenderContract.contracts(
      for: [platform("a", .init(top: 20, bottom: 40, left: 10, right: 20)), square], keeping: 0)
    #expect(contracts["b"]?.canvas == Canvas(width: 180, height: 180))
  }

  @Test func theOrderOfPlatformsMakesNoDifference() {
    let all = [
      platform("a", .init(top: 20, bottom: 40, left: 10, right: 20)),
      platform("b", .init(top: 30, bottom: 60, left: 10, right: 30)),
      platform("c", .init(top: 60, bottom: 100, left: 10, right: 40)),
    ]
    #expect(
      RenderContract.contracts(for: all, keeping: 0.8)
        == RenderContract.contracts(for: all.reversed(), keeping: 0.8))
  }
}
