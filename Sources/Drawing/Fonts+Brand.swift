internal import CCairo
internal import Foundation

extension Fonts {
  /// Makes the font files of a folder (`.ttf`, `.otf`, `.ttc`) usable by their families' names.
  ///
  /// To be called before anything is drawn: threads that have drawn already do not see them.
  /// - Returns: The names of the files taken up, sorted; none where the folder is missing.
  /// - Throws: `DrawingError` `.fontInvalid` naming the files that are no fonts; the others are
  ///   taken up all the same.
  /// - Note: Where Pango draws with Core Text (macOS), fonts have to be installed instead.
  @discardableResult
  public static func register(filesIn folder: String) throws -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let fonts = names.filter { name in
      [".ttf", ".otf", ".ttc"].contains { name.lowercased().hasSuffix($0) }
    }.sorted()
    let broken = fonts.filter { !holdsFont(folder + "/" + $0) }
    let good = fonts.filter { !broken.contains($0) }
    if !good.isEmpty { useAlso(good.map { folder + "/" + $0 }) }
    guard broken.isEmpty else {
      let list = broken.map { "'\($0)'" }.joined(separator: ", ")
      throw DrawingError(
        .fontInvalid, "\(list) in '\(folder)' cannot be read as fonts; replace or remove them")
    }
    return fonts
  }

  /// Sets a new configuration that knows more files; whoever draws meanwhile keeps the old one.
  private static func useAlso(_ paths: [String]) {
    guard let config = FcInitLoadConfigAndFonts() else { return }
    for path in registered + paths { FcConfigAppFontAddFile(config, path) }
    FcConfigSetCurrent(config)
    FcConfigDestroy(config)
    pango_cairo_font_map_set_default(nil)  // this thread's map knows the old set
  }

  /// The files that were taken up before.
  private static var registered: [String] {
    guard let set = FcConfigGetFonts(nil, FcSetApplication) else { return [] }
    var paths: [String] = []
    for index in 0..<Int(set.pointee.nfont) {
      var file: UnsafeMutablePointer<FcChar8>?
      guard FcPatternGetString(set.pointee.fonts[index], "file", 0, &file) == FcResultMatch,
        let file
      else { continue }
      let path = String(cString: file)
      if !paths.contains(path) { paths.append(path) }
    }
    return paths
  }

  /// Whether fontconfig finds a face in a file; it takes up files without any and says nothing.
  private static func holdsFont(_ path: String) -> Bool {
    var count: Int32 = 0
    guard let pattern = FcFreeTypeQuery(path, 0, nil, &count) else { return false }
    FcPatternDestroy(pattern)
    return count > 0
  }
}
