import Drawing
import Foundation
import Media
import Model
import Pixels

/// Draws a timeline's layers and lays them inside the safe box.
struct LayerPainter {
  let sheet: StyleSheet
  let canvas: Model.Canvas
  let safe: SafeBox
  /// A workspace-relative path as a file to open.
  let resolve: @Sendable (String) throws -> URL
  let shelf: LayerShelf

  /// - Throws: `DrawingError` when a layer is too large for a picture.
  func paint(_ layers: [Layer]) throws -> [PlacedLayer] {
    let row = TopRow(layers, sheet: sheet, safe: safe)
    let scene = LayerScene(sheet: sheet, safe: safe, row: row)
    return try layers.map { layer in
      let place =
        [canvas.width, canvas.height, safe.left, safe.top, safe.width, safe.height, row.height]
        + (row.box(of: layer) ?? [])
      return try shelf.layer(layer, place: place) { try draw(layer, scene) }
    }
  }

  private func draw(_ layer: Layer, _ scene: LayerScene) throws -> PlacedLayer {
    switch layer.kind {
    case .title, .caption, .label, .tag: return try lettered(layer, scene.words(layer))
    case .sticker:
      guard let offer = layer.offer else { return try lettered(layer, scene.words(layer)) }
      return try price(layer, offer, scene)
    case .logo: return try mark(layer, scene)
    case .intro: return try intro(layer, scene)
    case .endCard: return try endCard(layer)
    }
  }

  private func lettered(_ layer: Layer, _ words: PlacedWords) throws -> PlacedLayer {
    let margins = TextLayout.margins(of: words.text)
    let steps = try WordSteps(layer, words.text, sheet: sheet).all()
    return moving(
      layer, steps: steps, x: words.box[0] - margins.left, y: words.box[1] - margins.top,
      box: words.box, fontPx: Int(words.text.fontSize.rounded()))
  }

  private func price(_ layer: Layer, _ offer: Offer, _ scene: LayerScene) throws -> PlacedLayer {
    let (bitmap, box) = try scene.price(offer)
    return moving(
      layer, steps: [.init(bitmap)], x: box[0], y: box[1], box: box,
      fontPx: Int(sheet.sticker.priceSize.rounded()))
  }

  /// The shop's mark at the right end of the top row; nothing where its file cannot be read.
  private func mark(_ layer: Layer, _ scene: LayerScene) throws -> PlacedLayer {
    let height = scene.row.height > 0 ? scene.row.height : TopRow.markHeight(sheet)
    let most = (width: Double(safe.width) * 0.3, height: Double(height))
    var bitmap = Self.nothing
    if let file = layer.image, let picture = picture(at: file, longSide: 512) {
      bitmap = try Self.shrunk(picture, into: most)
    }
    let box = [safe.x(.right, width: bitmap.width), safe.top, bitmap.width, bitmap.height]
    return moving(layer, steps: [.init(bitmap)], x: box[0], y: box[1], box: box, fontPx: 0)
  }

  private func intro(_ layer: Layer, _ scene: LayerScene) throws -> PlacedLayer {
    let most = (width: Double(safe.width) * 0.3, height: 96 * sheet.scale)
    var mark: Bitmap?
    if let file = layer.image, let picture = picture(at: file, longSide: 512) {
      mark = try Self.shrunk(picture, into: most)
    }
    let (bitmap, box, size) = try scene.intro(layer, mark: mark)
    return moving(
      layer, steps: [.init(bitmap)], x: box[0], y: box[1], box: box, fontPx: Int(size.rounded()))
  }

  private func endCard(_ layer: Layer) throws -> PlacedLayer {
    let product = layer.image.flatMap { picture(at: $0, longSide: max(canvas.width, canvas.height)) }
    let card = EndCard(
      product: product, name: layer.detail ?? "", instruction: layer.text,
      line: layer.accents.first, logo: layer.logo.flatMap { picture(at: $0, longSide: 512) },
      code: try layer.code.map { try QRCode($0, level: .medium) }, keep: layer.keep,
      style: sheet.endCard)
    let drawn = try card.drawn(width: canvas.width, height: canvas.height, safe: safe.rect)
    let words = drawn.words.integral.intersection(safe.rect)
    let box = [Int(words.minX), Int(words.minY), Int(words.width), Int(words.height)]
    let animation = sheet.style.animations[layer.kind.rawValue] ?? Style.Animation()
    return PlacedLayer(
      kind: .endCard, text: layer.text, steps: [.init(drawn.bitmap)], x: 0, y: 0, box: box,
      fontPx: Int(drawn.instruction.fontSize.rounded()), range: layer.range,
      entrance: Movement(
        animation.enter, sheet.style.motion, distance: canvas.height & ~1))
  }

  private func moving(
    _ layer: Layer, steps: [PlacedLayer.Step], x: Int, y: Int, box: [Int], fontPx: Int
  ) -> PlacedLayer {
    let animation = sheet.style.animations[layer.kind.rawValue] ?? Style.Animation()
    let motion = sheet.style.motion
    let distance = Int(motion.slideDistance * sheet.scale)
    return PlacedLayer(
      kind: layer.kind, text: layer.text, steps: steps, x: x, y: y, box: box, fontPx: fontPx,
      range: layer.range,
      entrance: Movement(animation.enter, motion, distance: distance).kept(box, inside: safe),
      departure: Movement(animation.leave, motion, distance: distance).kept(box, inside: safe))
  }

  private func picture(at path: String, longSide: Int) -> Bitmap? {
    try? StillReader.bitmap(of: resolve(path).path, longSide: longSide)
  }

  private static func shrunk(_ bitmap: Bitmap, into most: (width: Double, height: Double)) throws
    -> Bitmap
  {
    let scale = min(
      most.width / Double(max(1, bitmap.width)), most.height / Double(max(1, bitmap.height)))
    let canvas = try Drawing.Canvas(
      width: max(1, Int(Double(bitmap.width) * scale)),
      height: max(1, Int(Double(bitmap.height) * scale)))
    canvas.drawFitting(
      bitmap, in: CGRect(x: 0, y: 0, width: canvas.width, height: canvas.height))
    return canvas.bitmap
  }

  private static let nothing = Bitmap(width: 2, height: 2)
}
