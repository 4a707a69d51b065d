/// FNV-1a with 64 bits: the same on every machine, and good enough to tell texts apart that nobody
/// has made to look alike.
public struct TextHash: Sendable, Hashable {
  public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  public init(_ text: String) {
    value = text.utf8.reduce(value) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// Lower-case hexadecimal digits of the highest bits.
  ///
  /// - Parameter digits: 1 to 16.
  public func hexadecimal(_ digits: Int = 16) -> String {
    let all = String(value, radix: 16)
    return String((String(repeating: "0", count: 16 - all.count) + all).prefix(digits))
  }
}
