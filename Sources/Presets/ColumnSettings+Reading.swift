import Diagnostics
import Model

extension ColumnSettings {
  /// Reads `columns: {直播价: price}`, or the same under a file's name.
  init(reading node: PresetNode) {
    self.init()
    if node.isPresent, !node.isMapping { node.wrong("a mapping such as {直播价: price}") }
    for (name, value) in node.ownEntries {
      if value.isMapping {
        files[name] = Dictionary(
          value.ownEntries.map { ($0.key, Choice(reading: $0.node)) },
          uniquingKeysWith: { _, b in b })
      } else {
        everywhere[name] = Choice(reading: value)
      }
    }
  }
}

extension ColumnSettings.Choice {
  private static let words = ["ignore", "attribute"]

  fileprivate init(reading node: PresetNode) {
    let name = node.string()
    self.init(.ignored)
    guard !name.isEmpty else { return }
    if name == "attribute" {
      field = nil
    } else if let known = CatalogueField(rawValue: name) {
      field = known
    } else if name != "ignore" {
      let legal =
        ColumnSettings.Choice.words
        + CatalogueField.allCases.filter { $0 != .ignored }.map(\.rawValue)
      let hint = nearest(to: name, among: legal).map { "; did you mean '\($0)'?" } ?? ""
      node.report(
        "'\(name)' is no field of a product\(hint); there are: \(legal.joined(separator: ", "))")
    }
  }
}
