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

  private struct Question: Hashable {
    var text: String
    var platform: String?
  }

  init(gate: @escaping TextGate, product: Product, platforms: [String], brand: BrandKit) {
    self.gate = gate
    self.product = product
    self.platforms = platforms
    self.brand = brand
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
    var result = gate(text, "", product, platform.map { [$0] } ?? platforms)
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

  /// Whether a text says of the goods what nobody can show: first, ever, absolutely.
  func isAbsolute(_ text: String) -> Bool {
    all(text, nil).contains { $0.severity == .warn && $0.rule.hasSuffix("absolute") }
  }

  func passes(_ text: String, on platform: String? = nil) -> Bool {
    text.isEmpty || !all(text, platform).contains { $0.severity == .block }
  }
}

extension [Finding] {
  /// The findings in order, each once.
  var unique: [Finding] {
    var seen: Set<Finding> = []
    return filter { seen.insert($0).inserted }
  }
}
