/// Choices that differ between products and variants, and stay the same for one.
struct SeededChoice {
  private let ground: UInt64

  init(seed: Int, sku: String) {
    ground = SeededChoice.hash("\(seed)|\(sku)")
  }

  private init(ground: UInt64) { self.ground = ground }

  /// The same product's choices for another variant or attempt; the first keeps its own.
  func salted(_ salt: String) -> SeededChoice {
    salt.isEmpty ? self : SeededChoice(ground: ground ^ SeededChoice.hash(salt))
  }

  /// The items in an order that depends on the seed, the SKU and the purpose alone.
  func order<T>(_ items: [T], for purpose: String) -> [T] {
    var state = ground ^ SeededChoice.hash(purpose)
    var result = items
    guard result.count > 1 else { return result }
    for index in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(index, Int(SeededChoice.next(&state) % UInt64(index + 1)))
    }
    return result
  }

  /// A number from 0 up to 1.
  func fraction(for purpose: String) -> Double {
    var state = ground ^ SeededChoice.hash(purpose)
    return Double(SeededChoice.next(&state) >> 11) / Double(1 << 53)
  }

  /// 64-bit FNV-1a.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// SplitMix64.
  private static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
