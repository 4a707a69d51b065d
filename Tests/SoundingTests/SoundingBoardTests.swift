import Diagnostics
import Foundation
import Model
import Sounding
import Support
import Synchronization
import Testing

@Suite(.serialized)
struct SoundingBoardTests {
  private let folder = try! TemporaryFolder()
  private let key = "sk-test-5up3rS3cret"

  private func board(
    _ url: String, key: String? = nil, timeout: Double = 20,
    limits: SoundingLimits = SoundingLimits(), model: String = "m"
  ) -> SoundingBoard {
    SoundingBoard(
      settings: Settings.Writer(
        baseURL: url, model: model, keyEnvironment: key == nil ? nil : "WRITER_KEY",
        timeout: timeout),
      plain: Samples.plain, cache: folder.file("kept"),
      environment: key.map { ["WRITER_KEY": $0] } ?? [:], limits: limits)
  }

  private func requests(_ count: Int = 1) -> [ScriptRequest] {
    (0..<count).map {
      ScriptRequest(
        id: "s\($0)", locale: .zh, tone: ["calm"], facts: Samples.bag, vocabulary: Samples.bagWords,
        seed: $0,
        lines: [
          LineRequest(place: "a", role: "point", claim: "防泼水", limit: 20, example: "防泼水，泼一杯看")
        ])
    }
  }

  private func report(
    _ answer: @escaping @Sendable (ChatServer.Request) -> [ChatServer.Step], _ count: Int = 1,
    key: String? = nil, timeout: Double = 20, limits: SoundingLimits = SoundingLimits()
  ) throws -> (report: SoundingReport, server: ChatServer) {
    let server = try ChatServer(answer)
    let board = board(server.url, key: key, timeout: timeout, limits: limits)
    return (board.proposals(for: requests(count), rules: Samples.rules), server)
  }

