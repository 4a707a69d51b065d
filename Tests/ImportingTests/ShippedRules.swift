import Diagnostics
import Foundation
import Importing
import Model
import Presets

/// The rules as they ship, and short ways to import made files with them.
enum Shipped {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("presets/catalogue").path

  static let rules: CatalogueRules = {
    func source(_ name: String) throws -> PresetSource {
      try PresetSource(contentsOf: "\(folder)/\(name).yaml", shownAs: "\(name).yaml")
    }
    do {
      return try CatalogueRules(
        headers: source("headers"), values: source("values"), categories: source("categories"),
        units: source("units"))
    } catch {
      fatalError("the shipped presets do not read: \(error)")
    }
  }()

  static func run(_ files: CatalogueFile...) -> Catalogue { ImportStage(rules: rules).run(files) }

  static func run(_ text: String, name: String = "catalogue.csv") -> Catalogue {
    run(CatalogueFile(name: name, data: Data(text.utf8)))
  }

  static func run(_ text: String, rules: CatalogueRules) -> Catalogue {
    ImportStage(rules: rules).run([CatalogueFile(name: "catalogue.csv", data: Data(text.utf8))])
  }

  static func run(bytes: [UInt8], name: String = "catalogue.csv") -> Catalogue {
    run(CatalogueFile(name: name, data: Data(bytes)))
  }
}

extension Catalogue {
  func product(_ sku: String) -> Product? { products.first { $0.sku == sku } }

  /// Problems as `row column severity: message`.
  var lines: [String] {
    problems.map {
      [$0.row.map(String.init), $0.column, $0.severity.rawValue + ":"].compactMap { $0 }
        .joined(separator: " ") + " " + $0.message
    }
  }

  var faults: [Problem] { problems.filter { $0.severity != .note } }
  var notes: [Problem] { problems.filter { $0.severity == .note } }

  func says(_ part: String, row: Int? = nil) -> Bool {
    problems.contains { $0.message.contains(part) && (row == nil || $0.row == row) }
  }
}

/// A generator whose numbers follow from its seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
