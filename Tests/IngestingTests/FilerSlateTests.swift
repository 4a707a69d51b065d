import Ingesting
import Model
import Testing
import Timing

struct FilerSlateTests {
  struct Case: Sendable, CustomStringConvertible {
    var description: String
    var seconds = 20.0
    var slates: [SlateSpan]
    var takes: [String]
    var orphans: [String] = []
  }

  static let cases: [Case] = [
    Case(
      description: "a head slate owns what follows",
      slates: [Shoot.slate("A-100-close", 0, 2)],
      takes: ["A-100-close slate 2.65–20.0 unmarked"]),
    Case(
      description: "a second slate splits the clip",
      slates: [Shoot.slate("A-100-close", 0, 2), Shoot.slate("B-200-pour", 10, 11)],
      takes: ["A-100-close slate 2.65–9.45 unmarked", "B-200-pour slate 11.65–20.0 unmarked"]),
    Case(
      description: "the same slate again is another take",
      slates: [Shoot.slate("A-100-close", 0, 2), Shoot.slate("A-100-close", 10, 11)],
      takes: ["A-100-close slate 2.65–9.45 unmarked", "A-100-close slate 11.65–20.0 unmarked"]),
    Case(
      description: "an upside-down slate owns what lies before it",
      slates: [Shoot.tailSlate("A-100-wear", 17, 19)],
      takes: ["A-100-wear tail-slate 0.0–16.45 unmarked"]),
    Case(
      description: "an upright slate with nothing behind it closes its clip",
      slates: [Shoot.slate("A-100-wear", 17, 19)],
      takes: ["A-100-wear tail-slate 0.0–16.45 unmarked"]),
    Case(
      description: "an upside-down slate at the very start heads its clip",
      slates: [Shoot.tailSlate("A-100-wear", 0, 2)],
      takes: ["A-100-wear slate 2.65–20.0 unmarked"]),
    Case(
      description: "head and tail slates of different shots in one clip",
      slates: [Shoot.slate("A-100-close", 0, 1), Shoot.tailSlate("B-200-pour", 18, 19)],
      takes: ["A-100-close slate 1.65–17.45 unmarked"]),
    Case(
      description: "a tail slate, then a head slate",
      slates: [Shoot.tailSlate("A-100-close", 8, 9), Shoot.slate("B-200-pour", 10, 11)],
      takes: ["A-100-close tail-slate 0.0–7.45 unmarked", "B-200-pour slate 11.65–20.0 unmarked"]),
    Case(
      description: "a closing card sets the status and what is behind it is dropped",
      slates: [Shoot.slate("A-100-close", 0, 2), Shoot.card("OK", 17, 18)],
      takes: ["A-100-close slate 2.65–16.45 ok"]),
    Case(
      description: "a card shown with the slate speaks of what follows",
      slates: [Shoot.slate("A-100-close", 0, 2), Shoot.card("NG", 1, 2.5)],
      takes: ["A-100-close slate 3.15–20.0 ng"]),
    Case(
      description: "a card in the middle ends a take, and the camera goes on",
      slates: [
        Shoot.slate("A-100-close", 0, 2), Shoot.card("NG", 9, 10), Shoot.card("KEEP", 18.5, 19),
      ],
      takes: ["A-100-close slate 2.65–8.45 ng", "A-100-close slate 10.65–17.95 keep"]),
    Case(
      description: "the later of two cards counts",
      slates: [
        Shoot.slate("A-100-close", 0, 2), Shoot.card("NG", 17, 17.5), Shoot.card("OK", 17.75, 19),
      ],
      takes: ["A-100-close slate 2.65–16.45 ok"]),
    Case(
      description: "a card behind a tail slate speaks of the take before it",
      slates: [Shoot.tailSlate("A-100-wear", 15, 17), Shoot.card("OK", 18, 19)],
      takes: ["A-100-wear tail-slate 0.0–14.45 ok"]),
    Case(
      description: "a nameless lead before a slate is scrap when short",
      slates: [Shoot.slate("A-100-close", 2.5, 4)],
      takes: ["A-100-close slate 4.65–20.0 unmarked"]),
    Case(
      description: "a nameless lead before a slate is named when long",
      slates: [Shoot.slate("A-100-close", 8, 10)],
      takes: ["A-100-close slate 10.65–20.0 unmarked"],
      orphans: ["0.0–8.0 s: no slate, no product in its name"]),
    Case(
      description: "a clip that shows only its slate",
      seconds: 3, slates: [Shoot.slate("A-100-close", 0, 2.9)], takes: [],
      orphans: ["shows only the slate of 'A-100-close'"]),
    Case(
      description: "a slate of another workspace",
      slates: [Shoot.span(SlatePayload(workspace: "ELSE", code: "1234567").text, 0, 2)],
      takes: [], orphans: ["2.0–20.0 s: its slate is of another workspace ('ELSE')"]),
    Case(
      description: "a slate of no known shot",
      slates: [Shoot.slate("gone", 0, 2)], takes: [], orphans: ["2.0–20.0 s: its slate '"]),
    Case(
      description: "another workspace's card is no card",
      slates: [
        Shoot.slate("A-100-close", 0, 2),
        Shoot.span(SlatePayload(workspace: "ELSE", code: "NG").text, 10, 11),
      ],
      takes: ["A-100-close slate 2.65–20.0 unmarked"]),
    Case(
      description: "an upside-down slate soon after the start heads its clip",
      slates: [Shoot.tailSlate("A-100-wear", 1, 2)],
      takes: ["A-100-wear slate 2.65–20.0 unmarked"]),
    Case(
      description: "an upside-down slate behind a short take closes it",
      seconds: 4, slates: [Shoot.tailSlate("A-100-wear", 2, 3.5)],
      takes: ["A-100-wear tail-slate 0.0–1.45 unmarked"]),
    Case(
      description: "a slate that could not be read names nothing",
      slates: [Shoot.unread(0.5, 2)], takes: [],
      orphans: ["2.0–20.0 s: a slate was shown at 0.5 s that could not be read"]),
    Case(
      description: "what follows a slate that could not be read is not the slate's before it",
      slates: [Shoot.slate("A-100-close", 0, 2), Shoot.unread(10, 11)],
      takes: ["A-100-close slate 2.65–9.45 unmarked"],
      orphans: ["11.0–20.0 s: a slate was shown at 10.0 s that could not be read"]),
    Case(
      description: "a tail slate that could not be read leaves the head slate's word",
      slates: [Shoot.slate("A-100-close", 0, 2), Shoot.unread(17, 19)],
      takes: ["A-100-close slate 2.65–16.45 unmarked"]),
    Case(
      description: "a tail slate alone that could not be read names nothing",
      slates: [Shoot.unread(17, 19)], takes: [],
      orphans: ["0.0–17.0 s: a slate was shown at 17.0 s that could not be read"]),
    Case(
      description: "a head slate that could not be read is named by the tail slate",
      slates: [Shoot.unread(0, 2), Shoot.slate("A-100-close", 17, 19)],
      takes: ["A-100-close tail-slate 2.65–16.45 unmarked"]),
    Case(
      description: "a text that is no payload is passed by",
      slates: [Shoot.slate("A-100-close", 0, 2), Shoot.span("SR1*nonsense", 10, 11)],
      takes: ["A-100-close slate 2.65–20.0 unmarked"]),
  ]

