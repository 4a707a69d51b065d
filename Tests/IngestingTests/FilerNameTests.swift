import Ingesting
import Model
import Testing
import Timing

struct FilerNameTests {
  @Test(arguments: [
    ("footage/A-100/C0001.mp4", "A-100"),
    ("footage/a_100/C0001.mp4", "A-100"),
    ("footage/day 1/A-100 red/C0001.mp4", "A-100"),
    ("footage/20260501_a-100_2.mov", "A-100"),
    ("footage/A-100-XL_2.mov", "A-100-XL"),
    ("footage/A-100-close_t2_OK.mov", "A-100-close"),
    ("footage/A-100/close 2.mov", "A-100-close"),
    ("footage/A-100/close/C0001.mov", "A-100-close"),
    (
      "footage/\(SlatePayload(workspace: "W0RK", shotID: "B-200-pour").code.lowercased()).mp4",
      "B-200-pour"
    ),
    ("footage/矿泉水特写（第1条）.mp4", "矿泉水"),
    ("footage/C_3/IMG_0001.MOV", "C/3"),
    ("footage/\("C/3".slug)/IMG_0001.MOV", "C/3"),
    ("footage/77/IMG_0001.MOV", "77"),
    ("footage/77-front.mp4", "77"),
    ("footage/Ａ－１００.mp4", "A-100"),
    ("footage/B-200/A-100_1.mp4", "A-100"),
  ])
  func namesOfFilesAndFoldersTellProductAndShot(path: String, owner: String) {
    let filing = Shoot.filer().file([Shoot.clip(path)])
    #expect(filing.takes.map { $0.shot ?? $0.sku } == [owner])
    #expect(filing.takes.map(\.filedBy) == [.name])
  }

  @Test(arguments: [
    "footage/IMG_0077.mp4", "footage/A-1000.mp4", "footage/XA-100.mp4", "footage/MVI_77.mp4",
    "footage/clip.mp4",
  ])
  func whatOnlyLooksLikeAProductIsNone(path: String) {
    let filing = Shoot.filer().file([Shoot.clip(path)])
    #expect(filing.takes.isEmpty)
    #expect(filing.orphans[0].reason.hasPrefix("no slate, no product in its name"))
  }

  @Test func twoProductsInOneNameAreNotGuessed() {
    let filing = Shoot.filer().file([Shoot.clip("footage/A-100 with B-200.mp4")])
    #expect(
      filing.orphans.map(\.reason) == ["its name can mean several products: 'A-100', 'B-200'"])
  }

  @Test func theSecondOfTwoEqualFilesIsAnOrphan() {
    let filing = Shoot.filer().file([
      Shoot.clip("footage/copy.mp4", identity: "same"),
      Shoot.clip("footage/A-100/C1.mp4", identity: "same"),
    ])
    #expect(filing.takes.map(\.file) == ["footage/A-100/C1.mp4"])
    #expect(
      filing.orphans == [
        NamedFile(
          file: "footage/copy.mp4",
          reason: "the same content as 'footage/A-100/C1.mp4', which is used",
          reasonZh: "和 'footage/A-100/C1.mp4' 内容一样，用那一个",
          copyOf: "footage/A-100/C1.mp4")
      ])
  }

  @Test func filesWithoutIdentityAreNotTakenForCopies() {
    let filing = Shoot.filer().file([
      Shoot.clip("footage/A-100/1.mp4", identity: ""),
      Shoot.clip("footage/A-100/2.mp4", identity: ""),
    ])
    #expect(filing.takes.count == 2)
    #expect(filing.takes[0].id != filing.takes[1].id)
  }
}

struct FilerInheritanceTests {
  private let slate = [Shoot.slate("A-100-close", 0, 2)]

  private func owners(_ clips: [FootageClip]) -> [String] {
    Shoot.filer().file(clips).takes.map { "\($0.file.suffix(8)) \($0.filedBy.rawValue)" }
  }

