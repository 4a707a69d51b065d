import Foundation
import Model
import Support
import Testing

/// A language model beside the line: a server on this machine stands for it.
@Suite struct WriterTests {
  private static let key = "sk-test-5f1c0a9be7"

  private func settings(_ url: String, key: Bool = true) -> String {
    "writer: {kind: openai, base_url: \"\(url)\", model: small, timeout: 10"
      + (key ? ", key_env: SHOPREEL_TEST_KEY" : "") + "}\n"
  }

  private let environment = ["SHOPREEL_TEST_KEY": key, "no_proxy": "127.0.0.1"]

  /// The lines that a request asks for: place and claim.
  private static func asked(_ request: ChatServer.Request) -> [(place: String, claim: String)] {
    let body = try? JSONSerialization.jsonObject(with: Data(request.body.utf8)) as? [String: Any]
    let messages = body?["messages"] as? [[String: Any]]
    let user = messages?.last?["content"] as? String ?? ""
    let material = try? JSONSerialization.jsonObject(with: Data(user.utf8)) as? [String: Any]
    let lines = material?["lines"] as? [[String: Any]] ?? []
    return lines.map { ($0["place"] as? String ?? "", $0["claim"] as? String ?? "") }
  }

  private static func answer(_ lines: [(place: String, text: String)]) -> [ChatServer.Step] {
    let rows = lines.map { ["place": $0.place, "text": $0.text] }
    let data = try? JSONSerialization.data(withJSONObject: ["lines": rows])
    return [.says(String(decoding: data ?? Data(), as: UTF8.self))]
  }

  @Test func whatHoldsIsTakenAndMarkedAndAskedForOnce() throws {
    let server = try ChatServer { request in
      Self.answer(
        Self.asked(request).filter { !$0.claim.isEmpty }.map { ($0.place, $0.claim + "，看看") })
    }
    let site = try CopySite(settings: settings(server.url))
    let outcome = try site.start(environment: environment)
    #expect(outcome.status == 0)
    let scripts = try site.scripts
    #expect(server.requests.count == scripts.count)
    let places = scripts.flatMap { script in (script.proposed ?? []).map { (script, $0) } }
    #expect(places.count >= scripts.count)
    for (script, place) in places {
      let text = try #require(script.lines.first { $0.place == place }?.text)
      #expect(text.hasSuffix("，看看"), "\(text)")
    }
    #expect(scripts.allSatisfy { $0.edited == nil })
    let asked = server.requests.count
    #expect(try site.script(environment: environment).status == 0)
    #expect(server.requests.count == asked)
    #expect(try site.scripts == scripts)
    #expect(try site.edits.isEmpty)
  }

  @Test func whatIsInventedIsDroppedWithItsReason() throws {
    let server = try ChatServer { request in
      let lines = Self.asked(request)
      return Self.answer(
        lines.enumerated().map { index, line in
          (line.place, index.isMultiple(of: 2) ? "背着特别舒服，全国第一" : line.claim + "，能装99L")
        })
    }
    let plain = try CopySite()
    #expect(try plain.start().status == 0)
    let site = try CopySite(settings: settings(server.url))
    try site.start(environment: environment)
    let outcome = try site.script(["--verbose"], environment: environment)
    #expect(outcome.status == 0)
    #expect(outcome.out.contains("没用“背着特别舒服，全国第一”") || outcome.err.contains("没用“背着特别舒服，全国第一”"))
    let scripts = try site.scripts
    #expect(scripts.allSatisfy { $0.proposed == nil })
    #expect(scripts.map(\.beats) == (try plain.scripts.map(\.beats)))
  }

  @Test func aDeadServerLeavesTheRunWhole() throws {
    let port = try ChatServer.deadPort()
    let plain = try CopySite()
    #expect(try plain.start().status == 0)
    let site = try CopySite(settings: settings("http://127.0.0.1:\(port)/v1"))
    let outcome = try site.start(environment: environment)
    #expect(outcome.status == 0)
    let warnings = outcome.err.split(separator: "\n").filter {
      $0.contains("writer") || $0.contains("127.0.0.1:\(port)")
    }
    #expect(warnings.count == 1, "\(outcome.err)")
    #expect(try site.scripts.map(\.beats) == plain.scripts.map(\.beats))
  }

  @Test func theKeyStandsInNoFileAndNoWord() throws {
    let server = try ChatServer { request in
      Self.answer(Self.asked(request).map { ($0.place, Self.key + $0.claim) })
    }
    let site = try CopySite(settings: settings(server.url))
    var said = ""
    for more in [[], ["--verbose"], ["--format", "json"]] {
      if more.isEmpty { try site.start(environment: environment) }
      let outcome = try site.script(more, environment: environment)
      said += outcome.out + outcome.err
    }
    let asked = server.requests
    #expect(asked.count > 0 && asked.allSatisfy { $0.head.contains("Bearer \(Self.key)") })
    #expect(asked.allSatisfy { !$0.body.contains(Self.key) })
    #expect(!said.contains(Self.key))
    let holding = site.everything.filter { $0.text.contains(Self.key) }.map(\.name)
    #expect(holding == [])
  }
}
