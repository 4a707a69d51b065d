import CFFmpeg
import CFFmpegShims

/// The status codes that steer a loop and never leave it.
enum Status {
  static let end = shopreel_error_end()
  static let again = shopreel_error_again()
  static let invalidData = shopreel_error_invalid_data()
}

/// FFmpeg's log, kept a thread at a time.
enum Log {
  private static let installed: Void = shopreel_log_install()

  /// Routes the log into the capture and forgets this thread's lines.
  static func clear() {
    _ = installed
    shopreel_log_clear()
  }

  /// This thread's first error lines since `clear`, or nil when there are none.
  static var text: String? {
    let text = String(cString: shopreel_log_text())
    return text.isEmpty ? nil : text
  }
}

/// The text of an FFmpeg status.
func statusText(_ status: Int32) -> String {
  var buffer = [CChar](repeating: 0, count: 128)
  av_strerror(status, &buffer, buffer.count)
  let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
  return String(decoding: bytes, as: UTF8.self)
}

/// Throws when a call failed.
///
/// - Throws: `MediaError` with the given code, FFmpeg's status and its first log lines.
@discardableResult
func check(
  _ status: Int32, _ code: MediaError.Code, _ message: @autoclosure () -> String,
  path: String? = nil
) throws -> Int32 {
  guard status < 0 else { return status }
  let lines = Log.text.map { ": \($0)" } ?? ""
  throw MediaError(code, message(), path: path, cause: statusText(status) + lines)
}

/// Unwraps a handle that FFmpeg gives as null only when memory is out.
///
/// - Throws: `MediaError.io` when it is null.
func allocated<T>(_ handle: T?) throws -> T {
  guard let handle else { throw MediaError(.io, "memory is out; close other programs") }
  return handle
}

/// Builds an option dictionary, hands it to `body`, and names any option that was not taken.
func withOptions<R>(
  _ options: [String: String], _ body: (inout OpaquePointer?) throws -> R
) rethrows -> (result: R, unused: [String]) {
  var dictionary: OpaquePointer?
  defer { av_dict_free(&dictionary) }
  for (key, value) in options.sorted(by: { $0.key < $1.key }) {
    av_dict_set(&dictionary, key, value, 0)
  }
  let result = try body(&dictionary)
  return (result, pairs(dictionary).map(\.key))
}

/// Copies an FFmpeg dictionary out.
func pairs(_ dictionary: OpaquePointer?) -> [(key: String, value: String)] {
  var found: [(key: String, value: String)] = []
  var entry: UnsafeMutablePointer<AVDictionaryEntry>?
  while let next = av_dict_get(dictionary, "", entry, AV_DICT_IGNORE_SUFFIX) {
    found.append((String(cString: next.pointee.key), String(cString: next.pointee.value)))
    entry = next
  }
  return found
}