  @Test(arguments: cases)
  func slatesAndCardsFileAndTrim(_ test: Case) {
    let filing = Shoot.filer().file([Shoot.clip("footage/x.mp4", test.seconds, test.slates)])
    #expect(filing.takes.map(\.summary) == test.takes)
    #expect(filing.orphans.count == test.orphans.count)
    for (orphan, reason) in zip(filing.orphans, test.orphans) {
      #expect(orphan.reason.hasPrefix(reason), "\(orphan.reason)")
    }
  }

  @Test func nothingInheritsPastASlateThatCouldNotBeRead() {
    let filing = Shoot.filer().file([
      Shoot.clip("footage/C1.mp4", 10, at: 1000, [Shoot.slate("A-100-close", 0, 2)]),
      Shoot.clip("footage/C2.mp4", 10, at: 1060, [Shoot.unread(0.5, 2)]),
      Shoot.clip("footage/C3.mp4", 10, at: 1120, []),
    ])
    #expect(filing.takes.map(\.file) == ["footage/C1.mp4"])
    #expect(filing.orphans.map(\.file) == ["footage/C2.mp4", "footage/C3.mp4"])
  }

  @Test func aNameStillFilesBehindASlateThatCouldNotBeRead() {
    let filing = Shoot.filer().file([
      Shoot.clip("footage/B-200/x.mp4", [Shoot.unread(0.5, 2)])
    ])
    #expect(filing.takes.map(\.summary) == ["B-200 name 2.65–10.0 unmarked"])
    #expect(filing.takes[0].reasons[0].contains("could not be read"))
  }

