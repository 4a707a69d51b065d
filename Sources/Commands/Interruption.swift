import Dispatch
import Foundation

/// Ctrl-C and SIGTERM end the work in order; a second one ends it at once.
enum Interruption {
  static func watch(_ body: sending @escaping () async throws -> Void) async throws {
    let work = Task { try await body() }
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if work.isCancelled { Foundation.exit(Failure.Status.interrupted.rawValue) }
        work.cancel()
      }
      source.resume()
      return source
    }
    defer { sources.forEach { $0.cancel() } }
    try await work.value
  }
}
