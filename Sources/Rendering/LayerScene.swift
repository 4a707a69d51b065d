import Drawing
import Foundation
import Model
import Pixels

/// Where each kind of layer stands on one canvas in one style: measured, not yet drawn.
struct LayerScene {
  let sheet: StyleSheet
  let safe: SafeBox
  let row: TopRow

  private var style: Style { sheet.style }

  private func place(_ kind: Layer.Kind) -> Style.Place {
    style.places[kind.rawValue] ?? Style.usualPlaces[kind.rawValue]
      ?? Style.Place(from: 0.4, to: 0.7, anchor: 0.5)
  }

  private func band(_ kind: Layer.Kind) -> SafeBox { safe.band(place(kind), below: row.height) }

  /// Words of a title, caption, banner, label or tag.
  func words(_ layer: Layer) -> PlacedWords {
    switch layer.kind {
    case .label, .tag:
      if let words = row.words(of: layer) { return words }
      return TopRow([layer], sheet: sheet, safe: safe).words(of: layer)
        ?? PlacedWords(text: fitted(layer, style.label, in: safe), box: [])
    case .title: return set(layer, style.title, .title)
    case .caption: return set(layer, style.caption, .caption)
    default: return set(layer, style.banner, .sticker)
    }
  }

  private func set(_ layer: Layer, _ look: Style.Text, _ kind: Layer.Kind) -> PlacedWords {
    let (band, place) = (band(kind), place(kind))
    let text = fitted(layer, look, in: band)
    let (width, height) = (Int(text.width.rounded(.up)), Int(text.height.rounded(.up)))
    return PlacedWords(
      text: text,
      box: [
        band.x(place.side, width: width), band.y(anchor: place.anchor, height: height), width,
        height,
      ])
  }

  private func fitted(_ layer: Layer, _ look: Style.Text, in box: SafeBox) -> FittedText {
    // Half a pixel of rounding to each side stays inside.
    TextLayout.fitInside(
      layer.text, style: sheet.text(look), width: Double(box.width - 1),
      height: Double(box.height - 1), floor: sheet.floor, keep: layer.keep,
      accents: layer.accents)
  }

  /// The price tag in its band.
  ///
  /// - Throws: `DrawingError` when it cannot be drawn.
  func price(_ offer: Offer) throws -> (bitmap: Bitmap, box: [Int]) {
    let (band, place) = (band(.sticker), place(.sticker))
    let sticker = PriceSticker(
      price: offer.price, reference: offer.basis == nil ? nil : offer.reference,
      referenceLabel: offer.basis, label: offer.label, style: sheet.sticker)
    let bitmap = try sticker.bitmap(
      maxWidth: Double(band.width) * 0.8, maxHeight: Double(band.height))
    return (
      bitmap,
      [
        band.x(place.side, width: bitmap.width), band.y(anchor: place.anchor, height: bitmap.height),
        bitmap.width, bitmap.height,
      ]
    )
  }

  /// A band of the brand, across the sticker's place: nothing is offered yet.
  ///
  /// - Throws: `DrawingError` when it cannot be drawn.
  func intro(_ layer: Layer, mark: Bitmap?) throws -> (bitmap: Bitmap, box: [Int], size: Double) {
    let band = band(.sticker)
    var look = sheet.text(style.banner)
    look.color = sheet.color("on_primary")
    (look.stroke, look.outline, look.shadow, look.marker, look.edge) = (nil, nil, nil, nil, nil)
    look.plate = nil
    look.alignment = .left
    look.maxLines = 1
    let padding = Int(34 * sheet.scale)
    let room = band.width - 2 * padding - (mark.map { $0.width + padding } ?? 0)
    let text = TextLayout.fitInside(
      layer.text, style: look, width: Double(max(8, room)), height: Double(band.height) / 3,
      floor: sheet.floor, keep: [layer.text])
    let inner = max(mark?.height ?? 0, Int(text.height.rounded(.up)))
    let width = Int(text.width.rounded(.up)) + 2 * padding + (mark.map { $0.width + padding } ?? 0)
    let height = min(band.height, inner + padding)
    let canvas = try Drawing.Canvas(width: min(width, band.width), height: height)
    let whole = CGRect(x: 0, y: 0, width: canvas.width, height: canvas.height)
    canvas.fill(
      .roundedRect(whole, radius: 14 * sheet.scale), with: sheet.color("primary"))
    canvas.fill(
      .rect(CGRect(x: 0, y: 0, width: 8 * sheet.scale, height: Double(height))),
      with: sheet.color("accent"))
    if let mark {
      canvas.draw(mark, at: CGPoint(x: padding, y: (height - mark.height) / 2))
    }
    canvas.draw(
      text,
      at: CGPoint(
        x: Double(padding + (mark.map { $0.width + padding } ?? 0)),
        y: (Double(height) - text.height) / 2))
    let x = band.x(place(.sticker).side, width: canvas.width)
    let y = band.y(anchor: 0.5, height: height)
    return (canvas.bitmap, [x, y, canvas.width, height], text.fontSize)
  }
}
