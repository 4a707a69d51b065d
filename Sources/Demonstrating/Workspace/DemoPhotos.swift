import Drawing
import Foundation
import Pixels

/// The product photos: four of each product, drawn.
struct DemoPhotos: Sendable {
  /// In pixels.
  var width: Int

  /// What one photo shows.
  private struct Setting {
    /// Height over width.
    var shape: Double
    var pose: Pose
    /// How much of the picture the product takes.
    var fill: Double
    /// Zoom on a detail; nil shows the whole product.
    var detail: Int?
    var ground: Backdrop.Ground
    var wall: UInt32
    var surface: UInt32
  }

  /// Draws the photos of one product.
  ///
  /// - Throws: `DrawingError` when memory is short.
  func draw(_ product: DemoProduct) throws -> [Bitmap] {
    try settings(product).enumerated().map { try photo(product, $0.element, index: $0.offset) }
  }

  private func settings(_ product: DemoProduct) -> [Setting] {
    let soft: UInt32 = product.look.color.luminance > 0.45 ? 0xC9D3D6 : 0xEDE6DB
    let shows = product.look.art.action
    let open = Pose(turn: -0.15, open: shows == .open ? 0.9 : 0, bend: shows == .bend ? 0.55 : 0)
    return [
      Setting(
        shape: 4.0 / 3, pose: Pose(turn: 0.12), fill: 0.78, ground: .seamless, wall: soft,
        surface: soft),
      Setting(
        shape: 1, pose: Pose(turn: -0.45), fill: 0.76, ground: .seamless,
        wall: 0xF7F5F1, surface: 0xF7F5F1),
      Setting(
        shape: 4.0 / 3, pose: open, fill: 0.80,
        ground: shows == .turn ? .floor : .table, wall: 0xE5D6C6, surface: 0xB98E63),
      Setting(
        shape: 4.0 / 3, pose: Pose(turn: 0.2), fill: 2.4, detail: 0, ground: .seamless,
        wall: soft, surface: soft),
    ]
  }

  private func photo(_ product: DemoProduct, _ setting: Setting, index: Int) throws -> Bitmap {
    let art = product.look.art
    let height = Int((Double(width) * setting.shape).rounded())
    let canvas = try Canvas(width: width, height: height)
    let area = box(0, 0, Double(width), Double(height))
    let backdrop = Backdrop(
      ground: setting.ground, wall: Color(hex: setting.wall), surface: Color(hex: setting.surface),
      props: index + 1)
    let detailed = setting.detail != nil
    let around = detailed ? area.insetBy(dx: -area.width * 0.05, dy: -area.width * 0.05) : area
    let ground = try Canvas(width: Int(around.width), height: Int(around.height))
    ground.translate(x: -around.minX, y: -around.minY)
    backdrop.draw(on: ground, area: around, horizon: area.height * 0.68)
    let set = detailed ? ground.bitmap.blurred(sigma: area.width * 0.0075) : ground.bitmap
    canvas.draw(set, at: around.origin)
    let scale = min(
      area.width * setting.fill / art.extent.width, area.height * setting.fill / art.extent.height)
    canvas.saved {
      if let detail = setting.detail {
        let point = art.details[detail % art.details.count]
        canvas.translate(x: area.midX - point.x * scale, y: area.midY - point.y * scale)
      } else {
        canvas.translate(
          x: area.midX - art.extent.midX * scale,
          y: setting.ground == .seamless
            ? area.midY + (art.extent.height / 2 - art.extent.maxY) * scale + area.height * 0.05
            : area.height * 0.86)
      }
      canvas.scale(x: scale, y: scale)
      art.draw(on: canvas, pose: setting.pose)
    }
    return canvas.bitmap
  }
}
