import Diagnostics
import Model
import Presets
import Testing

struct ShootEditsReadingTests {
  private func read(_ text: String) throws -> ShootEdits {
    try ShootEdits(
      reading: PresetSource(file: "edits/shoot.yaml", text: "schema: shoot-edits/1\n" + text))
  }

  @Test func shotsAndProductsAreReadWithTheirPlaces() throws {
    let edits = try read(
      """
      drop: [A-01, "sku:B"]
      pin: {A-02: 2, "sku:C": 1}
      first:
        - C-03
      order: [[A-04, A-05, "sku:C"]]
      """)
    #expect(edits.drop.map(\.text) == ["A-01", "sku:B"])
    #expect(edits.drop.map(\.kind) == [.shot, .product])
    #expect(edits.pin.map(\.day) == [2, 1] && edits.pin[1].mention.id == "C")
    #expect(edits.pin[0].mention.position.line == 3 && edits.pin[0].mention.position.column == 7)
    #expect(edits.first[0].position.line == 5 && edits.first[0].position.column == 5)
    #expect(edits.order.map { $0.map(\.text) } == [["A-04", "A-05", "sku:C"]])
  }

  @Test func anEmptyFileAsksForNothing() throws {
    #expect(try read("drop: []\npin:\n") == ShootEdits())
  }

  @Test(arguments: [
    (
      "drop: [{a: 1}]", "2:8: error: 'drop[0]' must be a shot's id, or a product such as 'sku:A100'"
    ),
    (
      "drop: ['sku:']", "2:8: error: 'drop[0]' must be a shot's id, or a product such as 'sku:A100'"
    ),
    ("pin: [A-01]", "2:6: error: 'pin' must be a mapping of shots to days, such as {A100-01: 2}"),
    ("pin: {A-01: 0}", "2:13: error: 'pin.A-01' must be a whole number from 1 to 366, found '0'"),
    ("pin: {A-01: soon}", "'pin.A-01' must be a whole number from 1 to 366, found 'soon'"),
    ("order: [A-01, A-02]", "2:9: error: 'order[0]' must be a list of lists of two or more"),
    ("order: [[A-01]]", "'order[0]' must be a list of lists of two or more, such as"),
    ("frist: [A-01]", "2:1: error: unknown key 'frist'; did you mean 'first'?"),
  ])
  func aFaultIsNamedByLineAndColumn(text: String, message: String) {
    let error = #expect(throws: DiagnosticsError.self) { try read(text) }
    #expect("\(error as Any)".contains(message), "\(error as Any)")
  }
}
