import Drawing
import Foundation
import Media
import Model
import Pixels

/// How a cut-out stands and moves before its ground.
struct CutoutPlan: Hashable, Sendable {
  /// Where the product stands in its photo; nil for all of it.
  let box: ShareBox?
  let ground: GroundPlan
  /// How far the cut-out moves against its ground, in shares of the canvas's width.
  let parallax: Double
  /// Scale of the cut-out at the first picture and at the last.
  let zoomFrom: Double
  let zoomTo: Double

  /// What of it can change a picture.
  var ingredient: [String] {
    let box = box.map { "\($0.x) \($0.y) \($0.width) \($0.height)" } ?? ""
    return ["\(parallax)", "\(zoomFrom)", "\(zoomTo)", box] + ground.ingredient
  }
}

/// A cut-out with its shadow before a lit ground; the two move by different lengths, so that the
/// product stands off. The product stays whole throughout.
struct CutoutBoard {
  private let canvas: Model.Canvas
  private let plan: CutoutPlan
  private let ground: Bitmap
  private let product: Bitmap
  /// Where the product stands in the middle of its way, at scale one.
  private let place: CGRect

  /// Share of the canvas that the product may take, each way.
  private static let most = CGSize(width: 0.84, height: 0.62)
  /// How much larger the ground is drawn, so that its edge never shows.
  private static let spare = 0.25

  /// - Throws: `MediaError` when the photo cannot be read, `DrawingError` when it is too large.
  init(canvas: Model.Canvas, plan: CutoutPlan, photo path: String) throws {
    self.canvas = canvas
    self.plan = plan
    let (width, height) = (Double(canvas.width), Double(canvas.height))
    let whole = try StillReader.bitmap(of: path, longSide: max(canvas.width, canvas.height))
    let box = plan.box ?? ShareBox(x: 0, y: 0, width: 1, height: 1)
    let part = CGRect(
      x: box.x * Double(whole.width), y: box.y * Double(whole.height),
      width: max(1, box.width * Double(whole.width)),
      height: max(1, box.height * Double(whole.height)))
    let zoom = max(1, plan.zoomFrom, plan.zoomTo)
    let room = CGSize(
      width: width * (Self.most.width - plan.parallax) / zoom,
      height: height * Self.most.height / zoom)
    let scale = min(room.width / part.width, room.height / part.height)
    let size = CGSize(width: part.width * scale, height: part.height * scale)
    let middle = CGPoint(x: width / 2, y: height * 0.48)
    let margin = width * 0.06
    place = CGRect(
      x: middle.x - size.width / 2 - margin, y: middle.y - size.height / 2 - margin,
      width: size.width + 2 * margin, height: size.height + 2 * margin)
    product = try Self.product(whole, part, size, margin, zoom)
    ground = try Self.ground(plan.ground, width, height, middle)
  }

  /// The cut-out on a sheet of its own with the shadow that it throws, as large as it is ever shown.
  private static func product(
    _ photo: Bitmap, _ part: CGRect, _ size: CGSize, _ margin: Double, _ zoom: Double
  ) throws -> Bitmap {
    let sheet = try Drawing.Canvas(
      width: max(1, Int(((size.width + 2 * margin) * zoom).rounded(.up))),
      height: max(1, Int(((size.height + 2 * margin) * zoom).rounded(.up))))
    let box = CGRect(
      x: margin * zoom, y: margin * zoom, width: size.width * zoom, height: size.height * zoom)
    let shadow = try Drawing.Canvas(width: sheet.width, height: sheet.height)
    shadow.draw(photo, in: box, crop: part)
    var soft = shadow.bitmap
    for at in stride(from: 0, to: soft.bytes.count, by: 4) {
      for channel in 0..<3 { soft.bytes[at + channel] = 0 }
    }
    sheet.draw(
      soft.blurred(sigma: margin * zoom / 3), at: CGPoint(x: 0, y: margin * zoom * 0.4),
      alpha: 0.32)
    sheet.draw(photo, in: box, crop: part)
    return sheet.bitmap
  }

  /// The gradient with light behind the product, wider than the canvas.
  private static func ground(
    _ plan: GroundPlan, _ width: Double, _ height: Double, _ middle: CGPoint
  ) throws -> Bitmap {
    let (w, h) = (width * (1 + spare), height * (1 + spare))
    let sheet = try Drawing.Canvas(width: Int(w.rounded()), height: Int(h.rounded()))
    let whole = CGRect(x: 0, y: 0, width: w, height: h)
    sheet.fill(with: plan.paint(over: whole) ?? .color(.white))
    let center = CGPoint(x: w / 2, y: middle.y + height * spare / 2)
    let disc = Path.circle(center: center, radius: width * 0.4)
    sheet.fill(disc, with: Color.white.faded(0.28))
    sheet.fill(
      with: .radial(Color.white.faded(0.35), .white.faded(0), center: center, radius: width * 0.75))
    return sheet.bitmap
  }

  /// The board at a share of its way, 0…1.
  ///
  /// - Throws: `DrawingError` when memory is out.
  func picture(at progress: Double) throws -> Bitmap {
    let (width, height) = (Double(canvas.width), Double(canvas.height))
    let sheet = try Drawing.Canvas(width: canvas.width, height: canvas.height)
    let way = width * plan.parallax * (progress - 0.5)
    let (w, h) = (width * (1 + Self.spare), height * (1 + Self.spare))
    sheet.draw(
      ground, in: CGRect(x: (width - w) / 2 - way, y: (height - h) / 2, width: w, height: h))
    let zoom = plan.zoomFrom + (plan.zoomTo - plan.zoomFrom) * progress
    let size = CGSize(width: place.width * zoom, height: place.height * zoom)
    sheet.draw(
      product,
      in: CGRect(
        x: place.midX - size.width / 2 + way, y: place.midY - size.height / 2, width: size.width,
        height: size.height))
    return sheet.bitmap
  }
}
