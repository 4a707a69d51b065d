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

  private var style: Style { sheet.style }

  /// - Throws: `DrawingError` when a layer is too large for a picture.
  func paint(_ layers: [Layer]) throws -> [PlacedLayer] {
    let labelled = layers.contains { $0.kind == .label }
    return try layers.map { layer in
      let band = layer.kind == .title && labelled ? labelBand : 0
      let place = [canvas.width, canvas.height, safe.left, safe.top, safe.width, safe.height, band]
      return try shelf.layer(layer, place: place) { try draw(layer, below: band) }
    }
  }

  private func draw(_ layer: Layer, below band: Int) throws -> PlacedLayer {
    switch layer.kind {
    case .title: try title(layer, below: band)
    case .caption: try caption(layer)
    case .sticker: try layer.offer.map { try price(layer, $0) } ?? banner(layer)
    case .label, .tag, .logo, .intro: try label(layer)
    case .endCard: try endCard(layer)
    }
  }

  /// Height that a label takes at the top of the box.
  private var labelBand: Int {
    Int((style.label.size * 1.2 + style.label.platePadding * 2) * sheet.scale) + 12
  }

  private func title(_ layer: Layer, below band: Int) throws -> PlacedLayer {
    let text = fitted(layer, style.title, heightShare: 0.3)
    let y = safe.y(anchor: anchor(.title), height: size(text).height)
    return try placed(layer, text, x: nil, y: max(y, safe.top + band), entrance: .pop)
  }

  private func caption(_ layer: Layer) throws -> PlacedLayer {
    let text = fitted(layer, style.caption, heightShare: 0.2)
    let y = safe.y(anchor: anchor(.caption), height: size(text).height)
    return try placed(layer, text, x: nil, y: y, entrance: .none)
  }

  private func label(_ layer: Layer) throws -> PlacedLayer {
    let text = fitted(layer, style.label, heightShare: 0.1)
    let y = safe.y(anchor: anchor(.label), height: size(text).height)
    return try placed(layer, text, x: safe.left, y: y, entrance: .none)
  }

  private func banner(_ layer: Layer) throws -> PlacedLayer {
    var dress = style.caption
    dress.plate = style.sticker.background
    dress.platePadding = 20
    dress.plateRadius = 18
    dress.strokeWidth = 0
    let text = fitted(layer, dress, heightShare: 0.2)
    let y = safe.y(anchor: anchor(.sticker), height: size(text).height)
    return try placed(layer, text, x: safe.left, y: y, entrance: .pop)
  }

  private func price(_ layer: Layer, _ offer: Offer) throws -> PlacedLayer {
    let sticker = PriceSticker(
      price: offer.price, reference: offer.reference, label: offer.label, style: sheet.sticker)
    let bitmap = try sticker.bitmap(maxWidth: Double(safe.width) * 0.8)
    let y = safe.y(anchor: anchor(.sticker), height: bitmap.height)
    let box = [safe.left, y, min(bitmap.width, safe.width), bitmap.height]
    return PlacedLayer(
      kind: .sticker, text: layer.text, bitmap: bitmap, x: safe.left, y: y, box: box,
      fontPx: Int(sheet.sticker.priceSize.rounded()), range: layer.range, entrance: .pop)
  }

  private func endCard(_ layer: Layer) throws -> PlacedLayer {
    let product = layer.image.flatMap { path in
      try? StillReader.bitmap(of: resolve(path).path, longSide: max(canvas.width, canvas.height))
    }
    let card = EndCard(
      product: product, name: layer.detail ?? "", instruction: layer.text, keep: layer.keep,
      style: sheet.endCard)
    let drawn = try card.drawn(width: canvas.width, height: canvas.height, safe: safe.rect)
    let words = drawn.nameBox.union(drawn.instructionBox).integral
    return PlacedLayer(
      kind: .endCard, text: layer.text, bitmap: drawn.bitmap, x: 0, y: 0,
      box: [Int(words.minX), Int(words.minY), Int(words.width), Int(words.height)],
      fontPx: Int(drawn.instruction.fontSize.rounded()), range: layer.range, entrance: .fade)
  }

  private func fitted(_ layer: Layer, _ text: Style.Text, heightShare: Double) -> FittedText {
    TextLayout.fit(
      layer.text, style: sheet.text(text), width: Double(safe.width),
      height: Double(safe.height) * heightShare, keep: layer.keep, accents: layer.accents)
  }

  private func size(_ text: FittedText) -> (width: Int, height: Int) {
    (Int(text.width.rounded(.up)), Int(text.height.rounded(.up)))
  }

  private func anchor(_ kind: Layer.Kind) -> Double { style.places[kind.rawValue]?.anchor ?? 0 }

  private func placed(
    _ layer: Layer, _ text: FittedText, x: Int?, y: Int, entrance: PlacedLayer.Entrance
  ) throws -> PlacedLayer {
    let ink = size(text)
    let left = x ?? safe.centeredX(width: ink.width)
    let margins = TextLayout.margins(of: text)
    return PlacedLayer(
      kind: layer.kind, text: layer.text, bitmap: try TextLayout.bitmap(of: text),
      x: left - margins.left, y: y - margins.top, box: [left, y, ink.width, ink.height],
      fontPx: Int(text.fontSize.rounded()), range: layer.range, entrance: entrance)
  }
}
