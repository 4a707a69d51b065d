internal import CCairo
internal import Foundation

/// This thread's fonts as Pango holds them.
///
/// Pango keeps what it found out for each size, some hundred kilobytes, until the map goes: whoever
/// measures many sizes begins a new map now and then.
enum FontMap {
  private static let linesAMap = 2000
  private static let key = "shopreel.lines"

  /// The map to set one more line with; lines that are in use keep theirs.
  static func forALine() -> UnsafeMutablePointer<PangoFontMap>? {
    let thread = Thread.current.threadDictionary
    let lines = thread[key] as? Int ?? 0
    if lines == linesAMap { pango_cairo_font_map_set_default(nil) }
    thread[key] = lines % linesAMap + 1
    return pango_cairo_font_map_get_default()
  }
}
