/// Takes what a `MarkupReader` finds, in the file's order.
protocol MarkupHandler: AnyObject {
  func start(_ tag: MarkupTag)
  func end(_ name: MarkupName)
  /// A piece of text; one text may come in many.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// Why reading has to stop.
  var refusal: TableError? { get }
}

/// An element's name, which lives as long as the call that it is given to.
struct MarkupName {
  /// With its prefix, NUL-terminated.
  let base: UnsafePointer<CChar>
  /// Without its prefix.
  let local: UnsafeBufferPointer<UInt8>

  init(_ name: UnsafePointer<CChar>) {
    base = name
    var (start, index) = (0, 0)
    while name[index] != 0 {
      if name[index] == 0x3A { start = index + 1 }
      index += 1
    }
    local = UnsafeRawPointer(name + start).withMemoryRebound(to: UInt8.self, capacity: 1) {
      UnsafeBufferPointer(start: $0, count: index - start)
    }
  }

  var isPrefixed: Bool {
    UnsafeRawPointer(base) != UnsafeRawPointer(local.baseAddress!)
  }

  var string: String { String(decoding: local, as: UTF8.self) }

  static func == (name: MarkupName, other: StaticString) -> Bool {
    guard name.local.count == other.utf8CodeUnitCount else { return false }
    for index in 0..<name.local.count where name.local[index] != other.utf8Start[index] {
      return false
    }
    return true
  }
}

/// An element's beginning.
struct MarkupTag {
  let name: MarkupName
  let attributes: MarkupAttributes
}

/// An element's attributes as names and values in turn, ended by nil.
struct MarkupAttributes {
  let list: UnsafePointer<UnsafePointer<CChar>?>

  /// The value of the attribute of that name without a prefix.
  subscript(name: StaticString) -> UnsafePointer<CChar>? {
    var index = 0
    while let key = list[index], let value = list[index + 1] {
      if MarkupAttributes.matches(key, name) { return value }
      index += 2
    }
    return nil
  }

  /// The value of the first attribute of that local name that has a prefix, such as `r:id`.
  func prefixed(_ name: StaticString) -> String? {
    var found: String?
    forEach { key, value in
      if found == nil, key.isPrefixed, key == name { found = value }
    }
    return found
  }

  func string(_ name: StaticString) -> String? { self[name].map { String(cString: $0) } }

  func number(_ name: StaticString) -> Int? { string(name).flatMap { Int($0) } }

  /// Not a number where there is none.
  func double(_ name: StaticString) -> Double { string(name).flatMap { Double($0) } ?? .nan }

  /// Whether a boolean attribute is set: `1` or `true`.
  func flag(_ name: StaticString) -> Bool {
    guard let value = self[name] else { return false }
    return MarkupAttributes.matches(value, "1") || MarkupAttributes.matches(value, "true")
  }

  func forEach(_ use: (MarkupName, String) -> Void) {
    var index = 0
    while let key = list[index], let value = list[index + 1] {
      use(MarkupName(key), String(cString: value))
      index += 2
    }
  }

  static func matches(_ text: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    for index in 0..<count where UInt8(bitPattern: text[index]) != name.utf8Start[index] {
      return false
    }
    return text[count] == 0
  }
}
