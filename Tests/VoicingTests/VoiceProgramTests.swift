import Foundation
import Model
import Support
import Testing
import Voicing

@Suite struct VoiceProgramTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A program in the folder that does what a line of shell says.
  private func program(_ line: String, _ words: [String] = ["{text_file}", "{out}", "{voice}"])
    throws -> VoiceProgram
  {
    let file = folder.file("speak")
    try Data("#!/bin/sh\n\(line)\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    return try VoiceProgram(
      Settings.Voice(command: ["speak"] + words, voices: [.zh: "cmn"], timeout: 5),
      folder: folder.url, path: ["/nowhere", folder.url.path])
  }

  private func spoken(_ program: VoiceProgram, _ text: String, _ locale: CopyLocale = .zh) throws
    -> String
  {
    let out = folder.file("out.wav")
    try program.speak(text, locale, to: out)
    return try String(contentsOf: out, encoding: .utf8)
  }

  @Test func theTextIsHandedOverInAFileAndNeverReadAsCommands() throws {
    let hostile = "-v $(touch pwned); `id` 'x' \"y\" {out}"
    let program = try program(#"cat "$1" > "$2"; printf '%s' "$3" >> "$2""#)
    #expect(try spoken(program, hostile) == hostile + "\ncmn")
    #expect(try spoken(program, "hello", .en) == "hello\nen")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
      == ["out.wav", "speak"])
  }

  @Test func whateverChangesTheSoundChangesTheIdentity() throws {
    let one = try program("true")
    let other = try program("true", ["{text_file}", "{out}", "-s", "9"])
    let all = [
      one.identity(of: "a", .zh), one.identity(of: "b", .zh), one.identity(of: "a", .en),
      other.identity(of: "a", .zh),
    ]
    #expect(Set(all).count == 4)
  }

  @Test(arguments: [
    ("echo 'no such voice' >&2; exit 3", "'speak' of 'voice.command' ended with 3: no such voice"),
    ("true", "'speak' of 'voice.command' has written nothing to {out}"),
    (": > \"$2\"; echo why >&2", "'speak' of 'voice.command' has written nothing to {out}: why"),
  ])
  func whatGoesWrongIsSaid(_ line: String, _ message: String) throws {
    let program = try program(line)
    let error = #expect(throws: VoiceError.self) { _ = try spoken(program, "x") }
    #expect(error?.message == message)
  }

  @Test func aProgramThatHangsIsEnded() throws {
    let file = folder.file("hang")
    try Data("#!/bin/sh\nexec tail -f /dev/null\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    let program = try VoiceProgram(
      Settings.Voice(command: ["./hang"], timeout: 0.2), folder: folder.url, path: [])
    let error = #expect(throws: VoiceError.self) {
      try program.speak("x", .zh, to: folder.file("out.wav"))
    }
    #expect(error?.message == "'./hang' of 'voice.command' takes longer than 0.2 s ('voice.timeout')")
  }

  @Test func aProgramThatIsNotThereIsNamed() {
    let error = #expect(throws: VoiceError.self) {
      _ = try VoiceProgram(
        Settings.Voice(command: ["speaker"]), folder: folder.url, path: ["/nowhere"])
    }
    #expect(
      error?.message == "'speaker' of 'voice.command' is no program that can be started: install "
        + "it, or name another in shopreel.yaml")
  }
}
