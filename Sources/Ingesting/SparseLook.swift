import Pixels

/// What is looked for once a second only: faces, and the picture's print.
struct SparseLook {
  private(set) var faces: [FaceSample] = []
  private(set) var prints: [UInt64] = []
  private let finder = FaceFinder()
  /// Faces are looked for every second at first, then more seldom, as long clips need less.
  private var nextFace = 0.0

  /// Pictures come in the order of time; a second without one has the print of the one before.
  ///
  /// - Returns: The faces, where they were looked for.
  @discardableResult
  mutating func add(_ picture: GrayImage, at time: Double) -> FaceSample? {
    let second = Int(max(0, min(time, 1e6)))
    if second >= prints.count {
      let print = PicturePrint.of(picture)
      while prints.count < second { prints.append(prints.last ?? print) }
      prints.append(print)
    }
    guard time >= nextFace else { return nil }
    let found = finder.look(at: picture, time: time)
    faces.append(found)
    nextFace = time + (time < 60 ? 0.9 : 2.9)
    return found
  }
}