  @Test func aClipWithoutSlateFollowsItsCamerasLastSlate() {
    let filing = Shoot.filer().file([
      Shoot.clip("footage/C0001.mp4", at: 1000, slate), Shoot.clip("footage/C0002.mp4", at: 1130),
    ])
    #expect(filing.takes.map(\.filedBy) == [.slate, .inherited])
    #expect(filing.takes[1].shot == "A-100-close")
    #expect(
      filing.takes[1].reasons.contains("follows the slate in 'footage/C0001.mp4' after 2.0 min"))
  }

  @Test func notAfterTheMinutesOfThePolicy() {
    let filing = Shoot.filer().file([
      Shoot.clip("footage/C0001.mp4", at: 1000, slate), Shoot.clip("footage/C0002.mp4", at: 1700),
    ])
    #expect(filing.takes.count == 1)
    #expect(filing.orphans[0].reason.contains("last slate is 12 min back (10.0 at most)"))
  }

  @Test func notFromAnotherCamera() {
    #expect(
      owners([
        Shoot.clip("footage/C0001.mp4", at: 1000, slate),
        Shoot.clip("footage/GX0002.mp4", at: 1030),
        Shoot.clip("footage/b/C0003.mp4", at: 1040),
      ]) == ["0001.mp4 slate"])
  }

  @Test func notOverAnotherSlate() {
    let filing = Shoot.filer().file([
      Shoot.clip("footage/C0001.mp4", at: 1000, slate),
      Shoot.clip("footage/C0002.mp4", at: 1020, [Shoot.slate("gone", 0, 2)]),
      Shoot.clip("footage/C0003.mp4", at: 1040),
      Shoot.clip("footage/C0004.mp4", at: 1060, [Shoot.slate("B-200-pour", 0, 2)]),
      Shoot.clip("footage/C0005.mp4", at: 1080, [Shoot.tailSlate("A-100-wear", 8, 9)]),
      Shoot.clip("footage/C0006.mp4", at: 1100),
    ])
    #expect(filing.takes.map { String($0.file.suffix(5).prefix(1)) } == ["1", "4", "5"])
  }

  @Test func aSlateAtTheEndOfAClipHeadsTheNext() {
    let filing = Shoot.filer().file([
      Shoot.clip("footage/C0001.mp4", at: 1000, slate + [Shoot.slate("B-200-pour", 8, 10)]),
      Shoot.clip("footage/C0002.mp4", at: 1020),
    ])
    #expect(filing.takes.map { $0.shot ?? "" } == ["A-100-close", "B-200-pour"])
  }

  @Test func withoutATrustworthyClockTheFileNumbersCount() {
    let filing = Shoot.filer().file([
      Shoot.clip("footage/C0010.mp4", at: 1000), Shoot.clip("footage/C0009.mp4", at: 1001, slate),
      Shoot.clip("footage/C0008.mp4", at: 1002),
    ])
    #expect(filing.takes.map(\.file) == ["footage/C0009.mp4", "footage/C0010.mp4"])
    #expect(filing.takes[1].reasons[0].hasSuffix("by file number"))
  }

  @Test func aFolderOfAnotherProductIsStronger() {
    let filing = Shoot.filer().file([
      Shoot.clip("footage/B-200/C0001.mp4", at: 1000, slate),
      Shoot.clip("footage/B-200/C0002.mp4", at: 1020),
    ])
    #expect(filing.takes.map { $0.shot ?? $0.sku } == ["A-100-close", "B-200"])
  }

  @Test func aFolderOfTheSameProductLearnsItsShotFromTheSlate() {
    let filing = Shoot.filer().file([
      Shoot.clip("footage/A-100/C0001.mp4", at: 1000, slate),
      Shoot.clip("footage/A-100/C0002.mp4", at: 1020),
    ])
    #expect(filing.takes.map { $0.shot ?? "" } == ["A-100-close", "A-100-close"])
    #expect(filing.takes.map(\.filedBy) == [.slate, .inherited])
  }
}
