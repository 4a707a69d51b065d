extension Style {
  /// The words that stand for a colour of the palette.
  public static let paletteWords: Set<String> = ["primary", "accent", "on_primary", "on_accent"]

  /// A colour of the preset as `#RRGGBB[AA]`, words of the palette looked up.
  ///
  /// - Parameter palette: The style's own, or the brand's.
  public static func color(_ text: String, in palette: Palette) -> String {
    switch text {
    case "primary": palette.primary
    case "accent": palette.accent
    case "on_primary": readable(on: palette.primary)
    case "on_accent": readable(on: palette.accent)
    default: text
    }
  }

  /// Near-black or white, whichever stands out more.
  private static func readable(on ground: String) -> String {
    let luminance = HexColor(ground)?.luminance ?? 0
    return (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) ? "#111111" : "#FFFFFF"
  }

  /// The palette with a shop's own colours where it has any.
  public func palette(for brand: BrandKit) -> Palette {
    Palette(
      primary: brand.primaryColor ?? palette.primary, accent: brand.accentColor ?? palette.accent)
  }
}
