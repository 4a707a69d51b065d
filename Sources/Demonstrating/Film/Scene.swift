import Drawing
import Foundation
import Pixels

/// A shot's set and product, drawn once for all its takes.
///
/// Places are pixels of the upright picture.
struct Scene: Sendable {
  /// A layer, where its corner lies, and how many picture pixels one of its pixels covers.
  struct Part: Sendable {
    var layer: Layer
    var x: Double
    var y: Double
    var scale: Double

    var map: Affine { Affine.translation(x, y).after(.scale(scale)) }
  }

  let width: Int
  let height: Int
  let look: ShotLook
  let backdrop: Part
  /// The product over the scene's time, evenly spaced; one when it stands still.
  let poses: [Part]
  let hand: Part?
  /// Falling pieces, each drawn around its own middle.
  let pieces: [Part]
  /// Pixels a unit of the product's drawing.
  let scale: Double
  let origin: CGPoint

  /// - Parameter soft: How many times coarser everything is drawn, for a lens out of focus.
  /// - Throws: `DrawingError` when memory is short.
  init(_ look: ShotLook, width: Int, height: Int, soft: Double) throws {
    self.width = width
    self.height = height
    self.look = look
    let stage = Staging(look, width: Double(width), height: Double(height))
    scale = stage.scale
    origin = stage.origin
    backdrop = try stage.drawBackdrop(soft: soft)
    let count = look.action == .none ? 1 : soft > 1 ? 12 : 20
    poses = try (0..<count).map { index in
      try stage.drawProduct(
        look.pose(at: count > 1 ? Double(index) / Double(count - 1) : 0.5), soft: soft)
    }
    hand = look.hasHand ? try stage.drawHand(soft: soft) : nil
    pieces = look.action == .pour ? try (0..<3).map { try stage.drawPiece($0, soft: soft) } : []
  }
}

/// Draws the parts of a scene.
private struct Staging {
  let look: ShotLook
  let width: Double
  let height: Double
  let scale: Double
  let origin: CGPoint

  init(_ look: ShotLook, width: Double, height: Double) {
    self.look = look
    self.width = width
    self.height = height
    let art = look.look.art
    let safe = min(width, height * 0.72)
    let whole = min(safe * 0.84 / art.extent.width, height * 0.66 / art.extent.height)
    scale = whole * look.magnification
    let close = look.magnification > 1.25
    if close {
      let point = art.details[look.detail]
      let share = min(1, (look.magnification - 1.25) / 0.6)
      let middle = at(art.extent.midX, art.extent.midY)
      let focus = at(
        middle.x + (point.x - middle.x) * share, middle.y + (point.y - middle.y) * share)
      origin = at(width / 2 - focus.x * scale, height * 0.5 - focus.y * scale)
    } else if look.fromAbove {
      origin = at(width / 2 - art.extent.midX * scale, height * 0.52 - art.extent.midY * scale)
    } else {
      origin = at(
        width / 2 - art.extent.midX * scale, height * 0.5 + art.extent.height * scale * 0.46)
    }
  }

  private func part(
    _ area: CGRect, coarse: Double, blur: Double = 0, opaque: Bool = false,
    _ draw: (GraphicsContext) -> Void
  ) throws -> Scene.Part {
    let (w, h) = (max(4, Int(area.width / coarse)), max(4, Int(area.height / coarse)))
    let canvas = try Canvas(width: w, height: h)
    canvas.scale(x: 1 / coarse, y: 1 / coarse)
    canvas.translate(x: -area.minX, y: -area.minY)
    draw(canvas)
    let bitmap = blur > 0.3 ? canvas.bitmap.blurred(sigma: blur) : canvas.bitmap
    return Scene.Part(
      layer: Layer(bitmap, opaque: opaque), x: area.minX, y: area.minY, scale: coarse)
  }

  func drawBackdrop(soft: Double) throws -> Scene.Part {
    let depth = max(0, look.magnification - 0.9)
    let coarse = max(soft, depth > 0.3 ? 2 : 1)
    let area = box(-width * 0.2, -height * 0.2, width * 1.4, height * 1.4)
    let rim = area.insetBy(dx: -40, dy: -40)
    let horizon = min(height * 1.1, origin.y - (look.look.kind == .dress ? 60 : 90) * scale)
    let hangs = look.look.kind == .shirt
    return try part(area, coarse: coarse, opaque: true) { g in
      let canvas = try? Canvas(width: Int(rim.width / coarse), height: Int(rim.height / coarse))
      guard let canvas else { return }
      canvas.scale(x: 1 / coarse, y: 1 / coarse)
      canvas.translate(x: -rim.minX, y: -rim.minY)
      look.backdrop.draw(on: canvas, area: rim, horizon: hangs ? height * 0.86 : horizon)
      let sigma = (min(depth * 6, 10) + (soft > 1 ? 6 : 0)) / coarse
      g.draw(canvas.bitmap.blurred(sigma: sigma), in: rim)
    }
  }

  func drawProduct(_ pose: Pose, soft: Double) throws -> Scene.Part {
    let art = look.look.art
    let extent = art.extent.insetBy(dx: -60, dy: -40)
    let whole = box(
      origin.x + extent.minX * scale, origin.y + extent.minY * scale, extent.width * scale,
      extent.height * scale)
    let seen = whole.intersection(box(-width * 0.22, -height * 0.18, width * 1.44, height * 1.36))
    let area = seen.isNull ? box(0, 0, 8, 8) : seen
    return try part(area, coarse: soft, blur: soft > 1 ? 1.6 : 0) { g in
      g.translate(x: origin.x, y: origin.y)
      g.scale(x: scale, y: scale)
      art.draw(on: g, pose: pose)
    }
  }

  private var handScale: Double {
    let size: Double =
      switch look.look.kind {
      case .dress, .shirt: 0.36
      case .tote, .backpack, .storageBox, .towel: 0.52
      case .sneaker, .runner: 0.62
      case .berries, .biscuits: 0.78
      }
    return min(scale * size, width / 1000)
  }

  func drawHand(soft: Double) throws -> Scene.Part {
    let size = handScale
    let extent = HandArt.extent
    let area = box(
      extent.minX * size, extent.minY * size, extent.width * size, extent.height * size)
    return try part(area, coarse: soft, blur: soft > 1 ? 1.6 : 0) { g in
      g.scale(x: size, y: size)
      HandArt.draw(
        on: g, skin: look.skin, sleeve: look.sleeve, grip: look.action == .bend ? 0.2 : 0.8)
    }
  }

  func drawPiece(_ index: Int, soft: Double) throws -> Scene.Part {
    let radius = 52 * min(scale, width / 700)
    let pouch = PouchArt(look: look.look)
    return try part(box(-radius * 1.3, -radius * 1.3, radius * 2.6, radius * 2.6), coarse: soft) {
      g in
      pouch.piece(g, at(0, 0), radius, Double(index) * 1.3)
    }
  }
}
