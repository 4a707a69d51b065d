/// A folded text without what obfuscators put between letters, and with lookalikes made equal.
struct LooseText {
  /// What stood between two letters.
  enum Gap: UInt8 {
    case none, space
    /// A sign that no list of words is parted by: `*`, a dot, an emoji.
    case sign
    /// A sign that parts words of a list: `/`, `-`, `·`.
    case list
    /// Punctuation between clauses.
    case stop
  }

  private(set) var scalars: [Unicode.Scalar] = []
  /// For each loose scalar, its place in the folded text.
  private(set) var places: [Int] = []
  /// For each loose scalar, what stands before it.
  private(set) var gaps: [Gap] = []
  /// Whether anything was left out or read as another letter.
  private(set) var isChanged = false

  /// Ends of sentences stay, so that no word is read across two of them.
  private static let barriers: Set<Unicode.Scalar> = ["。", "!", "?", ";", "\n", "\r"]

  init(_ folded: FoldedText, lookalikes: LetterMap) {
    let source = folded.scalars
    scalars.reserveCapacity(source.count)
    places.reserveCapacity(source.count)
    gaps.reserveCapacity(source.count)
    var pending = PendingGap()
    for place in source.indices {
      let letter = lookalikes[source[place]]
      guard letter.isWordPart || Self.isBarrier(letter) else {
        isChanged = true
        pending.add(letter, next: place + 1 < source.count ? source[place + 1] : nil)
        continue
      }
      if letter != source[place] { isChanged = true }
      scalars.append(letter)
      places.append(place)
      gaps.append(pending.take())
    }
  }

  private static func isBarrier(_ letter: Unicode.Scalar) -> Bool {
    if letter.isASCII { return letter.value < 0x40 && barriers.contains(letter) }
    return letter == "。"
  }

  /// Whether nothing is written right before or behind a stretch.
  func isOpen(before index: Int) -> Bool {
    index == 0 || gaps[index] != .none || Self.isBarrier(scalars[index - 1])
  }

  func isOpen(behind index: Int) -> Bool { index >= scalars.count || isOpen(before: index) }

  /// Whether a clause ends within a stretch.
  func isStopped(in range: Range<Int>) -> Bool { range.dropFirst().contains { gaps[$0] == .stop } }

  /// The folded stretch of a loose one.
  func folded(_ range: Range<Int>) -> Range<Int> {
    places[range.lowerBound]..<places[range.upperBound - 1] + 1
  }
}

/// What has been left out since the last letter.
private struct PendingGap {
  private var sign = LooseText.Gap.none
  private var spaceBefore = false
  private var spaceBehind = false
  private var last: Unicode.Scalar?

  mutating func add(_ letter: Unicode.Scalar, next: Unicode.Scalar?) {
    defer { last = letter }
    if letter == " " || (!letter.isASCII && letter.properties.isWhitespace) || letter == "\t" {
      if sign == .none { spaceBefore = true } else { spaceBehind = true }
      return
    }
    spaceBehind = false
    if letter == ".", last == "." || next == " " {
      sign = .stop
    } else if Self.stops.contains(letter) {
      sign = .stop
    } else if sign != .stop {
      sign = Self.lists.contains(letter) && sign != .sign ? .list : .sign
    }
  }

  mutating func take() -> LooseText.Gap {
    guard last != nil else { return .none }
    defer { self = PendingGap() }
    switch sign {
    case .none: return spaceBefore ? .space : .none
    case .list where spaceBefore && spaceBehind: return .stop
    default: return sign
    }
  }

  private static let lists = Set("/|-·•&・‧‐–\\_~".unicodeScalars)
  private static let stops = Set(",、:()[]{}<>《》「」『』【】“”\"—…#@$¥%=".unicodeScalars)
}
