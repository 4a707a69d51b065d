import Foundation
import Synchronization

/// Where the object of a key lies: `ab/abcdef….object`.
struct StoredName {
  static let ending = ".object"
  static let partEnding = ".part"

  let key: String

  /// Nil for a key that is not 8 to 128 lower-case hexadecimal digits.
  init?(_ key: String) {
    let isHexadecimal = key.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
    guard (8...128).contains(key.utf8.count), isHexadecimal else { return nil }
    self.key = key
  }

  /// Nil for a file that no key of this shelf names.
  init?(file: String, on shelf: String) {
    guard file.hasSuffix(StoredName.ending) else { return nil }
    self.init(String(file.dropLast(StoredName.ending.count)))
    guard self.shelf == shelf else { return nil }
  }

  var shelf: String { String(key.prefix(2)) }
  var file: String { key + StoredName.ending }

  /// A name that no other write uses, on this machine or another.
  func part() -> String {
    let number = StoredName.writes.add(1, ordering: .relaxed).newValue
    return ".\(key).\(StoredName.writer)-\(number)\(StoredName.partEnding)"
  }

  static func isPart(_ file: String) -> Bool { file.hasPrefix(".") && file.hasSuffix(partEnding) }

  private static let writes = Atomic(0)

  /// Machine, process and a number drawn once, since containers share names and process numbers.
  private static let writer: String = {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let host = String(decoding: bytes, as: UTF8.self).lowercased()
      .filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(24)
    return "\(host)-\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 16))"
  }()
}
