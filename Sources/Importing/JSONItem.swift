import Foundation
import JSON

/// A JSON object as cells: the path of each value, and its text.
struct JSONItem {
  private(set) var cells: [(path: String, text: String)] = []
  /// Items of a list of variants, each a row of its own.
  private(set) var variants: [JSONItem] = []

  private static let variantKeys: Set<String> = ["variants", "skus", "variations", "skulist"]
  private static let typeMarks: Set<String> = ["S", "N", "BOOL", "L", "M", "SS", "NS", "NULL"]
  private static let most = 4_000
  private var places: [String: Int] = [:]

  init(_ value: JSONValue) { add(value, "", takesVariants: true) }

  private init(_ value: JSONValue, under path: String) { add(value, path, takesVariants: false) }

  private mutating func add(_ value: JSONValue, _ path: String, takesVariants: Bool) {
    guard cells.count < JSONItem.most else { return }
    switch value {
    case .object(let members): addObject(members, path, takesVariants)
    case .array(let items): addArray(items, path)
    case .null: return
    default:
      if let text = value.scalar { append(path, text) }
    }
  }

  private mutating func addObject(
    _ members: [JSONValue.Member], _ path: String, _ takesVariants: Bool
  ) {
    if members.count == 1, let only = members.first, JSONItem.typeMarks.contains(only.key) {
      return add(only.value, path, takesVariants: takesVariants)  // DynamoDB's {"S": …}.
    }
    if let amount = JSONItem.unitsAndNanos(members) { append(path, amount) }
    for member in members where member.key.count <= 100 {
      let (key, value) = (member.key, member.value)
      if ["units", "nanos"].contains(key), JSONItem.unitsAndNanos(members) != nil { continue }
      let inner = path.isEmpty ? key : path + "." + key
      if takesVariants, JSONItem.variantKeys.contains(key.headerKey),
        case .array(let items) = value,
        items.contains(where: { if case .object = $0 { true } else { false } })
      {
        variants += items.prefix(1_000).map { JSONItem($0, under: inner) }
      } else {
        add(value, inner, takesVariants: takesVariants)
      }
    }
  }

  private mutating func addArray(_ items: [JSONValue], _ path: String) {
    for item in items.prefix(1_000) {
      if let (name, value) = JSONItem.pair(item) {
        append(path + "." + name, value)
      } else {
        add(item, path, takesVariants: false)
      }
    }
  }

  private mutating func append(_ path: String, _ text: String) {
    if let place = places[path] {
      cells[place].text += "\n" + text
    } else {
      places[path] = cells.count
      cells.append((path, text))
    }
  }

  /// Google's money: whole units and billionths.
  private static func unitsAndNanos(_ members: [JSONValue.Member]) -> String? {
    let object = JSONValue.object(members)
    guard let units = object["units"]?.scalar, let whole = Decimal(string: units) else {
      return nil
    }
    guard let nanos = object["nanos"]?.scalar else { return nil }
    guard let part = Decimal(string: nanos) else { return nil }
    return "\(whole + part * Decimal(sign: .plus, exponent: -9, significand: 1))"
  }

  /// `{"key": "material", "value": {"text": ["Metal"]}}` → material, Metal.
  private static func pair(_ item: JSONValue) -> (name: String, value: String)? {
    guard case .object = item, let name = (item["key"] ?? item["name"])?.scalar, !name.isEmpty,
      name.count <= 60, !name.contains("."), let value = item["value"] ?? item["values"]
    else { return nil }
    let texts = plainTexts(value)
    return texts.isEmpty ? nil : (name, texts.joined(separator: "\n"))
  }

  private static func plainTexts(_ value: JSONValue) -> [String] {
    switch value {
    case .array(let items): return items.compactMap(\.scalar)
    case .object:
      let inner = ["text", "value", "values", "numbers", "name", "label"].lazy
        .compactMap { value[$0] }.first
      guard let inner else { return [] }
      if case .array(let items) = inner { return items.compactMap(\.scalar) }
      return inner.scalar.map { [$0] } ?? []
    default: return value.scalar.map { [$0] } ?? []
    }
  }
}
