/// Letters that are read as others; any letter outside the basic plane is read as itself.
struct LetterMap: Sendable {
  private var targets: [UInt16] = []

  /// - Parameter lists: each letter with those that stand in for it.
  init(_ lists: [String: [String]] = [:]) {
    guard !lists.isEmpty else { return }
    targets = [UInt16](repeating: 0, count: 0x10000)
    for (letter, others) in lists.sorted(by: { $0.key < $1.key }) {
      guard let target = FoldedText(letter).scalars.first, target.value < 0x10000 else { continue }
      for other in others {
        guard let scalar = FoldedText(other).scalars.first, scalar.value < 0x10000,
          scalar != target
        else { continue }
        targets[Int(scalar.value)] = UInt16(target.value)
      }
    }
  }

  @inline(__always)
  subscript(scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.value < 0x10000, !targets.isEmpty else { return scalar }
    let target = targets[Int(scalar.value)]
    return target == 0 ? scalar : Unicode.Scalar(target) ?? scalar
  }
}
