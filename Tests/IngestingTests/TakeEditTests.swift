import Diagnostics
import Ingesting
import Model
import Presets
import Testing
import Timing

struct TakeEditTests {
  private let clips = [
    Shoot.clip(
      "footage/C0001.MP4", identity: "0123456789abcdef", [Shoot.slate("A-100-close", 0, 1)]),
    Shoot.clip(
      "footage/C0002.MP4", identity: "fedcba9876543210", [Shoot.slate("A-100-close", 0, 1)]),
    Shoot.clip("footage/walk.mov", 8),
    Shoot.clip(
      "footage/long.mp4", 20, [Shoot.slate("A-100-wear", 0, 1), Shoot.slate("B-200-pour", 10, 11)]),
  ]

  private func edits(_ lines: String) throws -> TakeEdits {
    let text =
      "schema: takes-edits/1\ntakes:\n"
      + lines.split(separator: "\n").map { "  - {\($0)}\n" }.joined()
    return try TakeEdits(reading: PresetSource(file: "edits/takes.yaml", text: text))
  }

  private func file(_ lines: String) throws -> Filing {
    Shoot.filer().file(clips, edits: try edits(lines))
  }

  @Test(arguments: [
    "file: C0001.MP4, status: ng", "file: c0001, status: ng",
    "file: footage/C0001.MP4, status: ng", "file: 0123456789abcdef, status: ng",
    "file: 0123456789ab, status: ng", "file: C0001.MP4, use: false",
  ])
  func aFileIsNamedByPathNameOrContent(line: String) throws {
    let takes = try file(line).takes
    #expect(takes.first { $0.file.contains("C0001") }?.status == .ng)
    #expect(takes.first { $0.file.contains("C0002") }?.status == .unmarked)
    #expect(takes[0].reasons.contains { $0.hasPrefix("by hand: ") })
    #expect(takes[0].reasonsZh?.contains { $0.hasPrefix("人工：") } == true)
  }

  @Test func aTakeIsNamedByItsIdWhereverItsFileLies() throws {
    let id = Shoot.filer().file(clips).takes[1].id
    var moved = clips
    moved[1].path = "footage/day-1/renamed.mp4"
    let takes = Shoot.filer().file(moved, edits: try edits("file: \(id), status: keep")).takes
    #expect(takes.first { $0.status == .keep }?.file == "footage/day-1/renamed.mp4")
  }

  @Test func anOrphanGetsAShot() throws {
    let alone = [Shoot.clip("footage/walk.mov", 8)]
    #expect(Shoot.filer().file(alone).orphans.count == 1)
    let filing = Shoot.filer().file(
      alone, edits: try edits("file: walk.mov, shot: A-100-wear, note: the second camera"))
    #expect(filing.orphans.isEmpty)
    #expect(filing.takes.map(\.summary) == ["A-100-wear log 0.0–8.0 unmarked"])
    #expect(filing.takes[0].reasons.contains("by hand: the second camera"))
    #expect(!filing.missing.contains { $0.shot == "A-100-wear" })
  }

  @Test func boundsAndTheBestStretchAreTaken() throws {
    let takes = try file(
      "file: C0001, in: 3, out: 9\nfile: C0002, best: {in: 4, out: 6.5}"
    ).takes
    #expect(takes[0].start == Time(decimal: 3))
    #expect(takes[0].end == Time(decimal: 9))
    #expect(takes[1].best == TakeWindow(start: Time(decimal: 4), end: Time(decimal: 6.5)))
    let scores = takes[1].quality.scores
    let inside = Int((5 - takes[1].start.decimal) / 0.25)
    #expect(scores[inside] > scores[0] + 0.1)
    #expect(takes[1].reasons.contains("best 2.5 s from 4.0 s"))
  }

  @Test func oneOfSeveralTakesIsMeantByAMomentInIt() throws {
    let takes = try file("file: long.mp4, at: 14, status: ok").takes
    #expect(takes.filter { $0.status == .ok }.map(\.shot) == ["B-200-pour"])
  }

  @Test func aCopyOfTheSameContentStandsForTheClipThatIsUsed() throws {
    let slate = [Shoot.slate("A-100-close", 0, 1)]
    let copies = ["a", "b"].map { Shoot.clip("footage/\($0).mp4", identity: "same", slate) }
    let takes = Shoot.filer().file(copies, edits: try edits("file: b.mp4, status: ng")).takes
    #expect(takes.map(\.status) == [.ng])
  }

  @Test func aLaterLineWins() throws {
    let takes = try file("file: C0001, status: ok\nfile: C0001, status: ng").takes
    #expect(takes[0].status == .ng)
  }

  @Test(arguments: [
    ("file: C0003.MP4, status: ok", "no clip is called 'C0003.MP4'; did you mean 'C0001.MP4'?"),
    (
      "file: C0001, shot: A-100-clos", "no shot is called 'A-100-clos'; did you mean 'A-100-close'?"
    ),
    ("file: C0001, sku: A-10", "no product is called 'A-10'; did you mean 'A-100'?"),
    (
      "file: C0001, shot: A-100-close, sku: B-200",
      "the shot 'A-100-close' is of product 'A-100', not 'B-200'"
    ),
    (
      "file: long.mp4, best: {in: 2, out: 4}",
      "'long.mp4' holds 2 takes; say which with 'at', in seconds"
    ),
    ("file: C0001, at: 40, status: ok", "'C0001' has no take at 40.0 s; it is 10.0 s long"),
    ("file: C0001, in: 30", "nothing is left between 30.0 s and 10.0 s of 10.0 s"),
  ])
  func whatMatchesNothingIsSaidWithItsLine(line: String, message: String) throws {
    let found = try file(line).diagnostics
    #expect(found.map(\.message) == [message])
    #expect(found.first?.position.line == 3)
    #expect(found.first?.position.file == "edits/takes.yaml")
  }

  @Test(arguments: [
    (
      "file: a, status: good",
      "'takes[0].status' must be one of: 'ok', 'ng', 'keep', 'unmarked', found 'good'"
    ),
    ("file: a, in: 5, out: 4", "'takes[0].out' must come after 'in'"),
    ("file: a, best: {in: 5, out: 5}", "'takes[0].best.out' must come after 'in'"),
    ("status: ok", "'takes[0]' names no 'file'"),
    ("file: a, statsu: ok", "unknown key 'statsu' in 'takes[0]'; did you mean 'status'?"),
    ("file: a, at: -1", "'takes[0].at' must be a number from 0.0 to 1000000.0, found '-1'"),
  ])
  func faultsInTheFileAreNamed(line: String, message: String) {
    let error = #expect(throws: DiagnosticsError.self) { try edits(line) }
    #expect(error?.diagnostics.map(\.message) == [message])
    #expect(error?.diagnostics.first?.position.line == 3)
  }
}