  @Test func camerasSideBySideDoNotInheritFromEachOther() {
    let filing = Shoot.filer().file([
      Shoot.clip("footage/A001.mp4", 10, at: 1000, [Shoot.slate("A-100-close", 0, 2)]),
      Shoot.clip("footage/B001.mp4", 10, at: 1002, [Shoot.slate("B-200-pour", 0, 2)]),
      Shoot.clip("footage/A002.mp4", 10, at: 1060, []),
      Shoot.clip("footage/B002.mp4", 10, at: 1061, []),
    ])
    #expect(
      filing.takes.map { "\($0.file) \($0.shot ?? "")" } == [
        "footage/A001.mp4 A-100-close", "footage/B001.mp4 B-200-pour",
        "footage/A002.mp4 A-100-close", "footage/B002.mp4 B-200-pour",
      ])
  }

  @Test func aSlateOutweighsTheFolderAndTheLog() {
    let log = ShotLogReader(names: ProductNames(skus: Shoot.skus, shots: Shoot.shots)).read(
      "file,shot,status\nx,B-200-pour,ok\n", file: "footage/shotlog.csv")
    let filing = Shoot.filer().file(
      [Shoot.clip("footage/B-200/x.mp4", [Shoot.slate("A-100-close", 0, 2)])], log: log.entries)
    #expect(filing.takes.map(\.summary) == ["A-100-close slate 2.65–10.0 unmarked"])
    #expect(
      filing.takes[0].reasons.contains("the shot log says 'B-200-pour', the slate counts"))
  }

  @Test func anUnknownSlateFallsBackOnTheNameAndSaysSo() {
    let filing = Shoot.filer().file(
      [Shoot.clip("footage/B-200/x.mp4", [Shoot.slate("gone", 0, 2)])])
    #expect(filing.takes.map(\.summary) == ["B-200 name 2.65–10.0 unmarked"])
    #expect(filing.takes[0].reasons[0].contains("is of no shot in the list"))
  }

  @Test func aFileThatBreaksOffIsUsedAsFarAsItGoes() {
    let filing = Shoot.filer().file(
      [Shoot.clip("footage/x.mp4", readable: 6, [Shoot.slate("A-100-close", 0, 2)])])
    #expect(filing.takes.map(\.summary) == ["A-100-close slate 2.65–6.0 unmarked"])
    #expect(
      filing.takes[0].reasons.contains("the file is cut off: 6.0 s of 10.0 s can be read"))
  }

  @Test func mustShotsThatNobodyFilmedAreMissingAndSoAreThoseWithNothingButNG() {
    let filing = Shoot.filer().file([
      Shoot.clip("footage/a.mp4", [Shoot.slate("A-100-close", 0, 2), Shoot.card("NG", 8, 9)])
    ])
    #expect(filing.missing.map(\.shot) == ["A-100-close", "A-100-wear", "B-200-pour"])
    #expect(filing.missing.map(\.must) == [true, true, false])
  }

  @Test func takesAreNumberedInTheOrderOfFilming() {
    let slate = [Shoot.slate("A-100-close", 0, 2)]
    let filing = Shoot.filer().file([
      Shoot.clip("footage/C0010.mp4", at: 3000, slate),
      Shoot.clip("footage/C0002.mp4", at: 1000, slate),
      Shoot.clip("footage/C0009.mp4", at: 2000, slate),
    ])
    #expect(filing.takes.map(\.take) == [1, 2, 3])
    #expect(filing.takes.map(\.file).map { $0.suffix(8) } == ["0002.mp4", "0009.mp4", "0010.mp4"])
  }

  @Test func takesOfFilesThatWereCopiedAtOnceAreNumberedByName() {
    let slate = [Shoot.slate("A-100-close", 0, 2)]
    let filing = Shoot.filer().file([
      Shoot.clip("footage/C10.mp4", at: 1000, slate), Shoot.clip("footage/C9.mp4", at: 1001, slate),
    ])
    #expect(filing.takes.map(\.file) == ["footage/C9.mp4", "footage/C10.mp4"])
  }

  @Test func filingTwiceGivesTheSame() {
    let clips = Self.cases.enumerated().map {
      Shoot.clip("footage/c\($0.offset).mp4", $0.element.seconds, $0.element.slates)
    }
    let filing = Shoot.filer().file(clips)
    #expect(filing == Shoot.filer().file(clips))
    #expect(Set(filing.takes.map(\.id)).count == filing.takes.count)
  }
}
