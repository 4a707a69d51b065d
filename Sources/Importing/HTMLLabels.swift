/// Labels with their values where mark-up sets them side by side: table rows, definition lists,
/// and bold words before a text.
struct HTMLLabels {
  struct Pair: Equatable {
    var label: String
    var value: String
    /// Set off by nothing but a bold face, or one of many in a row: the label must be a known one.
    var isWeak: Bool
  }

  private(set) var pairs: [Pair] = []
  private var buffer = ""
  private var open = Place.nowhere
  private var row: [String] = []
  private var heads = 0
  private var label = ""

  private enum Place { case nowhere, cell, term, definition, bold, behindBold }

  init(_ source: String) {
    guard source.utf8.contains(UInt8(ascii: "<")) else { return }
    HTMLText.walk(source) { piece in
      switch piece {
      case .scalar(let scalar): if open != .nowhere { buffer.unicodeScalars.append(scalar) }
      case .text(let text): if open != .nowhere { buffer += text }
      case .tag(let name, let closes): tag(name, closes)
      }
    }
    endBold()
    endCell()
    endRow()
    endDefinition()
  }

  private mutating func tag(_ name: String, _ closes: Bool) {
    switch name {
    case "td", "th":
      endBold()
      endCell()
      if !closes {
        open = .cell
        heads += name == "th" ? 1 : 0
      }
    case "tr", "table":
      endBold()
      endCell()
      endRow()
    case "dt":
      endBold()
      endDefinition()
      if closes { endTerm() } else { start(.term) }
    case "dd":
      endTerm()
      if closes { endDefinition() } else { start(.definition) }
    case "dl": endDefinition()
    case "b", "strong":
      if closes, open == .bold {
        label = take()
        open = .behindBold
      } else if !closes, open == .nowhere || open == .behindBold {
        endBold()
        start(.bold)
      }
    default:
      guard HTMLText.breaking.contains(name) else { return }
      if open == .bold || open == .behindBold { endBold() } else { buffer += " " }
    }
  }

  private mutating func start(_ place: Place) {
    open = place
    buffer = ""
  }

  private mutating func take() -> String {
    defer { buffer = "" }
    return String(buffer.unicodeScalars.prefix(2_000)).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ").cleaned
  }

  private mutating func endCell() {
    guard open == .cell else { return }
    row.append(take())
    open = .nowhere
  }

  /// Two cells are label and value, four are two such pairs; a row of heads names columns.
  private mutating func endRow() {
    defer {
      row = []
      heads = 0
    }
    guard [2, 4].contains(row.count), heads <= row.count / 2 else { return }
    for place in stride(from: 0, to: row.count, by: 2) {
      add(row[place], row[place + 1], isWeak: row.count > 2)
    }
  }

  private mutating func endTerm() {
    guard open == .term else { return }
    label = take()
    open = .nowhere
  }

  private mutating func endDefinition() {
    guard open == .definition else { return }
    add(label, take(), isWeak: false)
    label = ""
    open = .nowhere
  }

  private mutating func endBold() {
    guard open == .bold || open == .behindBold else { return }
    let text = take()
    if open == .behindBold { add(label, text, isWeak: true) }
    open = .nowhere
  }

  private mutating func add(_ label: String, _ value: String, isWeak: Bool) {
    var label = label
    while let last = label.last, ":： ".contains(last) { label.removeLast() }
    var value = value
    while let first = value.first, ":： ".contains(first) { value.removeFirst() }
    guard !label.isEmpty, !value.isEmpty, value.count <= 200, pairs.count < 200 else { return }
    pairs.append(Pair(label: label, value: value, isWeak: isWeak))
  }
}
