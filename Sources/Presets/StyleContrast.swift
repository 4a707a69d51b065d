import Model

/// Holds a style's lettering against the brightest and the darkest ground there is.
///
/// A letter is secured by what surrounds it, whatever the picture shows: a plate, or a stroke wide
/// enough to be seen around the letter.
struct StyleContrast {
  let style: Style

  /// WCAG's least for large letters is 3, for others 4.5.
  static let least = 4.5
  /// A stroke narrower than this share of the size is swallowed by the ground.
  static let stroke = 0.03

  init(_ style: Style) { self.style = style }

  /// Reports each kind of lettering that is lost on some ground.
  func report(at root: PresetNode) {
    let kinds: [(String, Style.Text)] = [
      ("title", style.title), ("caption", style.caption), ("label", style.label),
      ("banner", style.banner), ("tag", style.tag), ("cover", style.cover),
    ]
    for (name, text) in kinds {
      let worst = lowest(of: text)
      guard worst < Self.least else { continue }
      let figure = (worst * 10).rounded() / 10
      root[root[name].isPresent ? name : "caption"].report(
        "the letters of '\(name)' stand out by \(figure) to 1 on some grounds; give them a plate, "
          + "or a stroke of 3% of their size, that makes \(Self.least) to 1")
    }
  }

  private func color(_ text: String) -> HexColor {
    HexColor(Style.color(text, in: style.palette)) ?? HexColor(red: 0, green: 0, blue: 0, alpha: 0)
  }

  /// The contrast of the letters with what lies next to them, at the worst ground.
  func lowest(of text: Style.Text) -> Double {
    let grounds = [0.0, 1].map { HexColor(red: $0, green: $0, blue: $0) }
    return grounds.map { ground in
      var next = color(text.plate).over(ground)
      if text.strokeWidth >= text.size * Self.stroke { next = color(text.stroke).over(next) }
      return color(text.color).over(next).contrast(with: next)
    }.min() ?? 1
  }
}
