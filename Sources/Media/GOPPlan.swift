/// Where key frames stand in a span of known length: as few as the longest GOP allows, and the GOPs
/// as equal as they can be, so that none is one picture long by being what was left over.
struct GOPPlan {
  private let pictures: Int
  private let parts: Int

  /// - Precondition: `pictures` and `longest` are above zero.
  init(pictures: Int, longest: Int) {
    self.pictures = pictures
    parts = 1 + (pictures - 1) / longest
  }

  /// Pictures of the longest GOP.
  var longest: Int { 1 + (pictures - 1) / parts }

  /// Whether a GOP begins at a picture, counted from zero.
  func isKey(_ index: Int) -> Bool {
    // GOP j begins at ⌊j · pictures / parts⌋.
    let part = (index * parts + pictures - 1) / pictures
    return part * pictures / parts == index
  }
}