  private var kept: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.file("kept").path)) ?? [])
      .sorted()
  }

  // MARK: - Answers

  @Test func aGoodLineIsTakenAndABadOneSaysWhy() throws {
    let (report, server) = try report(
      {
        [.line($0.number == 0 ? "防泼水，看看这里" : "有机，防泼水")]
      }, 2)
    #expect(report.answers.map(\.lines) == [["a": "防泼水，看看这里"], [:]])
    #expect(report.answers[1].outcomes[0].objection?.code == .claim)
    #expect(report.answers[1].outcomes[0].objection?.zh.contains("有机") == true)
    #expect(report.diagnostics.isEmpty)
    #expect((report.taken, report.dropped, report.asked) == (1, 1, 2))
    #expect(server.requests[0].head.hasPrefix("POST /v1/chat/completions HTTP/1.1\r\n"))
  }

  @Test(arguments: [
    #"{"lines":[{"place":"a","text":"防泼水，看看这里"}]}"#,
    "```json\n{\"lines\": [{\"place\": \"a\", \"text\": \"防泼水，看看这里\"}]}\n```",
    #"好的 {这里}：{"lines":[{"place":"a","text":"防泼水，看看这里"}]} 就这些。"#,
    #"[{"place":"a","text":"防泼水，看看这里"}]"#,
    #"{"a":"防泼水，看看这里"}"#,
    #"{"lines":{"a":"防泼水，看看这里"}}"#,
    #"<think>{"a":"防水"}</think>{"lines":[{"place":"a","text":"防泼水，看看这里"}]}"#,
    #"{"result":{"lines":[{"place":"a","text":"防泼水，看看这里"}]}}"#,
    #"{"note":{"x":1}} {"lines":[{"n":1},{"place":"a","text":"防泼水，看看这里","extra":[{}]}]}"#,
  ])
  func linesAreFoundInWhateverIsAroundThem(content: String) throws {
    let (report, _) = try report({ _ in [.says(content)] })
    #expect(report.answers[0].lines == ["a": "防泼水，看看这里"])
  }

  @Test(arguments: [
    "I cannot do that.", "{", "[]", "{\"lines\":[]}", "{\"lines\":[{\"place\":1,\"text\":2}]}", "",
    "null", #"{"lines":[{"place":"a","text":"防泼水"}"#,
  ])
  func wordsWithoutTheJSONAreNotKept(content: String) throws {
    let (report, _) = try report({ _ in [.says(content)] })
    #expect(report.answers[0].fault?.code == .notAnAnswer)
    #expect(report.diagnostics.count == 1)
    #expect(kept.isEmpty)
  }

  @Test(arguments: [
    "", "{}", "[]", "null", "<html>", "{\"choices\":[]}", "{\"choices\":[{\"message\":{}}]}",
    "{\"choices\":[{\"message\":{\"content\":null}}]}", String(repeating: "[", count: 5000),
    "\u{0}",
  ])
  func answersOfAnotherShapeAreNotKept(body: String) throws {
    let (report, _) = try report({ _ in [.status(200, body)] })
    #expect(report.answers[0].fault?.code == .notAnAnswer)
    #expect(kept.isEmpty)
  }

  @Test func anAnswerThatWasCutOffIsNotKept() throws {
    let (report, _) = try report({ _ in
      [.says(#"{"lines":[{"place":"a","text":"防泼水，看看这里"}]}"#, finish: "length")]
    })
    #expect(report.answers[0].fault?.code == .cutOff)
    #expect(kept.isEmpty)
  }

  // MARK: - Keeping

  @Test func aSecondRunAsksNothingAndSaysTheSame() throws {
    let server = try ChatServer { [.line($0.number.isMultiple(of: 2) ? "防泼水，看看这里" : "防泼水，好用")] }
    let first = board(server.url).proposals(for: requests(5), rules: Samples.rules)
    let files = kept
    let second = board(server.url).proposals(for: requests(5), rules: Samples.rules)
    #expect(server.requests.count == 5)
    #expect((second.asked, second.kept, files.count) == (0, 5, 5))
    #expect(first.answers.map(\.outcomes) == second.answers.map(\.outcomes))
    #expect(second.answers.allSatisfy { $0.origin == .kept })
    #expect(kept == files)
  }

  @Test func keptAnswersServeWithoutServerAndWithoutKey() throws {
    var url = ""
    do {
      let (report, server) = try report({ _ in [.line("防泼水，看看这里")] }, 2, key: key)
      url = server.url
      #expect(report.taken == 2)
    }
    let settings = Settings.Writer(baseURL: url, model: "m", keyEnvironment: "WRITER_KEY")
    let again = SoundingBoard(
      settings: settings, plain: Samples.plain, cache: folder.file("kept"), environment: [:]
    ).proposals(for: requests(2), rules: Samples.rules)
    #expect(again.taken == 2)
    #expect(again.diagnostics.isEmpty)
  }

  @Test func anotherModelSeedOrFactIsAskedAnew() throws {
    let server = try ChatServer { _ in [.line("防泼水，看看这里")] }
    var changed = requests()
    _ = board(server.url).proposals(for: changed, rules: Samples.rules)
    _ = board(server.url, model: "n").proposals(for: changed, rules: Samples.rules)
    changed[0].seed = 9
    _ = board(server.url).proposals(for: changed, rules: Samples.rules)
    changed[0].facts.removeLast(3)
    _ = board(server.url).proposals(for: changed, rules: Samples.rules)
    #expect(server.requests.count == 4)
    #expect(kept.count == 4)
  }

  @Test func aDamagedFileIsAskedForAnew() throws {
    let server = try ChatServer { _ in [.line("防泼水，看看这里")] }
    _ = board(server.url).proposals(for: requests(), rules: Samples.rules)
    try folder.write("{\"choices\":", to: "kept/" + kept[0])
    let again = board(server.url).proposals(for: requests(), rules: Samples.rules)
    #expect(again.taken == 1)
    #expect(server.requests.count == 2)
  }

  @Test func aFolderThatCannotBeWrittenIsSaidOnce() throws {
    try folder.write("a file", to: "kept")
    let (report, _) = try report({ _ in [.line("防泼水，看看这里")] }, 3)
    #expect(report.taken == 3)
    #expect(report.diagnostics.count == 1)
  }

  @Test func theRequestHoldsNoCellsAndIsTheSameEveryTime() throws {
    let server = try ChatServer { _ in [.status(500, "")] }
    _ = board(server.url).proposals(for: requests(), rules: Samples.rules)
    _ = board(server.url).proposals(for: requests(), rules: Samples.rules)
    let bodies = server.requests.map(\.body)
    #expect(bodies.count == 2)
    #expect(Set(bodies).count == 1)
    #expect(bodies[0].contains(#""temperature":0,"seed":0"#))
    #expect(!bodies[0].contains("catalogue.csv"))
    #expect(bodies[0].contains("头层牛皮"))
  }

  @Test func answersComeInTheOrderOfTheRequests() throws {
    let (report, server) = try report(
      { request in
        request.number == 0 ? [.line("防泼水，看看这里")] : [.gather(2), .line("防泼水，看看这里")]
      }, 7, limits: SoundingLimits(atOnce: 2))
    #expect(report.answers.map(\.id) == (0..<7).map { "s\($0)" })
    #expect(report.taken == 7)
    #expect(server.mostOpen == 2)
  }

  // MARK: - Servers that fail

  @Test func aDeadServerIsNoticedOnce() throws {
    let port = try ChatServer.deadPort()
    let report = board("http://127.0.0.1:\(port)/v1").proposals(
      for: requests(20), rules: Samples.rules)
    #expect(report.asked == 1)
    #expect(report.answers.allSatisfy { $0.fault?.code == .unreachable })
    #expect(report.diagnostics.count == 1)
    #expect(report.diagnostics[0].message.contains("20 scripts keep the playbook's lines"))
  }

  @Test(arguments: [401, 403, 404])
  func aRefusalIsNotTriedAgain(status: Int) throws {
    let (report, server) = try report(
      { _ in [.status(status, "{}", ["WWW-Authenticate: Basic"])] }, 6)
    #expect(server.requests.count == 1)
    #expect(report.diagnostics.count == 1)
    #expect(report.answers.allSatisfy { $0.fault?.code == .refused })
  }

  @Test func aRequestThatIsWrongIsNotTriedAgain() throws {
    let (report, server) = try report(
      { $0.number == 1 ? [.status(400, "")] : [.line("防泼水，看看这里")] }, 4)
    #expect(server.requests.count == 4)
    #expect(report.taken == 3)
    #expect(report.diagnostics.count == 1)
    #expect(kept.count == 3)
  }

  @Test(arguments: [429, 503])
  func aBusyServerIsAskedAgainWhenItSays(status: Int) throws {
    let (report, server) = try report({
      $0.number < 2 ? [.status(status, "", ["Retry-After: 0"])] : [.line("防泼水，看看这里")]
    })
    #expect(server.requests.count == 3)
    #expect(report.taken == 1)
  }

  @Test(arguments: [
    "Retry-After: 86400",
    "Date: Mon, 23 Nov 2026 10:00:00 GMT\r\nRetry-After: Mon, 23 Nov 2026 12:00:00 GMT",
  ])
  func nobodyWaitsForHours(header: String) throws {
    let (report, server) = try report({ _ in [.status(429, "", [header])] }, 3)
    #expect(server.requests.count == 1)
    #expect(report.answers.allSatisfy { $0.fault?.code == .busy })
    #expect(report.diagnostics.count == 1)
  }

  @Test func aServerThatStaysBusyIsGivenUp() throws {
    let (report, server) = try report({ _ in [.status(503, "", ["Retry-After: 0"])] }, 5)
    #expect(server.requests.count == 3)
    #expect(report.diagnostics.count == 1)
  }

  @Test func aServerThatFailsAgainAndAgainIsGivenUp() throws {
    let (report, server) = try report({ _ in [.status(500, "boom")] }, 9)
    #expect(server.requests.count == 3)
    #expect(report.answers.allSatisfy { $0.fault?.code == .failing })
    #expect(report.diagnostics.count == 1)
    #expect(!"\(report.diagnostics)".contains("boom"))
  }

  @Test func anAnswerThatBreaksOffIsNotTaken() throws {
    let (report, _) = try report({ _ in
      [.bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n{\"choices\":".utf8))]
    })
    #expect([.brokenOff, .notAnAnswer].contains(report.answers[0].fault?.code))
    #expect(kept.isEmpty)
  }

  @Test func aSilentServerEndsWithItsTime() throws {
    let (report, server) = try report({ _ in [.hang] }, 3, timeout: 0.3)
    #expect(server.requests.count == 1)
    #expect(report.answers.allSatisfy { $0.fault?.code == .timeout })
  }

  @Test func aDrippingAnswerEndsWithItsTime() throws {
    let drip = Array(repeating: ChatServer.Step.bytes([0x20]), count: 50)
    let (report, _) = try report(
      { _ in
        [.bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n".utf8))] + drip + [.hang]
      }, timeout: 0.3)
    #expect(report.answers[0].fault?.code == .timeout)
  }

  @Test(arguments: [301, 302, 307, 308])
  func nobodyIsFollowedElsewhere(status: Int) throws {
    let other = try ChatServer { _ in [.line("防泼水，看看这里")] }
    let target = other.url + "/chat/completions"
    let (report, _) = try report(
      { _ in [.status(status, "", ["Location: \(target)"])] }, key: key)
    #expect(report.answers[0].fault?.code == .redirect)
    #expect(other.requests.isEmpty)
  }

  @Test func aGiantAnswerIsNotReadToItsEnd() throws {
    let blank = [UInt8](repeating: 0x20, count: 1 << 20)
    let (told, _) = try report({ _ in
      [
        .bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n".utf8)), .bytes(blank),
        .hang,
      ]
    })
    #expect(told.answers[0].fault?.code == .tooLarge)
    let (untold, _) = try report({ _ in
      [
        .bytes(Array("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".utf8)), .bytes(blank),
        .bytes(blank), .hang,
      ]
    })
    #expect(untold.answers[0].fault?.code == .tooLarge)
  }

  @Test func anInterruptionEndsWhatIsOpen() throws {
    let server = try ChatServer { _ in [.hang] }
    let report = board(server.url, timeout: 600).proposals(
      for: requests(3), rules: Samples.rules, isCancelled: { !server.requests.isEmpty })
    #expect(report.answers.allSatisfy { $0.fault?.code == .cancelled })
    #expect(report.diagnostics.isEmpty)
  }

  // MARK: - The key

  @Test func theKeyIsInOneHeaderAndNowhereElse() throws {
    let key = key
    let (report, server) = try report(
      { request in
        switch request.number {
        case 0: [.line("防泼水，看看这里")]
        case 1: [.line("防泼水，\(key)")]
        case 2: [.says(#"{"lines":[{"place":"a","text":"sk-test-5up3r\u00533cret"}]}"#)]
        default: [.status(400, "bad key \(key)")]
        }
      }, 4, key: key, limits: SoundingLimits(atOnce: 1, failures: 9))
    for request in server.requests {
      #expect(request.head.components(separatedBy: key).count == 2)
      #expect(request.head.contains("Authorization: Bearer \(key)\r\n"))
      #expect(!request.body.contains(key))
    }
    #expect(report.answers.map { $0.fault?.code } == [nil, .holdsKey, .holdsKey, .failing])
    var dumped = ""
    dump(report, to: &dumped)
    dump(board(server.url, key: key), to: &dumped)
    #expect(!(dumped + "\(report)" + String(reflecting: board(server.url, key: key))).contains(key))
    #expect(kept.count == 1)
    for file in kept {
      let data = try Data(contentsOf: folder.file("kept/" + file))
      #expect(!String(decoding: data, as: UTF8.self).contains(key))
    }
  }

  @Test(arguments: [nil, "", "  ", "two words", "line\nbreak", "schlüssel"])
  func aKeyThatIsNoneIsSaidAndNothingIsAsked(value: String?) throws {
    let server = try ChatServer { _ in [.line("防泼水，看看这里")] }
    let report = SoundingBoard(
      settings: Settings.Writer(baseURL: server.url, model: "m", keyEnvironment: "WRITER_KEY"),
      plain: Samples.plain, cache: folder.file("kept"),
      environment: value.map { ["WRITER_KEY": $0] } ?? [:]
    ).proposals(for: requests(2), rules: Samples.rules)
    #expect(server.requests.isEmpty)
    #expect(report.diagnostics.count == 1)
    #expect(report.diagnostics[0].message.contains("'WRITER_KEY'"))
    #expect(!report.diagnostics[0].message.contains("schl"))
  }

  // MARK: - The settings

  @Test(arguments: [
    ("", "must be an address"), ("ftp://a/v1", "http"), ("file:///etc/passwd", "address"),
    ("http://", "address"), ("http://user:pass@a/v1", "user or a password"),
    ("http://a/v1?x=1", "'?'"), ("http://a/v1#x", "'#'"), ("javascript:alert(1)", "address"),
  ])
  func addressesThatMayNotBeAskedAreSaid(url: String, reason: String) {
    let report = board(url).proposals(for: requests(2), rules: Samples.rules)
    #expect(report.diagnostics.count == 1)
    #expect(report.diagnostics[0].message.contains(reason))
    #expect(!report.diagnostics[0].message.contains("pass@"))
    #expect(report.answers.count == 2)
  }

  @Test func noScriptsAndNoPlacesAskNothing() throws {
    let server = try ChatServer { _ in [.line("x")] }
    var empty = requests()
    empty[0].lines = []
    #expect(board(server.url).proposals(for: [], rules: Samples.rules).answers.isEmpty)
    #expect(board(server.url).proposals(for: empty, rules: Samples.rules).asked == 0)
    #expect(server.requests.isEmpty)
  }
}
