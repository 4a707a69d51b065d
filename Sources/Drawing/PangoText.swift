internal import CCairo
internal import Foundation

/// One line of text set by Pango, ready to be measured, drawn or turned into outlines.
///
/// Made on, and used by, one thread: Pango keeps a font map a thread.
final class PangoLine {
  private let layout: OpaquePointer
  let text: String

  init(_ text: String, style: TextStyle, fontSize: Double) {
    let pango = pango_font_map_create_context(FontMap.forALine())!
    defer { g_object_unref(UnsafeMutableRawPointer(pango)) }
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(pango, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(pango, 0)
    pango_context_set_language(pango, pango_language_from_string(style.language))
    pango_context_set_base_dir(pango, PANGO_DIRECTION_LTR)

    layout = pango_layout_new(pango)
    self.text = text
    let description = pango_font_description_new()
    pango_font_description_set_family(description, PangoLine.familyList(style.families))
    pango_font_description_set_weight(
      description, PangoWeight(UInt32(min(max(style.weight, 100), 1000))))
    pango_font_description_set_absolute_size(description, fontSize * Double(PANGO_SCALE))
    pango_layout_set_font_description(layout, description)
    pango_font_description_free(description)
    pango_layout_set_single_paragraph_mode(layout, 1)
    pango_layout_set_auto_dir(layout, 0)
    pango_layout_set_text(layout, text, Int32(text.utf8.count))
    let attributes = pango_attr_list_new()
    if style.letterSpacing != 0 {
      let spacing = style.letterSpacing * fontSize * Double(PANGO_SCALE)
      pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(Int32(spacing.rounded())))
    }
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

  /// Commas would part one family's name in two.
  static func familyList(_ families: [String]) -> String {
    families.map { $0.filter { $0 != "," && $0 != "\0" } }.filter { !$0.isEmpty }
      .joined(separator: ",")
  }

  /// Colours ranges of UTF-8 offsets.
  func color(_ ranges: [Range<Int>], with color: Color) {
    guard !ranges.isEmpty, let attributes = pango_layout_get_attributes(layout) else { return }
    let copy = pango_attr_list_copy(attributes)
    func channel(_ value: Double) -> UInt16 { UInt16((min(max(value, 0), 1) * 65535).rounded()) }
    for range in ranges {
      guard
        let attribute = pango_attr_foreground_new(
          channel(color.red), channel(color.green), channel(color.blue))
      else { continue }
      attribute.pointee.start_index = UInt32(range.lowerBound)
      attribute.pointee.end_index = UInt32(range.upperBound)
      pango_attr_list_insert(copy, attribute)
    }
    pango_layout_set_attributes(layout, copy)
    pango_attr_list_unref(copy)
  }

  /// Advance width in pixels.
  var width: Double {
    var rect = PangoRectangle()
    pango_layout_get_extents(layout, nil, &rect)
    return Double(rect.width) / Double(PANGO_SCALE)
  }

  /// The ink above (positive) and below the baseline, in pixels; nil for text without ink.
  var ink: (above: Double, below: Double)? {
    var rect = PangoRectangle()
    pango_layout_get_extents(layout, &rect, nil)
    guard rect.height > 0 else { return nil }
    let baseline = Double(pango_layout_get_baseline(layout))
    let scale = Double(PANGO_SCALE)
    return ((baseline - Double(rect.y)) / scale, (Double(rect.y + rect.height) - baseline) / scale)
  }

  /// Where the ink begins and ends, in pixels from the start of the line.
  var inkSpan: ClosedRange<Double> {
    var rect = PangoRectangle()
    pango_layout_get_extents(layout, &rect, nil)
    let start = Double(rect.x) / Double(PANGO_SCALE)
    return start...start + Double(max(0, rect.width)) / Double(PANGO_SCALE)
  }

  /// The x position, in pixels, where each of some UTF-8 offsets begins.
  func positions(of offsets: [Int]) -> [Double] {
    let line = pango_layout_get_line_readonly(layout, 0)
    return offsets.map { offset in
      var x: Int32 = 0
      pango_layout_line_index_to_x(line, Int32(offset), 0, &x)
      return Double(x) / Double(PANGO_SCALE)
    }
  }

  /// How many characters no installed font can draw.
  var unknownGlyphs: Int { Int(pango_layout_get_unknown_glyphs_count(layout)) }

  /// Adds the outlines to the current path, baseline starting at the current point.
  func trace(in context: OpaquePointer) {
    pango_cairo_layout_line_path(context, pango_layout_get_line_readonly(layout, 0))
  }

  /// Draws the glyphs, baseline starting at the current point.
  func show(in context: OpaquePointer) {
    pango_cairo_show_layout_line(context, pango_layout_get_line_readonly(layout, 0))
  }
}
