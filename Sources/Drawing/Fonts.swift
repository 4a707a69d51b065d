internal import CCairo
internal import Foundation

/// The fonts of this machine, as Pango finds them.
public enum Fonts {
  /// The names of all installed families, sorted.
  public static func families() -> [String] {
    let map = pango_cairo_font_map_get_default()
    var list: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
    var count: Int32 = 0
    pango_font_map_list_families(map, &list, &count)
    defer { g_free(list) }
    var names = Set<String>()
    for index in 0..<Int(count) {
      if let family = list?[index], let name = pango_font_family_get_name(family) {
        names.insert(String(cString: name))
      }
    }
    return names.sorted()
  }

  /// The family that is really used for the first of a list of wanted families.
  ///
  /// - Returns: Nil when not one font is installed.
  public static func resolvedFamily(for families: [String], weight: Int = 400) -> String? {
    let map = pango_cairo_font_map_get_default()
    guard let pango = pango_font_map_create_context(map) else { return nil }
    defer { g_object_unref(UnsafeMutableRawPointer(pango)) }
    let wanted = pango_font_description_new()
    defer { pango_font_description_free(wanted) }
    pango_font_description_set_family(wanted, PangoLine.familyList(families))
    pango_font_description_set_weight(wanted, PangoWeight(UInt32(min(max(weight, 100), 1000))))
    pango_font_description_set_absolute_size(wanted, 100 * Double(PANGO_SCALE))
    guard let font = pango_font_map_load_font(map, pango, wanted) else { return nil }
    defer { g_object_unref(UnsafeMutableRawPointer(font)) }
    let found = pango_font_describe(font)
    defer { pango_font_description_free(found) }
    return pango_font_description_get_family(found).map { String(cString: $0) }
  }

  /// The characters of a text that no installed font can draw, in order, each once.
  public static func missing(in text: String, families: [String]) -> [Character] {
    let style = TextStyle(families: families, size: 20)
    guard PangoLine(text, style: style, fontSize: 20).unknownGlyphs > 0 else { return [] }
    var seen = Set<Character>()
    return text.filter { seen.insert($0).inserted }.filter {
      PangoLine(String($0), style: style, fontSize: 20).unknownGlyphs > 0
    }
  }
}
