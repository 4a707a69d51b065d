import Foundation
import Model
import Presets
import Testing

struct IngestPresetTests {
  private let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("presets/ingest/default.yaml")

  private func policy(_ text: String) throws -> IngestPolicy {
    try IngestPolicy(
      reading: PresetSource(file: "ingest/own.yaml", text: "schema: ingest/1\n" + text), id: "own")
  }

  @Test func thePresetSaysWhatTheProgramTakesForUsual() throws {
    let source = try PresetSource(contentsOf: file.path, shownAs: "ingest/default.yaml")
    #expect(try IngestPolicy(reading: source, id: "default") == IngestPolicy())
  }

  @Test func aClassThatIsNamedSaysAllItsWeights() throws {
    let read = try policy("choice: {classes: {locked: {sharpness: 2}}, handle: 0}")
    #expect(
      read.choice.locked == IngestPolicy.Weights(sharpness: 2, exposure: 0, steadiness: 0))
    #expect(read.choice.talking == IngestPolicy.Choice().talking)
    #expect(read.choice.handle == 0)
  }

  @Test(arguments: [
    ("choice: {classes: {locked: {}}}", "'choice.classes.locked' weighs nothing at all"),
    (
      "choice: {classes: {loked: {sharpness: 1}}}",
      "unknown key 'loked' in 'choice.classes'; did you mean 'locked'?"
    ),
    ("choice: {rejected: 2}", "'choice.rejected' must be a number from 0.0 to 1.0, found '2'"),
  ])
  func faultsAreNamed(text: String, message: String) {
    let error = #expect(throws: (any Error).self) { try policy(text) }
    #expect("\(error.map { "\($0)" } ?? "")".contains(message))
  }
}
