public import Model

/// Finds what a person has changed in the files of a script.
public struct EditReader {
  /// The script as it lies there.
  let script: Script
  /// Its page as it lies there; nil when there is none.
  let page: String?
  let product: Product

  public init(_ script: Script, page: String?, product: Product) {
    self.script = script
    self.page = page
    self.product = product
  }

  /// Places and words that a person has written, in the script itself or in its page; where both
  /// differ, the script's.
  public var changes: [(place: String, now: String)] {
    let changed = Set(script.changedPlaces)
    var result = script.lines.filter { changed.contains($0.place) }.map { ($0.place, $0.text) }
    for (index, voice) in spokenOnPage where script.beats.indices.contains(index) {
      let place = "beats[\(index)].voice"
      guard !changed.contains(place), voice != script.beats[index].voice else { continue }
      result.append((place, voice))
    }
    return result
  }

  /// Lines of the page's table of beats that are not as the program lays them out.
  private var spokenOnPage: [(Int, String)] {
    guard let page else { return [] }
    let own = script.markdown(product)
    guard page != own, changedNothingElse else { return [] }
    let theirs = PageTable.voices(in: page)
    let ours = PageTable.voices(in: own)
    guard theirs.count == ours.count else { return [] }
    return zip(theirs, ours).enumerated().filter { $0.element.0 != $0.element.1 }
      .map { ($0.offset, $0.element.0) }
  }

  /// A page tells of the script it was laid out from; once the script itself has another number of
  /// lines, it tells nothing.
  private var changedNothingElse: Bool {
    guard let seal = script.seal else { return false }
    return seal.split(separator: " ").count == script.lines.count
  }
}

/// The table of beats on a script's page.
enum PageTable {
  /// The voice column, row by row.
  static func voices(in page: String) -> [String] {
    let rows = page.split(separator: "\n", omittingEmptySubsequences: false)
    guard let head = rows.firstIndex(where: { isHead(String($0)) }) else { return [] }
    let column = cells(of: String(rows[head])).firstIndex { ["台词", "Voice"].contains($0) } ?? 3
    return rows[(head + 1)...].dropFirst().prefix { $0.hasPrefix("|") }.map { row in
      let cells = cells(of: String(row))
      guard cells.indices.contains(column) else { return "" }
      return cells[column] == "—" ? "" : cells[column]
    }
  }

  private static func isHead(_ row: String) -> Bool {
    let cells = cells(of: row)
    return row.hasPrefix("|") && (cells.contains("台词") || cells.contains("Voice"))
  }

  /// A row's cells without their escapes.
  private static func cells(of row: String) -> [String] {
    var cells: [String] = [""]
    var isEscaped = false
    for letter in row {
      if isEscaped {
        cells[cells.count - 1].append(letter)
        isEscaped = false
      } else if letter == "\\" {
        isEscaped = true
      } else if letter == "|" {
        cells.append("")
      } else {
        cells[cells.count - 1].append(letter)
      }
    }
    return cells.dropFirst().dropLast().map { cell in
      String(cell.drop { $0 == " " }).trimmingEnd { $0 == " " }
    }
  }
}
