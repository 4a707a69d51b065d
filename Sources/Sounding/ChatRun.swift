import Dispatch
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Asks a server for several things: one first, and if it lives, several at once.
///
/// All of it happens on the calling thread, which waits.
struct ChatRun {
  let endpoint: URL
  let key: SecretKey?
  /// Seconds that one answer may take, from 0.05 to 3600.
  let timeout: Double
  let limits: SoundingLimits
  let isCancelled: () -> Bool
  /// Judges an answer's shape; called in the order in which answers come.
  let accept: (_ index: Int, _ body: [UInt8]) -> SoundingError?

  private struct Open {
    var index: Int
    var deadline: DispatchTime
  }

  private var waiting: [Int] = []
  private var open: [Int: Open] = [:]
  private var tries: [Int: Int] = [:]
  private var faults: [Int: SoundingError] = [:]
  private var notBefore = DispatchTime.now()
  private var tickets = 0
  /// Requests that were sent, repeated ones among them.
  var sent: Int { tickets }
  private var answered = 0
  private var failures = 0
  /// Why nothing more is asked.
  private(set) var end: SoundingError?

  init(
    endpoint: URL, key: SecretKey?, timeout: Double, limits: SoundingLimits,
    isCancelled: @escaping () -> Bool,
    accept: @escaping (_ index: Int, _ body: [UInt8]) -> SoundingError?
  ) {
    self.endpoint = endpoint
    self.key = key
    self.timeout = timeout.isFinite ? min(max(timeout, 0.05), 3600) : 30
    self.limits = limits
    self.isCancelled = isCancelled
    self.accept = accept
  }

  /// Asks with every body.
  ///
  /// - Returns: The fault of each request that was not answered, by index.
  mutating func ask(_ bodies: [[UInt8]]) -> [Int: SoundingError] {
    let session = ChatSession()
    defer { session.close() }
    waiting = Array(bodies.indices)
    while end == nil, !waiting.isEmpty || !open.isEmpty {
      guard !isCancelled() else {
        end = SoundingError(.cancelled, "was interrupted")
        break
      }
      send(bodies, in: session)
      for (ticket, reply) in session.replies(within: patience()) {
        guard let exchange = open.removeValue(forKey: ticket) else { continue }
        take(reply, for: exchange.index)
      }
      dropLate(in: session)
    }
    for index in waiting + open.values.map(\.index) where faults[index] == nil {
      faults[index] = end ?? SoundingError(.notAsked, "was not asked")
    }
    return faults
  }

  private mutating func send(_ bodies: [[UInt8]], in session: ChatSession) {
    let most = answered == 0 ? 1 : max(1, limits.atOnce)
    while open.count < most, let index = waiting.first, DispatchTime.now() >= notBefore {
      waiting.removeFirst()
      tickets += 1
      open[tickets] = Open(index: index, deadline: .now() + timeout)
      session.send(request(bodies[index]), ticket: tickets)
    }
  }

  private func request(_ body: [UInt8]) -> URLRequest {
    var request = URLRequest(url: endpoint, timeoutInterval: timeout)
    request.httpMethod = "POST"
    request.httpBody = Data(body)
    request.httpShouldHandleCookies = false
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    request.setValue("application/json", forHTTPHeaderField: "Accept")
    if let key { request.setValue(key.authorization, forHTTPHeaderField: "Authorization") }
    return request
  }

  /// Seconds until something has to be looked at, an interruption among them.
  private func patience() -> Double {
    let now = DispatchTime.now().uptimeNanoseconds
    let next = (open.values.map(\.deadline) + (waiting.isEmpty ? [] : [notBefore]))
      .map(\.uptimeNanoseconds).filter { $0 > now }.min()
    return min(0.1, Double((next ?? now) - now) / 1e9)
  }

  private mutating func dropLate(in session: ChatSession) {
    let now = DispatchTime.now()
    for (ticket, exchange) in open.sorted(by: { $0.key < $1.key }) where exchange.deadline <= now {
      session.drop(ticket)
      open[ticket] = nil
      fail(exchange.index, SoundingError(.timeout, "did not answer within \(timeout.plain) s"))
    }
  }

  private mutating func take(_ reply: ChatReply, for index: Int) {
    switch reply {
    case .answer(let body):
      if let fault = accept(index, body) { return fail(index, fault) }
      answered += 1
      failures = 0
    case .fault(let fault): fail(index, fault)
    case .status(let status, let retryAfter): take(status, retryAfter, for: index)
    }
  }

  private mutating func take(_ status: Int, _ retryAfter: Double?, for index: Int) {
    switch status {
    case 429, 503:
      let tried = tries[index, default: 0]
      let pause = retryAfter ?? Double(1 << min(tried, 4))
      guard tried < limits.retries, pause <= limits.longestPause else {
        return fail(
          index, SoundingError(.busy, "is busy (status \(status)): run again later"))
      }
      tries[index] = tried + 1
      notBefore = max(notBefore, .now() + pause)
      waiting.insert(index, at: 0)
    case 401, 403:
      fail(index, SoundingError(.refused, "refuses the key (status \(status)): look at 'key_env'"))
    case 404, 405:
      fail(
        index,
        SoundingError(
          .refused, "has no such model or path (status \(status)): look at 'base_url' and 'model'"))
    default: fail(index, SoundingError(.failing, "answered with status \(status)"))
    }
  }

  /// A server that cannot be reached, or that fails again and again, is not asked any more.
  private mutating func fail(_ index: Int, _ fault: SoundingError) {
    faults[index] = fault
    failures += 1
    let isDead = fault.isFinal || (answered == 0 && fault.code == .timeout)
    if isDead || failures >= limits.failures { end = end ?? fault }
  }
}

extension Double {
  /// `30`, `0.5`.
  var plain: String { self == rounded() && abs(self) < 1e9 ? "\(Int(self))" : "\(self)" }
}
