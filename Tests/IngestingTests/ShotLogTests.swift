import Diagnostics
import Ingesting
import Model
import Testing
import Timing

struct ShotLogTests {
  private let reader = ShotLogReader(
    names: ProductNames(skus: Shoot.skus, shots: Shoot.shots))

  private func takes(_ log: String, _ paths: [String]) -> [String] {
    let entries = reader.read(log, file: "footage/shotlog.csv").entries
    return Shoot.filer().file(paths.map { Shoot.clip($0) }, log: entries).takes
      .map { "\($0.file) \($0.shot ?? $0.sku) \($0.filedBy.rawValue) \($0.status.rawValue)" }
  }

  @Test func anEnglishLogFilesAndMarks() {
    let log = "File,SKU,Shot,Take,Status\nC0001.MP4,A-100,close,1,NG\nc0002,B-200,,1,OK\n"
    #expect(
      takes(log, ["footage/x/C0001.MP4", "footage/x/C0002.MP4"]) == [
        "footage/x/C0001.MP4 A-100-close log ng", "footage/x/C0002.MP4 B-200 log ok",
      ])
  }

  @Test func aChineseLogWithSemicolonsAndAByteOrderMarkFilesAndMarks() {
    let log = "\u{FEFF}场记;文件名;货号;镜号;结果\r\n;\"C0001\";A-100;A-100-wear;过\r\n;;;;\r\n"
    #expect(takes(log, ["footage/C0001.MP4"]) == ["footage/C0001.MP4 A-100-wear log ok"])
  }

  @Test func twoShotsForOneFileAreNotGuessed() {
    let log = "file,shot\nC1,A-100-close\nC1,B-200-pour\n"
    let entries = reader.read(log, file: "footage/shotlog.csv").entries
    let filing = Shoot.filer().file([Shoot.clip("footage/C1.mp4")], log: entries)
    #expect(
      filing.orphans.map(\.reason)
        == ["the shot log names several shots for it, and no slate divides it"])
  }

  @Test func aNameThatTwoFoldersShareMeansTheOneBesideTheLog() {
    let log = reader.read("file,sku\nC1,A-100\n", file: "footage/a/shotlog.csv").entries
    let filing = Shoot.filer().file(
      [Shoot.clip("footage/a/C1.mp4"), Shoot.clip("footage/b/C1.mp4")], log: log)
    #expect(filing.takes.map(\.file) == ["footage/a/C1.mp4"])
  }

  @Test func theLogMarksASlatedTakeThatNoCardMarks() {
    let log = reader.read("file,status\nC1,ng\n", file: "footage/shotlog.csv").entries
    let filing = Shoot.filer().file(
      [Shoot.clip("footage/C1.mp4", [Shoot.slate("A-100-close", 0, 2)])], log: log)
    #expect(filing.takes.map(\.status) == [.ng])
    #expect(filing.takes[0].reasons.contains("marked ng in the shot log"))
  }

  @Test func whatCannotBeUsedIsFoundByLine() {
    let found = reader.read(
      "file,sku,shot,status\nC1,Z-9,nope,maybe\n", file: "footage/shotlog.csv"
    ).diagnostics.map(\.description)
    #expect(
      found == [
        "footage/shotlog.csv:2: warning: 'Z-9' is no product of the catalogue",
        "footage/shotlog.csv:2: warning: 'nope' is no shot of the list",
        "footage/shotlog.csv:2: warning: 'maybe' must be one of: 'OK', 'NG', 'KEEP'",
      ])
  }

  @Test func aLogWithoutTheColumnsSaysWhichItNeeds() {
    let found = reader.read("a,b\n1,2\n", file: "footage/shotlog.csv").diagnostics
    #expect(found.map(\.severity) == [.error])
    #expect(found[0].message.contains("a column 'file' (文件)"))
  }

  @Test(arguments: [
    ("footage/shotlog.csv", true), ("footage/d1/ShotLog-2.CSV", true), ("footage/场记0501.csv", true),
    ("footage/notes.csv", false), ("footage/shotlog.txt", false),
  ])
  func logsAreKnownByName(path: String, isLog: Bool) {
    #expect(ShotLogReader.isShotLog(path) == isLog)
  }
}
