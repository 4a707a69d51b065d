public import Foundation
public import Model
public import Timing
import Yams

/// Typed reading: each reports a fault and answers a placeholder, or the fallback when absent.
extension PresetNode {
  private func absent<T>(_ fallback: T?, _ placeholder: T, _ expected: String) -> T {
    if let fallback { return fallback }
    wrong(expected)
    return placeholder
  }

  public func string(_ fallback: String? = nil) -> String {
    guard isPresent else { return absent(fallback, "", "a text") }
    guard let scalar = node?.scalar else {
      wrong("a text")
      return ""
    }
    return scalar.string
  }

  public var optionalString: String? { isPresent ? string() : nil }

  public func strings() -> [String] { items.map { $0.string() } }

  public func int(_ fallback: Int? = nil, in range: ClosedRange<Int> = 0...Int.max) -> Int {
    let expected =
      range.upperBound == .max
      ? "a whole number from \(range.lowerBound)"
      : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard isPresent else { return absent(fallback, range.lowerBound, expected) }
    guard let value = node?.int, range.contains(value) else {
      wrong(expected)
      return range.lowerBound
    }
    return value
  }

  public func double(
    _ fallback: Double? = nil, in range: ClosedRange<Double> = -1e12...1e12
  ) -> Double {
    let expected =
      range == -1e12...1e12
      ? "a number" : "a number from \(range.lowerBound) to \(range.upperBound)"
    guard isPresent else { return absent(fallback, range.lowerBound, expected) }
    guard let value = node?.float ?? node?.int.map(Double.init), range.contains(value) else {
      wrong(expected)
      return range.lowerBound
    }
    return value
  }

  public func decimal(_ fallback: Decimal? = nil) -> Decimal {
    guard isPresent else { return absent(fallback, 0, "an amount") }
    guard let text = node?.scalar?.string, Double(text) != nil, let value = Decimal(string: text)
    else {
      wrong("an amount such as 6.5")
      return 0
    }
    return value
  }

  public func bool(_ fallback: Bool? = nil) -> Bool {
    guard isPresent else { return absent(fallback, false, "true or false") }
    guard let value = node?.bool else {
      wrong("true or false")
      return false
    }
    return value
  }

  /// One of an enum's raw values; a typo is answered with the nearest.
  public func choice<T: RawRepresentable & CaseIterable>(
    _ type: T.Type, _ fallback: T? = nil
  ) -> T where T.RawValue == String {
    let legal = T.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    guard isPresent else { return absent(fallback, T.allCases.first!, "one of: \(legal)") }
    guard let value = node?.scalar.flatMap({ T(rawValue: $0.string) }) else {
      wrong("one of: \(legal)")
      return T.allCases.first!
    }
    return value
  }

  /// `1080x1920`, both even and from 16 to 8192.
  public func canvas(_ fallback: Canvas? = nil) -> Canvas {
    let expected = "a size such as 1080x1920, both even, from 16 to 8192 pixels"
    guard isPresent else { return absent(fallback, Canvas(width: 16, height: 16), expected) }
    let parts = (node?.scalar?.string ?? "").split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2, parts.allSatisfy({ (16...8192).contains($0) && $0 % 2 == 0 }) else {
      wrong(expected)
      return Canvas(width: 16, height: 16)
    }
    return Canvas(width: parts[0], height: parts[1])
  }

  /// `30`, `29.97`, `30000/1001`.
  public func rate(_ fallback: FrameRate? = nil) -> FrameRate {
    let expected = "frames a second such as 30, 29.97 or 30000/1001, up to 120"
    guard isPresent else { return absent(fallback, FrameRate(30), expected) }
    guard let value = FrameRate.parse(node?.scalar?.string ?? ""), value.framesPerSecond <= 120
    else {
      wrong(expected)
      return FrameRate(30)
    }
    return value
  }

  /// `#RRGGBB` or `#RRGGBBAA`, kept as text.
  public func color(_ fallback: String? = nil) -> String {
    guard isPresent else { return absent(fallback, "#000000", "a colour such as #FFCC00") }
    let text = node?.scalar?.string ?? ""
    guard text.hasPrefix("#"), [7, 9].contains(text.count),
      text.dropFirst().allSatisfy(\.isHexDigit)
    else {
      wrong("a colour such as #FFCC00 or #FFCC0080")
      return "#000000"
    }
    return text
  }

  /// A list of texts for each language: `zh: [...]`, `en: [...]`.
  public func localized() -> [CopyLocale: [String]] {
    var result: [CopyLocale: [String]] = [:]
    for locale in CopyLocale.allCases {
      let texts = self[locale.rawValue].strings()
      if !texts.isEmpty { result[locale] = texts }
    }
    finish()
    return result
  }
}
