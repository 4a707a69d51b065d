import Dispatch
import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Open requests of one run; replies are fetched by the thread that started them.
final class ChatSession: NSObject, URLSessionDataDelegate, Sendable {
  /// Largest answer that is read, in bytes.
  static let mostBytes = 1 << 20

  private struct Exchange {
    var ticket: Int
    var body: [UInt8] = []
    var fault: SoundingError?
  }

  private struct State {
    var exchanges: [Int: Exchange] = [:]
    var tasks: [Int: URLSessionDataTask] = [:]
    var replies: [(ticket: Int, reply: ChatReply)] = []
  }

  private let state = Mutex(State())
  private let arrived = DispatchSemaphore(value: 0)
  private let session = Mutex<URLSession?>(nil)

  override init() {
    super.init()
    let settings = URLSessionConfiguration.ephemeral
    settings.urlCache = nil
    settings.httpCookieStorage = nil
    settings.httpShouldSetCookies = false
    settings.urlCredentialStorage = nil
    settings.httpMaximumConnectionsPerHost = 64
    session.withLock {
      $0 = URLSession(configuration: settings, delegate: self, delegateQueue: nil)
    }
  }

  /// Sends a request; its reply comes under the ticket.
  func send(_ request: URLRequest, ticket: Int) {
    guard let task = session.withLock({ $0?.dataTask(with: request) }) else { return }
    state.withLock {
      $0.exchanges[task.taskIdentifier] = Exchange(ticket: ticket)
      $0.tasks[ticket] = task
    }
    task.resume()
  }

  /// Ends a request; no reply comes for it any more.
  func drop(_ ticket: Int) {
    let task = state.withLock { state in
      let task = state.tasks.removeValue(forKey: ticket)
      if let task { state.exchanges[task.taskIdentifier] = nil }
      return task
    }
    task?.cancel()
  }

  /// Ends everything that is open.
  func close() {
    state.withLock { $0 = State() }
    session.withLock {
      $0?.invalidateAndCancel()
      $0 = nil
    }
  }

  /// Waits for replies, at most some seconds; answers what has come.
  func replies(within seconds: Double) -> [(ticket: Int, reply: ChatReply)] {
    if state.withLock({ $0.replies.isEmpty }) {
      _ = arrived.wait(timeout: .now() + .milliseconds(Int(max(0, min(seconds, 60)) * 1000) + 1))
    }
    return state.withLock { state in
      defer { state.replies = [] }
      return state.replies
    }
  }

  // MARK: - What the network says

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    fail(
      task, SoundingError(.redirect, "sends its callers elsewhere: name that address as 'base_url'")
    )
    completionHandler(nil)
    task.cancel()
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    let isTooLarge = response.expectedContentLength > Int64(ChatSession.mostBytes)
    completionHandler(.allow)
    guard isTooLarge else { return }
    fail(dataTask, ChatSession.tooLarge)
    dataTask.cancel()
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isTooLarge = state.withLock { state in
      guard let size = state.exchanges[dataTask.taskIdentifier]?.body.count else { return false }
      guard size + data.count <= ChatSession.mostBytes else { return true }
      state.exchanges[dataTask.taskIdentifier]?.body += Array(data)
      return false
    }
    guard isTooLarge else { return }
    fail(dataTask, ChatSession.tooLarge)
    dataTask.cancel()
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    let answered = state.withLock { state in
      guard let exchange = state.exchanges.removeValue(forKey: task.taskIdentifier) else {
        return false
      }
      state.tasks[exchange.ticket] = nil
      state.replies.append((exchange.ticket, ChatSession.reply(exchange, task.response, error)))
      return true
    }
    if answered { arrived.signal() }
  }

  private func fail(_ task: URLSessionTask, _ fault: SoundingError) {
    state.withLock { state in
      if state.exchanges[task.taskIdentifier]?.fault == nil {
        state.exchanges[task.taskIdentifier]?.fault = fault
      }
    }
  }

  private static let tooLarge = SoundingError(
    .tooLarge, "answered with more than \(mostBytes >> 20) MiB")

  private static func reply(
    _ exchange: Exchange, _ response: URLResponse?, _ error: (any Error)?
  ) -> ChatReply {
    if let fault = exchange.fault { return .fault(fault) }
    if let error { return .fault(SoundingError(network: error)) }
    guard let response = response as? HTTPURLResponse else {
      return .fault(SoundingError(.notAnAnswer, "did not answer in HTTP"))
    }
    guard response.statusCode != 200 else { return .answer(exchange.body) }
    return .status(response.statusCode, retryAfter: RetryAfter.seconds(of: response))
  }
}
