import Foundation
import Hashing
import Media
import Model
import Threading
import Timing
import Voicing
import Workspace

extension Line {
  /// Voices of scripts that nobody has recorded, by script; each lies in `work/voice` under what it
  /// says, so that equal words are spoken once.
  struct SpokenScripts {
    var voices: [String: [VoiceFile]] = [:]
    var failed: [StageReport.Failure] = []
    var notes: [String] = []
  }

  /// Recorded voices that a script may use: its own first, then the product's.
  func recorded(for script: Script, _ takes: Takes) -> [VoiceFile] {
    let own = takes.voices.filter { $0.script == script.id }
    return own + takes.voices.filter { $0.sku == script.sku && $0.script == nil }
  }

  /// - Throws: `PipelineError` `componentMissing` when the program that speaks is not there;
  ///   `CancellationError`.
  func spoken(_ scripts: [Script], _ takes: Takes) async throws -> SpokenScripts {
    var result = SpokenScripts()
    let mute = scripts.filter { recorded(for: $0, takes).isEmpty }
    guard let settings = settings.voice, !mute.isEmpty else { return result }
    let program: VoiceProgram
    do {
      program = try VoiceProgram(settings, folder: workspace.root, path: searchPath)
    } catch let error as VoiceError {
      throw PipelineError(.componentMissing, error.message)
    }
    try workspace.makeFolder("work/voice")
    let lines = VoiceLine.lines(of: mute, by: program)
    let answers = await Workers.map(lines, jobs: options.jobs) { line, _ in
      Result { try self.speak(line, by: program) }
    }
    try Task.checkCancellation()
    var kept: Set<String> = []
    var durations: [String: Time] = [:]
    for (line, answer) in zip(lines, answers) {
      switch answer {
      case .success(let duration):
        durations[line.file] = duration
        kept.insert(line.file)
      case .failure(let error):
        result.failed.append(.init(line.place, "\(error)"))
      }
    }
    for script in mute { result.voices[script.id] = voices(of: script, program, durations) }
    if !options.isPartial { prune("work/voice", keeping: kept) }
    result.notes.append("\(result.voices.count { !$0.value.isEmpty }) scripts spoken by a program")
    return result
  }

  /// All of a script's voices, or none: a video does not fall silent halfway.
  private func voices(
    of script: Script, _ program: VoiceProgram, _ durations: [String: Time]
  ) -> [VoiceFile] {
    let lines = VoiceLine.lines(of: [script], by: program)
    guard lines.allSatisfy({ durations[$0.file] != nil }) else { return [] }
    return script.beats.indices.compactMap { index in
      guard let line = VoiceLine(script, index, program), let duration = durations[line.file]
      else { return nil }
      return VoiceFile(
        sku: script.sku, beat: script.beatName(index), file: line.file, duration: duration,
        script: script.id, synthetic: true)
    }
  }

  private func speak(_ line: VoiceLine, by program: VoiceProgram) throws -> Time {
    let file = workspace.root.appendingPathComponent(line.file)
    if let known = try? soundLength(file) { return known }
    let part = file.deletingPathExtension().appendingPathExtension("part.wav")
    defer { try? FileManager.default.removeItem(at: part) }
    try program.speak(line.text, line.locale, to: part)
    let length = try soundLength(part)
    try AtomicFile.rename(part, to: file)
    return length
  }

  private func soundLength(_ file: URL) throws -> Time {
    let facts = try Probe.facts(of: file.path)
    guard facts.audio != nil, let duration = facts.duration, duration > .zero else {
      throw MediaError(.invalid, "holds no sound", path: file.path)
    }
    return duration
  }

  private var searchPath: [String] {
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
      .map(String.init)
  }
}

/// One beat's words and where they lie once they are spoken.
private struct VoiceLine: Sendable {
  let text: String
  let locale: CopyLocale
  /// Relative to the workspace.
  let file: String
  /// For messages: `DRS-1021-hook-1 beats[2].voice`.
  let place: String

  /// Nil for a beat that says nothing.
  init?(_ script: Script, _ beat: Int, _ program: VoiceProgram) {
    let words = script.beats[beat].voice.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return nil }
    text = words.joined(separator: " ")
    locale = script.locale
    let name = ContentHash(of: program.identity(of: text, locale)).hexadecimal.prefix(20)
    file = "work/voice/\(name).wav"
    place = "\(script.id) beats[\(beat)].voice"
  }

  /// Each file once.
  static func lines(of scripts: [Script], by program: VoiceProgram) -> [VoiceLine] {
    var known: Set<String> = []
    return scripts.flatMap { script in
      script.beats.indices.compactMap { VoiceLine(script, $0, program) }
    }.filter { known.insert($0.file).inserted }
  }
}
