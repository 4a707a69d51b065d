import Diagnostics
import Foundation
import Model

/// One run: what is kept, what is asked, and what is said about it.
final class Sounding {
  private let settings: Settings.Writer
  private let cache: AnswerCache
  private let key: Result<SecretKey?, SoundingError>
  private let limits: SoundingLimits
  private let isCancelled: () -> Bool
  private var diagnostics: [Diagnostic] = []
  private var proposals: [Int: [Proposal]] = [:]
  private var kept: Set<Int> = []
  private var faults: [Int: SoundingError] = [:]
  private var asked = 0
  private var isCacheWritable = true

  init(
    settings: Settings.Writer, cache: AnswerCache, key: Result<SecretKey?, SoundingError>,
    limits: SoundingLimits, isCancelled: @escaping () -> Bool
  ) {
    self.settings = settings
    self.cache = cache
    self.key = key
    self.limits = limits
    self.isCancelled = isCancelled
  }

  func report(on judges: [LineJudge]) -> SoundingReport {
    do {
      let address = try ServerAddress(settings.baseURL)
      let bodies = judges.map {
        ChatPrompt.body(for: $0.request, facts: $0.claims.facts, model: settings.model)
      }
      let wanted = judges.indices.filter { !judges[$0].request.lines.isEmpty }
      for index in wanted { recall(index, bodies[index], address) }
      let open = wanted.filter { proposals[$0] == nil }
      ask(open, bodies, address)
    } catch {
      for index in judges.indices { faults[index] = error }
      warn(error.message)
    }
    return SoundingReport(
      answers: judges.indices.map { answer($0, judges[$0]) }, diagnostics: diagnostics,
      asked: asked, kept: kept.count)
  }

  /// An answer that was kept; a damaged one is asked for anew.
  private func recall(_ index: Int, _ body: [UInt8], _ address: ServerAddress) {
    guard let answer = cache.answer(in: cache.file(of: body, at: address.endpoint)),
      let read = try? lines(in: answer, key: (try? key.get()) ?? nil)
    else { return }
    proposals[index] = read
    kept.insert(index)
  }

  private func ask(_ open: [Int], _ bodies: [[UInt8]], _ address: ServerAddress) {
    guard !open.isEmpty else { return }
    let secret: SecretKey?
    switch key {
    case .success(let found): secret = found
    case .failure(let fault):
      for index in open { faults[index] = fault }
      warn("\(fault.message); \(scripts(open.count)) the playbook's lines")
      return
    }
    if secret != nil, address.isOpenToReading {
      warn("the key goes to '\(address.name)' unencrypted: name an https:// address")
    }
    var run = ChatRun(
      endpoint: address.endpoint, key: secret, timeout: settings.timeout, limits: limits,
      isCancelled: isCancelled
    ) { place, answer in
      self.accept(answer, for: open[place], bodies[open[place]], address, secret)
    }
    let failed = run.ask(open.map { bodies[$0] })
    for (place, fault) in failed { faults[open[place]] = fault }
    asked = run.sent
    tell(open, address, end: run.end)
  }

  private func accept(
    _ answer: [UInt8], for index: Int, _ body: [UInt8], _ address: ServerAddress,
    _ key: SecretKey?
  ) -> SoundingError? {
    do {
      proposals[index] = try lines(in: answer, key: key)
    } catch {
      return error
    }
    guard isCacheWritable else { return nil }
    do {
      try cache.keep(answer, in: cache.file(of: body, at: address.endpoint))
    } catch {
      isCacheWritable = false
      warn("answers cannot be kept, the next run asks again: \(error)")
    }
    return nil
  }

  /// - Throws: `SoundingError` for a wrong shape, and for an answer that repeats the key: it is
  ///   neither kept nor looked at.
  private func lines(in answer: [UInt8], key: SecretKey?) throws(SoundingError) -> [Proposal] {
    let content = try AnswerReader.content(of: answer)
    let proposals = try AnswerReader.proposals(in: content)
    let texts = [String(decoding: answer, as: UTF8.self), content]
    if let key, (texts + proposals.flatMap { [$0.place, $0.text] }).contains(where: key.occurs) {
      throw SoundingError(.holdsKey, "repeated the key; the answer is thrown away")
    }
    return proposals
  }

  private func answer(_ index: Int, _ judge: LineJudge) -> ScriptAnswer {
    guard let lines = proposals[index] else {
      return ScriptAnswer(
        id: judge.request.id, origin: .none, outcomes: [], fault: faults[index])
    }
    return ScriptAnswer(
      id: judge.request.id, origin: kept.contains(index) ? .kept : .server,
      outcomes: judge.outcomes(of: lines), fault: nil)
  }

  /// One warning for why the server was given up, one for each kind of single failure.
  private func tell(_ open: [Int], _ address: ServerAddress, end: SoundingError?) {
    var reasons: [(fault: SoundingError, count: Int)] = []
    for fault in open.compactMap({ faults[$0] }) where fault.code != .cancelled {
      if let place = reasons.firstIndex(where: { $0.fault.code == fault.code }) {
        reasons[place].count += 1
      } else {
        reasons.append((fault, 1))
      }
    }
    guard let end else {
      for reason in reasons {
        warn(
          "the writer at '\(address.name)' \(reason.fault.message); "
            + "\(scripts(reason.count)) the playbook's lines")
      }
      return
    }
    guard end.code != .cancelled else { return }
    let count = open.count { faults[$0] != nil }
    warn(
      "the writer at '\(address.name)' \(end.message); it is not asked again in this run, "
        + "\(scripts(count)) the playbook's lines")
  }

  private func scripts(_ count: Int) -> String {
    count == 1 ? "1 script keeps" : "\(count) scripts keep"
  }

  private func warn(_ message: String) {
    diagnostics.append(
      Diagnostic(.warning, message, at: Position(file: "shopreel.yaml", field: "writer")))
  }
}
