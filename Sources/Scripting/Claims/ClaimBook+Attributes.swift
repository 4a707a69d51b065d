import Foundation
import Model

extension ClaimBook {
  private static let absent: Set<String> = [
    "", "无", "否", "没有", "暂无", "不详", "其他", "其它", "no", "none", "n/a", "na", "null", "false", "0",
    "-",
  ]
  private static let flags: Set<String> = ["是", "有", "支持", "yes", "true", "y", "√"]

  /// Attributes by the playbook's dimensions, with their values as copy says them.
  mutating func gatherAttributes(_ playbook: Playbook, _ screen: ClaimScreen) {
    let names = Dictionary(
      product.attributes.keys.sorted().map { ($0.headerKey, $0) }, uniquingKeysWith: { a, _ in a })
    var taken: Set<String> = []
    for rule in playbook.attributes where attributes[rule.key] == nil {
      guard
        let header = rule.aliasKeys.lazy.compactMap({ names[$0] }).first(where: {
          !taken.contains($0)
        })
      else { continue }
      taken.insert(header)
      headers[rule.key] = header
      guard let found = attribute(rule, header: header, screen) else { continue }
      attributes[rule.key] = found
      if !found.isFlag { slots["attribute.\(rule.key)"] = found.value }
    }
    gatherUntil(screen)
  }

  /// A day of the calendar as it is said: `2026-11-30` is 11月30日.
  private mutating func gatherUntil(_ screen: ClaimScreen) {
    guard let until = attributes["until"], let fact = until.value.facts.first else { return }
    let parts = until.value.text.prefix(10).split { "-/.年月日".contains($0) }.compactMap { Int($0) }
    guard parts.count == 3, parts[0] > 1900, (1...12).contains(parts[1]),
      (1...31).contains(parts[2])
    else { return }
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let text =
      locale == .zh ? "\(parts[1])月\(parts[2])日" : "\(months[parts[1] - 1]) \(parts[2])"
    slots["attribute.until"] = computed(
      text, field: fact.field, source: fact.source, formula: "\(until.value.text) = \(text)",
      by: screen)
  }

  private mutating func attribute(
    _ rule: Playbook.AttributeRule, header: String, _ screen: ClaimScreen
  ) -> Attribute? {
    let raw = product.attributes[header] ?? ""
    let value = Self.spoken(raw, rule, locale, keeping: screen.proper)
    let field = "attributes.\(header)"
    guard !Self.absent.contains(value.lowercased()) else { return nil }
    if Self.flags.contains(value.lowercased()) || value == rule.name[locale] {
      // What the shop calls it says more than the dimension's name: 坏单包赔, not 售后.
      let own = header.withoutBrackets
      let fits = own.isChineseText == (locale == .zh) && own.count <= (locale == .zh ? 8 : 24)
      let name = fits ? (locale == .en ? own.lowercased() : own) : rule.name[locale] ?? header
      return accept(name, field: field, by: screen).map {
        Attribute(rule: rule, value: $0, isFlag: true)
      }
    }
    guard value.count <= (locale == .zh ? 18 : 42) else {
      if rule.weight > 0, rule.key != "usage" {
        note(
          zh: "“\(header)”的内容太长，没有念进台词（\(screen.source(of: field))）",
          en: "'\(header)' is too long to be said and was left out (\(screen.source(of: field)))")
      }
      return nil
    }
    return accept(value, field: field, by: screen).map {
      Attribute(rule: rule, value: $0, isFlag: false)
    }
  }

  /// A cell's value as copy says it: lists by three, bare figures with their unit.
  static func spoken(
    _ raw: String, _ rule: Playbook.AttributeRule, _ locale: CopyLocale, keeping proper: Set<String>
  ) -> String {
    var value = raw.plainCopy
    if rule.list {
      let parts = raw.listed
      let few = parts.prefix(3)
      if locale == .zh {
        value = few.joined(separator: "、") + (parts.count > few.count ? "等" : "")
      } else {
        let lower = rule.proper ? Array(few) : few.map { $0.withoutCapitals(keeping: proper) }
        let head = lower.dropLast().joined(separator: ", ")
        value = head.isEmpty ? lower.last ?? "" : head + " and " + (lower.last ?? "")
      }
      return value
    }
    if let unit = rule.unit[locale], value.allSatisfy({ $0.isASCIIDigit || $0 == "." }),
      !value.isEmpty
    {
      // Two grams of oranges are two kilos to whoever wrote the cell.
      let tiny = ["克", "g", "毫升", "ml"].contains(unit) && (Double(value) ?? 0) < 10
      guard !tiny else { return "" }
      return locale == .zh ? value + unit : value + " " + unit
    }
    return locale == .en && !rule.proper ? value.withoutCapitals(keeping: proper) : value
  }

  /// The first figure worth opening on.
  mutating func gatherFigures(_ screen: ClaimScreen) {
    let rated = attributes.values.filter {
      !$0.isFlag && !$0.rule.list && $0.rule.key != "pack" && $0.rule.weight > 0
        && ($0.rule.kind == .measure || $0.rule.kind == .proof)
        && $0.value.text.contains(where: \.isASCIIDigit)
    }.sorted { ($1.rule.weight, $0.rule.key) < ($0.rule.weight, $1.rule.key) }
    for found in rated {
      let name = found.rule.name[locale] ?? ""
      let value = found.value.text
      let text =
        locale == .zh ? (value.hasPrefix(name) ? value : name + value) : "\(name) \(value)"
      guard text.count <= (locale == .zh ? 9 : 24), screen.gatekeeper.passes(text) else { continue }
      let fact = Fact(
        text: text, field: found.value.facts.first?.field ?? "",
        source: found.value.facts.first?.source ?? "")
      slots["figure"] = Copy(text, [fact] + found.value.facts)
      return
    }
  }
}

extension String {
  /// English words in running text: `Breathable Mesh` is `breathable mesh`, `EVA` stays.
  func withoutCapitals(keeping proper: Set<String>) -> String {
    split(separator: " ", omittingEmptySubsequences: false).map { word in
      let rest = word.dropFirst()
      let plain =
        word.first?.isUppercase == true && rest.count > 1
        && rest.allSatisfy { $0.isLowercase || $0 == "-" }
      return plain && !proper.contains(String(word)) ? word.lowercased() : String(word)
    }.joined(separator: " ")
  }
}
