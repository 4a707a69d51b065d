import Foundation
import Model

/// The term gate for one product and the platforms its script is for, with the shop's own words.
struct Gatekeeper {
  let gate: CopyGate
  let product: Product
  let platforms: [String]
  let brand: BrandKit

  /// Every finding in a text, each once.
  func findings(in text: String, at place: String, on platform: String? = nil) -> [Finding] {
    guard !text.isEmpty else { return [] }
    var seen: Set<Finding> = []
    var result: [Finding] = []
    for id in platform.map({ [$0] }) ?? platforms {
      for finding in gate(text, place, product, id) where seen.insert(finding).inserted {
        result.append(finding)
      }
    }
    for word in brand.forbidden where !word.isEmpty {
      guard text.range(of: word, options: .caseInsensitive) != nil else { continue }
      result.append(
        Finding(
          term: word, rule: "brand.forbidden", severity: .block, place: place,
          suggestion: "", basis: brand.file))
    }
    return result
  }

  /// The findings that forbid a text.
  func blocks(in text: String, at place: String, on platform: String? = nil) -> [Finding] {
    findings(in: text, at: place, on: platform).filter { $0.severity == .block }
  }

  func passes(_ text: String, on platform: String? = nil) -> Bool {
    blocks(in: text, at: "", on: platform).isEmpty
  }
}
