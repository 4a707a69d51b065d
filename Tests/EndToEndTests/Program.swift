import Foundation

/// The built program, run from outside as a person runs it.
struct Program {
  /// What a run has left.
  struct Outcome {
    var status: Int32
    /// Standard output, and standard error.
    var out: String
    var err: String

    /// Standard output as JSON; nil when anything else stands there.
    var json: Any? { try? JSONSerialization.jsonObject(with: Data(out.utf8)) }

    /// The stages of a report by verb, each with its `state`.
    var states: [String: String] {
      let stages = (json as? [String: Any])?["stages"] as? [[String: Any]] ?? []
      return Dictionary(
        stages.compactMap { stage in
          (stage["verb"] as? String).flatMap { verb in
            (stage["state"] as? String).map { (verb, $0) }
          }
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Beside the tests' own bundle, where the package manager puts what it builds.
  static let path: String = {
    let own =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments.first ?? ""
    var folder = URL(fileURLWithPath: own).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("shopreel")
      if FileManager.default.isExecutableFile(atPath: candidate.path), !isFolder(candidate) {
        return candidate.path
      }
      folder.deleteLastPathComponent()
    }
    return "shopreel"
  }()

  private static func isFolder(_ url: URL) -> Bool {
    (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true
  }

  /// Runs to the end; a program that hangs is killed after five minutes.
  static func run(
    _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try Running(arguments, in: folder, environment: environment).wait(seconds: 300)
  }

  /// Runs a verb on a workspace.
  static func run(_ verb: String, on workspace: URL, _ more: [String] = []) throws -> Outcome {
    try run(verb.split(separator: " ").map(String.init) + ["-C", workspace.path] + more)
  }
}

/// A program at work, with its output in files so that no pipe can fill.
final class Running {
  private let process = Process()
  private let out: URL
  private let err: URL

  init(
    _ arguments: [String], in folder: URL? = nil, environment given: [String: String] = [:]
  ) throws {
    let base = FileManager.default.temporaryDirectory
      .appendingPathComponent("shopreel-run-\(UUID().uuidString)").path
    out = URL(fileURLWithPath: base + ".out")
    err = URL(fileURLWithPath: base + ".err")
    for file in [out, err] { FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    for name in ["LC_ALL", "LC_MESSAGES", "SHOPREEL_HOME", "SHOPREEL_STORE"] {
      environment[name] = nil
    }
    environment.merge(given) { $1 }
    environment["LANG"] = "C.UTF-8"
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    for file in [out, err] { try? FileManager.default.removeItem(at: file) }
  }

  var isRunning: Bool { process.isRunning }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Looks again and again until something is true or the program has ended.
  ///
  /// - Returns: Whether it came true.
  func until(_ isTrue: () -> Bool) -> Bool {
    while process.isRunning {
      if isTrue() { return true }
      usleep(2000)
    }
    return isTrue()
  }

  /// - Returns: What it has left; status -1 when it had to be killed.
  func wait(seconds: Double) -> Program.Outcome {
    let end = Date(timeIntervalSinceNow: seconds)
    while process.isRunning, Date() < end { usleep(5000) }
    let hangs = process.isRunning
    if hangs { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    return Program.Outcome(
      status: hangs ? -1 : process.terminationStatus, out: text(out), err: text(err))
  }

  private func text(_ file: URL) -> String {
    String(decoding: FileManager.default.contents(atPath: file.path) ?? Data(), as: UTF8.self)
  }
}
