public import Foundation

/// Who is at work on a workspace, as its lock file says.
public struct RunOwner: Codable, Sendable, Equatable {
  public var pid: Int32
  public var host: String
  /// Another after each start of the machine; empty where the system does not tell.
  public var boot: String
  public var user: String
  public var verb: String
  public var since: Date

  /// This process.
  package init(verb: String) {
    pid = getpid()
    host = RunOwner.thisHost
    boot = RunOwner.thisBoot
    user = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "\(getuid())"
    self.verb = verb
    since = Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded())
  }

  /// What a lock file holds; nil for one that nobody left words in.
  package init?(_ data: Data) {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    guard let owner = try? decoder.decode(RunOwner.self, from: data) else { return nil }
    self = owner
  }

  package var data: Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    encoder.dateEncodingStrategy = .iso8601
    return (try? encoder.encode(self)) ?? Data()
  }

  /// Whether its process can still be there; of another machine nothing is known, so it may.
  package var mayLive: Bool {
    guard host == RunOwner.thisHost else { return true }
    guard boot == RunOwner.thisBoot, pid > 0 else { return false }
    return kill(pid, 0) == 0 || errno == EPERM
  }

  /// `run` by anna on studio-2 (pid 4711), for 3 h 12 min.
  public var words: String {
    let minutes = max(0, Int(Date().timeIntervalSince(since) / 60))
    let age = minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
    return "'\(verb)' by \(user) on \(host) (pid \(pid)), for \(age)"
  }

  private static var thisHost: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "" }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static var thisBoot: String {
    let text = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
    return text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
  }
}
