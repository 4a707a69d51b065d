import Model

/// How a team names its files, such as `{date}_{sku}_{shot}_{take}_{status}`.
///
/// What stands between the fields is compared as names are: case, width and kind of separator do
/// not matter. Fields may hold separators themselves, because only what is known counts for them.
struct NamePattern {
  private enum Part: Hashable {
    case field(IngestPolicy.NameField)
    case letters([Character])
  }

  private let parts: [Part]

  init(_ text: String) {
    var parts: [Part] = []
    for piece in IngestPolicy.NameField.pieces(of: text) {
      switch piece {
      case .field(let field): parts.append(.field(field))
      case .unknown: break
      case .text(let text):
        // A letter each side keeps the gaps at the ends, which a name by itself has not.
        parts.append(.letters(Array(NameText("a\(text)a").letters.dropFirst().dropLast())))
      }
    }
    self.parts = parts
  }

  /// What a name says by this pattern, or nil when it has another form or names nothing known.
  func reading(of name: NameText, in names: ProductNames) -> NameReading? {
    read(name.letters[...], parts[...], NameReading(), names)
  }

  private func read(
    _ letters: ArraySlice<Character>, _ parts: ArraySlice<Part>, _ reading: NameReading,
    _ names: ProductNames
  ) -> NameReading? {
    guard let part = parts.first else { return letters.isEmpty ? reading : nil }
    let rest = parts.dropFirst()
    switch part {
    case .letters(let text):
      guard letters.starts(with: text) else { return nil }
      return read(letters.dropFirst(text.count), rest, reading, names)
    case .field(let field):
      for length in stride(from: letters.count, to: 0, by: -1) {
        let value = NameText(letters: letters.prefix(length))
        guard let known = reading.taking(value, as: field, names) else { continue }
        if let whole = read(letters.dropFirst(length), rest, known, names) { return whole }
      }
      return nil
    }
  }
}

/// What a file's name says.
struct NameReading: Hashable {
  var sku: String?
  var shot: ShotIndex.Entry?
  var status: Take.Status?

  /// With a field's value, or nil when it cannot be one.
  fileprivate func taking(
    _ value: NameText, as field: IngestPolicy.NameField, _ names: ProductNames
  ) -> NameReading? {
    var reading = self
    switch field {
    case .sku:
      guard let known = names.product(value) else { return nil }
      reading.sku = known
    case .shot:
      guard let known = names.shot(value, of: sku) else { return nil }
      reading.shot = known
      reading.sku = known.sku
    case .status:
      guard let known = names.status(value) else { return nil }
      reading.status = known
    case .take: guard value.isDigits, value.letters.count <= 3 else { return nil }
    case .date: guard value.isDigits, [6, 8].contains(value.letters.count) else { return nil }
    case .any: break
    }
    return reading
  }
}
