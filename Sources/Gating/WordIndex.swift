/// Finds many words in one walk over a text (Aho–Corasick).
///
/// - Complexity: building is linear in the words' letters; searching in the text and its hits.
struct WordIndex: Sendable {
  struct Hit {
    var word: Int
    var range: Range<Int>
  }

  private struct Node {
    var fail: Int32 = 0
    /// The nearest node on the way of failures at which a word ends.
    var output: Int32 = 0
    var words: [Int32] = []
  }

  private var nodes = [Node()]
  private var edges = EdgeTable()
  private var lengths: [Int] = []
  /// Letters that words begin with: most letters of a text do not.
  private var starts = LetterSet()

  /// Words by ordinal; an empty one is never found.
  init(_ words: [[Unicode.Scalar]]) {
    lengths = words.map(\.count)
    var children: [[(letter: Unicode.Scalar, node: Int32)]] = [[]]
    for (ordinal, word) in words.enumerated() where !word.isEmpty {
      var node: Int32 = 0
      for letter in word {
        if let next = edges[node, letter] {
          node = next
        } else {
          let next = Int32(nodes.count)
          nodes.append(Node())
          children.append([])
          children[Int(node)].append((letter, next))
          edges.insert(node, letter, next)
          node = next
        }
      }
      nodes[Int(node)].words.append(Int32(ordinal))
    }
    for (letter, _) in children[0] { starts.insert(letter) }
    link(children)
  }

  private mutating func link(_ children: [[(letter: Unicode.Scalar, node: Int32)]]) {
    var queue = children[0].map(\.node)
    var next = 0
    while next < queue.count {
      let parent = Int(queue[next])
      next += 1
      for (letter, child) in children[parent] {
        let fail = step(from: nodes[parent].fail, by: letter)
        nodes[Int(child)].fail = fail
        nodes[Int(child)].output =
          nodes[Int(fail)].words.isEmpty ? nodes[Int(fail)].output : fail
        queue.append(child)
      }
    }
  }

  private func step(from start: Int32, by letter: Unicode.Scalar) -> Int32 {
    var node = start
    while true {
      if let next = edges[node, letter] { return next }
      if node == 0 { return 0 }
      node = nodes[Int(node)].fail
    }
  }

  /// Every occurrence of every word, overlapping ones too, in the order of their ends.
  func hits(in text: [Unicode.Scalar]) -> [Hit] {
    var hits: [Hit] = []
    var node: Int32 = 0
    for (index, letter) in text.enumerated() {
      if node == 0, !starts.contains(letter) { continue }
      node = step(from: node, by: letter)
      var output = nodes[Int(node)].words.isEmpty ? nodes[Int(node)].output : node
      while output != 0 {
        for word in nodes[Int(output)].words {
          let length = lengths[Int(word)]
          hits.append(Hit(word: Int(word), range: index + 1 - length..<index + 1))
        }
        output = nodes[Int(output)].output
      }
    }
    return hits
  }
}

/// Node and letter → node, in one stretch of memory.
private struct EdgeTable {
  private var keys = [UInt64](repeating: 0, count: 64)
  private var targets = [Int32](repeating: 0, count: 64)
  private var count = 0

  private static func key(_ node: Int32, _ letter: Unicode.Scalar) -> UInt64 {
    (UInt64(UInt32(bitPattern: node)) << 21 | UInt64(letter.value)) + 1
  }

  /// Where a key stands or would stand.
  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
    return place
  }

  subscript(node: Int32, letter: Unicode.Scalar) -> Int32? {
    let key = Self.key(node, letter)
    let place = place(of: key)
    return keys[place] == key ? targets[place] : nil
  }

  mutating func insert(_ node: Int32, _ letter: Unicode.Scalar, _ target: Int32) {
    if count * 2 >= keys.count { grow() }
    let key = Self.key(node, letter)
    let place = place(of: key)
    if keys[place] == 0 { count += 1 }
    (keys[place], targets[place]) = (key, target)
  }

  private mutating func grow() {
    let old = zip(keys, targets).filter { $0.0 != 0 }
    keys = [UInt64](repeating: 0, count: keys.count * 2)
    targets = [Int32](repeating: 0, count: keys.count)
    for (key, target) in old {
      let place = place(of: key)
      (keys[place], targets[place]) = (key, target)
    }
  }
}

/// Letters of the basic plane, a bit each; any other letter counts as one of them.
private struct LetterSet {
  private var bits = [UInt64](repeating: 0, count: 1024)

  mutating func insert(_ letter: Unicode.Scalar) {
    guard letter.value < 0x10000 else { return }
    bits[Int(letter.value >> 6)] |= 1 << UInt64(letter.value & 63)
  }

  func contains(_ letter: Unicode.Scalar) -> Bool {
    letter.value >= 0x10000 || bits[Int(letter.value >> 6)] & (1 << UInt64(letter.value & 63)) != 0
  }
}
