/// Words by their letters: all that begin at a place of a text are found in one walk.
///
/// The branches stand in one open-addressed table from (node, letter) to node.
struct LetterTrie: Sendable {
  private var keys: [UInt64] = []
  private var targets: [Int32] = []
  private var mask = 0
  private var branches = 0
  /// The word that ends at a node, or −1.
  private var words: [Int32] = [-1]

  /// How many words it holds.
  private(set) var count = 0

  init() { resize(to: 1_024) }

  /// Answers the word's number; the same word has one number however often it is added.
  mutating func insert(_ letters: some Sequence<UInt32>) -> Int {
    var node = 0
    for letter in letters { node = branch(from: node, letter) }
    if words[node] < 0 {
      words[node] = Int32(count)
      count += 1
    }
    return Int(words[node])
  }

  /// The node behind a letter, or −1.
  @inline(__always)
  func child(of node: Int, _ letter: UInt32) -> Int {
    let key = Self.key(node, letter)
    var slot = Self.hash(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return Int(targets[slot]) }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// The number of the word that ends at a node, or −1.
  @inline(__always)
  func word(at node: Int) -> Int { Int(words[node]) }

  private mutating func branch(from node: Int, _ letter: UInt32) -> Int {
    let known = child(of: node, letter)
    if known >= 0 { return known }
    if branches * 3 > mask { resize(to: (mask + 1) * 2) }
    words.append(-1)
    store(Self.key(node, letter), Int32(words.count - 1))
    branches += 1
    return words.count - 1
  }

  private mutating func resize(to size: Int) {
    let (oldKeys, oldTargets) = (keys, targets)
    keys = Array(repeating: 0, count: size)
    targets = Array(repeating: 0, count: size)
    mask = size - 1
    for (key, target) in zip(oldKeys, oldTargets) where key != 0 { store(key, target) }
  }

  private mutating func store(_ key: UInt64, _ target: Int32) {
    var slot = Self.hash(key) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    targets[slot] = target
  }

  /// Never 0, which marks a free slot.
  @inline(__always)
  private static func key(_ node: Int, _ letter: UInt32) -> UInt64 {
    UInt64(node) << 21 | UInt64(letter & 0x1F_FFFF) | 1 << 63
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
