/// Finds many words in one pass over a text, in any case; Latin ones only as whole words.
struct WordFinder: Sendable {
  private var next: [Int32] = Array(repeating: 0, count: 256)
  private var ends: [Int32] = [-1]
  private var isLatin: [Bool] = []
  private var count: Int { ends.count }

  /// - Parameter words: each is known by its index afterwards; empty ones are never found.
  init(_ words: [String]) {
    for (index, word) in words.enumerated() {
      let bytes = Self.bytes(of: [word])
      isLatin.append(bytes.allSatisfy { $0 < 128 })
      guard !bytes.isEmpty else { continue }
      var node = 0
      for byte in bytes {
        let place = node << 8 | Int(byte)
        if next[place] == 0 {
          next[place] = Int32(count)
          next.append(contentsOf: repeatElement(0, count: 256))
          ends.append(-1)
        }
        node = Int(next[place])
      }
      if ends[node] < 0 { ends[node] = Int32(index) }
    }
  }

  static func bytes(of texts: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for text in texts {
      if !bytes.isEmpty { bytes.append(10) }
      for byte in text.utf8 { bytes.append((65...90).contains(byte) ? byte + 32 : byte) }
    }
    return bytes
  }

  /// Marks every word that stands in the bytes.
  func found(in bytes: [UInt8]) -> Set<Int> {
    var found: Set<Int> = []
    for start in bytes.indices {
      var node = 0
      var at = start
      while at < bytes.count {
        node = Int(next[node << 8 | Int(bytes[at])])
        if node == 0 { break }
        at += 1
        let word = Int(ends[node])
        guard word >= 0 else { continue }
        if isLatin[word] {
          if start > 0, bytes[start - 1].isLetter { continue }
          if at < bytes.count, bytes[at].isLetter { continue }
        }
        found.insert(word)
      }
    }
    return found
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (97...122).contains(self) || (48...57).contains(self) }
}
