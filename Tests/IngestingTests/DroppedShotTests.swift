import Ingesting
import Model
import Testing
import Timing

struct DroppedShotTests {
  private let index = ShotIndex(
    workspace: Shoot.workspace,
    shotList: ShotList(
      date: "", setups: [], totals: .init(shots: 0, minutes: 0, minutesInScriptOrder: 0),
      dropped: [.init(id: "A-100-close", sku: "A-100")])
  ).adding(ShotIndex(workspace: Shoot.workspace, entries: Shoot.shots.entries))

  private var filer: Filer {
    Filer(
      policy: IngestPolicy(), shots: index, names: ProductNames(skus: Shoot.skus, shots: index))
  }

  @Test func aShotThatWasTakenOffIsNotMissed() {
    #expect(filer.file([]).missing.map(\.shot) == ["A-100-wear", "B-200-pour"])
  }

  @Test func itIsFiledWhereItWasFilmedAllTheSame() {
    let filing = filer.file([
      Shoot.clip("footage/a.mp4", [Shoot.slate("A-100-close", 0, 2)])
    ])
    #expect(filing.takes.map(\.shot) == ["A-100-close"])
  }
}
