internal import Foundation
internal import JSON

/// A value with its own way to and from JSON: for what a catalogue has a million of, where a coder
/// that asks each key for its name takes longer than everything else.
protocol JSONCoding {
  /// Keys in order, what is nil left out: the same that `Codable` writes.
  func write(to writer: inout JSONWriter)
  /// Nil where a field is missing or of another kind.
  init?(json: JSONValue)
}

extension JSONWriter {
  mutating func field(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  mutating func field(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    key(name)
    int(value)
  }

  mutating func field(_ name: StaticString, _ value: Double?) {
    guard let value else { return }
    key(name)
    double(value)
  }

  mutating func field(_ name: StaticString, _ value: Bool?) {
    guard let value else { return }
    key(name)
    bool(value)
  }

  mutating func field(_ name: StaticString, _ value: Decimal?) {
    guard let value else { return }
    key(name)
    if value.isFinite { number("\(value)") } else { null() }
  }

  mutating func field(_ name: StaticString, _ texts: [String]) {
    key(name)
    array(texts) { $0.string($1) }
  }

  mutating func field(_ name: StaticString, _ value: (some JSONCoding)?) {
    guard let value else { return }
    key(name)
    value.write(to: &self)
  }

  mutating func field(_ name: StaticString, _ values: [some JSONCoding]) {
    key(name)
    array(values) { $1.write(to: &$0) }
  }

  mutating func field<Value>(
    _ name: StaticString, _ table: [String: Value], _ write: (inout JSONWriter, Value) -> Void
  ) {
    key(name)
    object { writer in
      for (name, value) in table.sorted(by: { $0.key < $1.key }) {
        writer.key(text: name)
        write(&writer, value)
      }
    }
  }
}

extension JSONValue {
  var text: String? { if case .string(let text) = self { text } else { nil } }
  var truth: Bool? { if case .bool(let truth) = self { truth } else { nil } }
  var double: Double? { if case .number(let text) = self { Double(text) } else { nil } }
  var decimal: Decimal? { if case .number(let text) = self { Decimal(plain: text) } else { nil } }

  var int: Int? {
    guard case .number(let text) = self else { return nil }
    return Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
  }

  var texts: [String]? {
    guard case .array(let items) = self else { return nil }
    let texts = items.compactMap(\.text)
    return texts.count == items.count ? texts : nil
  }

  func list<Value: JSONCoding>(_ type: Value.Type) -> [Value]? {
    guard case .array(let items) = self else { return nil }
    let values = items.compactMap { Value(json: $0) }
    return values.count == items.count ? values : nil
  }

  func table<Value>(_ read: (JSONValue) -> Value?) -> [String: Value]? {
    guard case .object(let members) = self else { return nil }
    var table: [String: Value] = [:]
    table.reserveCapacity(members.count)
    for member in members {
      guard let value = read(member.value) else { return nil }
      table[member.key] = value
    }
    return table
  }
}

extension Decimal {
  /// `39.9` by its digits, where they fit a machine word; anything else the long way.
  init?(plain text: String) {
    var digits: Int64 = 0
    var places = 0
    var count = 0
    var sawPoint = false
    var isNegative = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x30...0x39 where count < 18:
        digits = digits * 10 + Int64(byte - 0x30)
        count += 1
        if sawPoint { places += 1 }
      case UInt8(ascii: ".") where !sawPoint: sawPoint = true
      case UInt8(ascii: "-") where index == 0: isNegative = true
      default:
        guard let value = Decimal(string: text) else { return nil }
        self = value
        return
      }
    }
    guard count > 0 else { return nil }
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    let whole = Decimal(digits)
    self = Decimal(sign: .plus, exponent: -places, significand: whole)
    if isNegative { negate() }
  }
}
