import Drawing
public import Foundation
import Media

/// A workspace that runs as it is: ten drawn products of a made-up shop with catalogue, brand,
/// photos and music. Its footage comes from `DemoFootage`, once scripts say what to film.
public struct DemoWorkspace: Sendable {
  private let seed: UInt64
  private let photoWidth: Int
  private let musicBars: Int?

  /// - Parameters:
  ///   - seed: The same seed writes the same bytes.
  ///   - photoWidth: In pixels.
  ///   - musicBars: The length of a track; nil makes three quarters of a minute.
  public init(seed: UInt64 = 1, photoWidth: Int = 1200, musicBars: Int? = nil) {
    self.seed = seed
    self.photoWidth = photoWidth
    self.musicBars = musicBars
  }

  /// The product codes of the good rows, in the order of the catalogue.
  public static var skus: [String] { DemoProduct.range.map(\.sku) }

  /// Writes the workspace into a folder, which is made when it is not there.
  ///
  /// - Throws: `CocoaError` when the folder cannot be written, `MediaError` and `DrawingError` when
  ///   a picture or a sound cannot.
  public func write(to folder: URL) throws {
    for name in ["brand", "photos", "footage", "voice", "music"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    try write(Self.settings, to: folder.appendingPathComponent("shopreel.yaml"))
    try write(Self.brand, to: folder.appendingPathComponent("brand/brand.yaml"))
    try write(DemoCatalogue().text, to: folder.appendingPathComponent("catalogue.csv"))
    try writeLogo(to: folder.appendingPathComponent("brand/logo.png"))
    try writePhotos(
      of: DemoProduct.range.map { ($0.sku, $0) }, to: folder.appendingPathComponent("photos"))
    try writeMusic(to: folder.appendingPathComponent("music"))
  }

  /// Writes photos and music alone, for a new workspace whose two products are to be written over:
  /// a shirt and a bag.
  ///
  /// - Throws: as `write(to:)`.
  public func writeMedia(shirt: String, bag: String, to folder: URL) throws {
    for name in ["photos", "music"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    let wanted = [(shirt, ProductKind.shirt), (bag, .tote)]
    let products = wanted.compactMap { sku, kind in
      DemoProduct.range.first { $0.look.kind == kind }.map { (sku, $0) }
    }
    try writePhotos(of: products, to: folder.appendingPathComponent("photos"))
    try writeMusic(to: folder.appendingPathComponent("music"))
  }

  private func write(_ text: String, to file: URL) throws {
    try Data(text.utf8).write(to: file, options: .atomic)
  }

  private func writeLogo(to file: URL) throws {
    let canvas = try Canvas(width: 512, height: 512)
    canvas.fill(.roundedRect(box(16, 16, 480, 480), radius: 120), with: Color(hex: 0x2F5D50))
    for (x, tilt) in [(196.0, -0.5), (316.0, 0.5), (256.0, 0)] {
      canvas.saved {
        canvas.rotate(by: tilt, around: at(x, 220))
        canvas.fill(.ellipse(in: box(x - 42, 106, 84, 190)), with: Color(hex: 0xF3E9D8))
      }
    }
    let style = TextStyle(
      families: ["Noto Sans CJK SC"], weight: 800, size: 104, color: Color(hex: 0xF3E9D8))
    canvas.centered(DemoProduct.brand, x: 256, baseline: 432, style, room: 380)
    try StillWriter.write(canvas.bitmap, to: file.path)
  }

  private func writePhotos(of products: [(sku: String, product: DemoProduct)], to folder: URL)
    throws
  {
    let photos = DemoPhotos(width: min(max(photoWidth, 64), 8000))
    try Lanes(count: 2).run(products) { sku, product in
      let place = folder.appendingPathComponent(sku)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for (index, photo) in try photos.draw(product).enumerated() {
        try StillWriter.write(photo, to: place.appendingPathComponent("\(index + 1).jpg").path)
      }
    }
  }

  private func writeMusic(to folder: URL) throws {
    var list = "schema: music/1\nnote: made by the demo generator\ntracks:\n"
    for var track in DemoMusic.tracks {
      track.bars = musicBars ?? track.bars
      var music = DemoMusic(track, seed: seed)
      try SoundWriter.writeWAV(
        music.compose(), to: folder.appendingPathComponent(track.file).path)
      list += "  - file: \(track.file)\n    title: \(track.title)\n    licence: CC0-1.0\n"
      list += "    source: made by the demo generator\n    bpm: \(Int(track.bpm))\n"
    }
    try write(list, to: folder.appendingPathComponent("music.yaml"))
  }
}
