public import Foundation
public import Model

/// A program that speaks texts into sound files, as `voice:` of a workspace names it.
///
/// It is started with its words as they stand, never through a shell. `{text_file}` stands for a
/// UTF-8 file with the text, `{out}` for the WAV file to write, `{voice}` for the locale's voice.
public struct VoiceProgram: Sendable {
  private let settings: Settings.Voice
  private let executable: URL

  /// - Parameters:
  ///   - folder: Where a program that is named with a slash is looked for.
  ///   - path: The folders of `$PATH`.
  /// - Throws: `VoiceError.missing` when there is no such program.
  public init(_ settings: Settings.Voice, folder: URL, path: [String]) throws {
    self.settings = settings
    let name = settings.command.first ?? ""
    let places =
      name.contains("/")
      ? [name.hasPrefix("/") ? name : folder.appendingPathComponent(name).path]
      : path.map { $0 + "/" + name }
    guard let found = places.first(where: FileManager.default.isExecutableFile(atPath:)) else {
      throw VoiceError(
        code: .missing,
        message: "'\(name)' of 'voice.command' is no program that can be started: install it, or "
          + "name another in shopreel.yaml")
    }
    executable = URL(fileURLWithPath: found)
  }

  /// Everything but the program itself that can change how a text sounds.
  public func identity(of text: String, _ locale: CopyLocale) -> String {
    (settings.command + [voice(locale), text]).joined(separator: "\u{1F}")
  }

  /// Writes a text, spoken, to a file.
  ///
  /// - Throws: `VoiceError` when the program fails, takes longer than `voice.timeout`, or leaves
  ///   nothing; what it said stands in the message.
  public func speak(_ text: String, _ locale: CopyLocale, to file: URL) throws {
    let words = file.appendingPathExtension("txt")
    let complaints = file.appendingPathExtension("err")
    defer {
      for file in [words, complaints] { try? FileManager.default.removeItem(at: file) }
    }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments(words: words, out: file, locale)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    do {
      try Data((text + "\n").utf8).write(to: words)
      try Data().write(to: complaints)
      process.standardError = try FileHandle(forWritingTo: complaints)
    } catch {
      throw VoiceError(code: .failed, message: "'\(words.path)' cannot be written: \(error)")
    }
    try run(process, complaints)
    let size = (try? FileManager.default.attributesOfItem(atPath: file.path)[.size]) as? Int
    guard let size, size > 0 else {
      throw VoiceError(
        code: .noSound,
        message: "\(name) has written nothing to {out}\(Self.said(complaints))")
    }
  }

  private func voice(_ locale: CopyLocale) -> String {
    settings.voices[locale] ?? locale.rawValue
  }

  private func arguments(words: URL, out: URL, _ locale: CopyLocale) -> [String] {
    settings.command.dropFirst().map {
      $0.replacingOccurrences(of: "{text_file}", with: words.path)
        .replacingOccurrences(of: "{out}", with: out.path)
        .replacingOccurrences(of: "{voice}", with: voice(locale))
    }
  }

  private var name: String { "'\(settings.command[0])' of 'voice.command'" }

  private func run(_ process: Process, _ complaints: URL) throws {
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do { try process.run() } catch {
      throw VoiceError(code: .failed, message: "\(name) cannot be started: \(error)")
    }
    if ended.wait(timeout: .now() + settings.timeout) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
      throw VoiceError(
        code: .timeout,
        message: "\(name) takes longer than \(settings.timeout) s ('voice.timeout')")
    }
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw VoiceError(
        code: .failed,
        message: "\(name) ended with \(process.terminationStatus)\(Self.said(complaints))")
    }
  }

  /// `: the beginning of what it said`, on one line, or nothing.
  private static func said(_ file: URL) -> String {
    guard let handle = try? FileHandle(forReadingFrom: file),
      let data = try? handle.read(upToCount: 400)
    else { return "" }
    let said = String(decoding: data, as: UTF8.self)
      .split(whereSeparator: \.isNewline).joined(separator: " ")
    return said.isEmpty ? "" : ": \(said)"
  }
}
