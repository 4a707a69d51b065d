import Foundation
import Model

/// Products that a viewer takes for one: the same words and attributes at about one price.
///
/// Signatures of the words' smallest hashes bring likely twins together, so that a product is held
/// only against the few that share a bucket with it, never against all.
struct Twins: Sendable {
  /// For each product the first one it is a twin of; its own index where it is the first.
  let leader: [Int]

  private static let hashes = 24
  private static let perBucket = 12

  init(_ products: [Product], above threshold: Double) {
    guard threshold < 1 else {
      leader = Array(products.indices)
      return
    }
    let seeds = (0..<Self.hashes).map { Self.mixed(UInt64($0) &+ 0x51) }
    var buckets: [UInt64: [Int]] = [:]
    var sets: [Int: [UInt64]] = [:]
    var leader = Array(products.indices)
    for (index, product) in products.enumerated() {
      let words = Self.words(of: product)
      guard words.count >= 3 else { continue }
      let block = Self.block(of: product)
      let keys = Self.keys(of: words, seeds: seeds, block: block)
      let found = keys.lazy.compactMap { key in
        buckets[key]?.first { other in
          Self.closePrices(products[other], product)
            && Self.overlap(sets[other] ?? [], words) > threshold
        }
      }.first
      if let found {
        leader[index] = found
        continue
      }
      sets[index] = words
      for key in keys where (buckets[key]?.count ?? 0) < Self.perBucket {
        buckets[key, default: []].append(index)
      }
    }
    self.leader = leader
  }

  /// Pairs of the smallest hashes: sets that are alike above 0.8 share one almost surely.
  private static func keys(of words: [UInt64], seeds: [UInt64], block: UInt64) -> [UInt64] {
    let least = seeds.map { seed in words.reduce(UInt64.max) { min($0, mixed($1 ^ seed)) } }
    return stride(from: 0, to: least.count, by: 2).map { band in
      mixed(block ^ mixed(least[band] &+ UInt64(band)) ^ (least[band + 1] &* 31))
    }
  }

  private static func block(of product: Product) -> UInt64 {
    var hash = hashed(product.category)
    hash = mixed(hash ^ hashed(product.price.currency))
    return mixed(hash &+ hashed(product.brand ?? ""))
  }

  private static func closePrices(_ a: Product, _ b: Product) -> Bool {
    let (first, second) = (a.price.amount.double, b.price.amount.double)
    return max(first, second) <= 1.25 * min(first, second)
  }

  /// Jaccard's share of common elements of two sorted sets.
  private static func overlap(_ a: [UInt64], _ b: [UInt64]) -> Double {
    var (i, j, common) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        common += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    let all = a.count + b.count - common
    return all > 0 ? Double(common) / Double(all) : 0
  }

  /// Hashes of the title's words (pairs of letters in Chinese) and of the attributes, sorted.
  static func words(of product: Product) -> [UInt64] {
    var words: Set<UInt64> = []
    gather(product.title, into: &words)
    for (name, value) in product.attributes { words.insert(hashed(name) &* 31 &+ hashed(value)) }
    for point in product.sellingPoints { words.insert(hashed(point)) }
    return words.sorted()
  }

  private static func gather(_ title: String, into words: inout Set<UInt64>) {
    var word: UInt64 = 0
    var last: UInt32 = 0
    for scalar in title.unicodeScalars {
      let value = scalar.value
      let isWide = value >= 0x2E80
      let isWord = isWide || (48...57).contains(value) || (97...122).contains(value | 32)
      if isWide, last != 0 { words.insert(mixed(UInt64(last) << 32 | UInt64(value))) }
      last = isWide ? value : 0
      if isWord, !isWide {
        word = mixed(word ^ UInt64(value | 32)) | 1
      } else if word != 0 {
        words.insert(word)
        word = 0
      }
    }
    if word != 0 { words.insert(word) }
  }

  private static func hashed(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
