import Foundation
import Model

/// The term gate for one product and the platforms its script is for, with the shop's own words.
///
/// A product's variants say much alike: what was asked once is remembered.
final class Gatekeeper {
  let gate: TextGate
  let product: Product
  let platforms: [String]
  let brand: BrandKit
  private var known: [Question: [Finding]] = [:]
  private let clean: CleanTexts?

  private struct Question: Hashable {
    var text: String
    var platform: String?
  }

  init(
    gate: @escaping TextGate, product: Product, platforms: [String], brand: BrandKit,
    clean: CleanTexts? = nil
  ) {
    self.gate = gate
    self.product = product
    self.platforms = platforms
    self.brand = brand
    self.clean = clean
  }

  /// Every finding in a text, each once.
  func findings(in text: String, at place: String, on platform: String? = nil) -> [Finding] {
    guard !text.isEmpty else { return [] }
    return all(text, platform).map { finding in
      var finding = finding
      finding.place = place
      return finding
    }
  }

  private func all(_ text: String, _ platform: String?) -> [Finding] {
    let question = Question(text: text, platform: platform)
    if let answer = known[question] { return answer }
    let isClean = clean?.contains(text) ?? false
    var result = isClean ? [] : gate(text, "", product, platform.map { [$0] } ?? platforms)
    for word in brand.forbidden where !word.isEmpty {
      guard text.range(of: word, options: .caseInsensitive) != nil else { continue }
      result.append(
        Finding(
          term: word, rule: "brand.forbidden", severity: .block, place: "",
          suggestion: "", basis: brand.file))
    }
    result = result.unique
    known[question] = result
    return result
  }

  /// The findings that forbid a text.
  func blocks(in text: String, at place: String, on platform: String? = nil) -> [Finding] {
    findings(in: text, at: place, on: platform).filter { $0.severity == .block }
  }

  /// Whether a text may be said but had better not.
  func warns(of text: String) -> Bool { all(text, nil).contains { $0.severity == .warn } }

  /// Whether a text says of the goods what a shop can hardly show: first, ever, cures, kills germs.
  func isUnprovable(_ text: String) -> Bool {
    all(text, nil).contains { $0.severity == .warn && Self.unprovable.contains($0.rule) }
  }

  private static let unprovable: Set<String> = [
    "absolute", "en_absolute", "medical", "en_health", "guarantee",
  ]

  func passes(_ text: String, on platform: String? = nil) -> Bool {
    text.isEmpty || !all(text, platform).contains { $0.severity == .block }
  }
}

/// Texts of one product with which no platform finds fault: what is clean for all of them together
/// is clean for each.
final class CleanTexts {
  private let gate: TextGate
  private let product: Product
  private let platforms: [String]
  private var known: [String: Bool] = [:]

  init(gate: @escaping TextGate, product: Product, platforms: [String]) {
    self.gate = gate
    self.product = product
    self.platforms = platforms
  }

  func contains(_ text: String) -> Bool {
    if let answer = known[text] { return answer }
    let answer = gate(text, "", product, platforms).isEmpty
    known[text] = answer
    return answer
  }
}

extension [Finding] {
  /// The findings in order, each once.
  var unique: [Finding] {
    var seen: Set<Finding> = []
    return filter { seen.insert($0).inserted }
  }
}
