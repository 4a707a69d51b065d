import Foundation
import Synchronization

/// A chat-completions server on this machine that answers as a test wants.
public final class ChatServer: Sendable {
  /// One request as it came.
  public struct Request: Sendable {
    public var head: String
    public var body: String
    /// Counts from zero, in the order in which requests came.
    public var number: Int
  }

  /// What is sent back, in order; the connection is closed behind it.
  public enum Step: Sendable {
    case bytes([UInt8])
    /// Sends nothing more and waits until the other side hangs up.
    case hang
    /// Waits until so many requests are open at once.
    case gather(Int)
  }

  public let port: UInt16
  private let socket: Int32
  private let answer: @Sendable (Request) -> [Step]
  private let state = Mutex(State())
  private let gathered = NSCondition()

  private struct State {
    var requests: [Request] = []
    var open = 0
    var mostOpen = 0
  }

  public init(_ answer: @escaping @Sendable (Request) -> [Step]) throws {
    self.answer = answer
    // A proxy of this machine is not asked for a server on this machine.
    setenv("no_proxy", "127.0.0.1", 1)
    (socket, port) = try ChatServer.listener()
    let socket = socket
    Thread.detachNewThread { [weak self] in
      while true {
        let peer = accept(socket, nil, nil)
        guard peer >= 0 else { return }
        guard let self else {
          close(peer)
          return
        }
        Thread.detachNewThread { self.serve(peer) }
      }
    }
  }

  deinit {
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }

  public var url: String { "http://127.0.0.1:\(port)/v1" }
  public var requests: [Request] { state.withLock { $0.requests } }
  public var mostOpen: Int { state.withLock { $0.mostOpen } }

  /// A port that nobody listens on.
  public static func deadPort() throws -> UInt16 {
    let (socket, port) = try listener()
    close(socket)
    return port
  }

  private static func listener() throws -> (Int32, UInt16) {
    #if canImport(Glibc)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    let socket = Foundation.socket(AF_INET, stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, size) == 0 && listen(socket, 64) == 0
          && getsockname(socket, $0, &size) == 0
      }
    }
    guard isBound else { throw CocoaError(.fileReadUnknown) }
    return (socket, UInt16(bigEndian: address.sin_port))
  }

  private func serve(_ peer: Int32) {
    defer { close(peer) }
    guard let request = read(peer) else { return }
    gathered.withLock {
      state.withLock {
        $0.open += 1
        $0.mostOpen = max($0.mostOpen, $0.open)
      }
      gathered.broadcast()
    }
    for step in answer(request) {
      switch step {
      case .bytes(let bytes): send(bytes, to: peer)
      case .hang:
        var byte: UInt8 = 0
        while recv(peer, &byte, 1, 0) > 0 {}
      case .gather(let count):
        gathered.withLock {
          while state.withLock({ $0.mostOpen < count }) { gathered.wait() }
        }
      }
    }
    state.withLock { $0.open -= 1 }
  }

  private func send(_ bytes: [UInt8], to peer: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { Foundation.send(peer, $0.baseAddress, $0.count, 0x4000) }
      guard sent > 0 else { return }
      rest = rest.dropFirst(sent)
    }
  }

  private func read(_ peer: Int32) -> Request? {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65536)
    let gap = Array("\r\n\r\n".utf8)
    while true {
      if let end = bytes.firstRange(of: gap)?.upperBound {
        let head = String(decoding: bytes[..<end], as: UTF8.self)
        let length =
          head.lowercased().components(separatedBy: "content-length: ").last
          .flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
        if bytes.count >= end + length {
          let body = String(decoding: bytes[end...], as: UTF8.self)
          return state.withLock {
            let request = Request(head: head, body: body, number: $0.requests.count)
            $0.requests.append(request)
            return request
          }
        }
      }
      let count = recv(peer, &piece, piece.count, 0)
      guard count > 0 else { return nil }
      bytes += piece[..<count]
    }
  }
}

extension ChatServer.Step {
  /// A whole HTTP answer.
  public static func status(_ status: Int, _ body: String, _ headers: [String] = []) -> Self {
    let lines =
      [
        "HTTP/1.1 \(status) Status", "Content-Type: application/json",
        "Content-Length: \(body.utf8.count)", "Connection: close",
      ] + headers
    return .bytes(Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8))
  }

  /// A model's words as a server wraps them.
  public static func says(_ content: String, finish: String = "stop") -> Self {
    let text = try? JSONEncoder().encode(content)
    let quoted = String(decoding: text ?? Data(), as: UTF8.self)
    let message = #"{"role":"assistant","content":\#(quoted)}"#
    return .status(
      200, #"{"id":"x","choices":[{"message":\#(message),"finish_reason":"\#(finish)"}]}"#)
  }

  /// One line for the place `a`.
  public static func line(_ text: String) -> Self {
    .says(#"{"lines":[{"place":"a","text":"\#(text)"}]}"#)
  }
}
