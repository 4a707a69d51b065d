import Drawing
import Foundation
import Pixels

/// Styles and pictures that several suites draw with.
enum Samples {
  static let families = ["Noto Sans CJK SC", "Noto Sans"]

  static func title(size: Double = 104, minSize: Double = 72, maxLines: Int = 2) -> TextStyle {
    TextStyle(
      families: families, weight: 900, size: size, minSize: minSize, color: .white,
      accent: Color("#FFE14D"), stroke: .init(color: Color("#161616")!, width: 7),
      shadow: .init(color: Color("#00000080")!, dx: 0, dy: 6, blur: 8), lineSpacing: 1.22,
      maxLines: maxLines)
  }

  static let caption = TextStyle(
    families: families, weight: 700, size: 66, minSize: 52, wrapSize: 60, color: .white,
    accent: Color("#FFE14D"), stroke: .init(color: Color("#000000CC")!, width: 6),
    lineSpacing: 1.25, maxLines: 2)

  static let plated = TextStyle(
    families: families, weight: 700, size: 60, minSize: 48, color: Color("#1B1B1B")!,
    accent: Color("#E8380D"),
    plate: .init(color: Color("#FFFFFFE6")!, paddingX: 30, paddingY: 22, radius: 20),
    lineSpacing: 1.3)

  static let sticker = PriceSticker.Style(
    families: families, priceSize: 150, ground: Color("#FF5A36")!, groundEnd: Color("#E3120B")!,
    priceColor: Color("#FFF6D6")!, referenceColor: Color("#FFE3D6D9")!,
    labelGround: Color("#FFE14D")!, labelColor: Color("#7A0C00")!,
    border: .init(color: .white, width: 6),
    shadow: .init(color: Color("#00000066")!, dy: 8, blur: 12), padding: 30, radius: 28, tilt: -4)

  static let endCard = EndCard.Style(
    ground: Color("#FFF7EC")!, groundEnd: Color("#F6DCC0")!, halo: Color("#FFFFFF")!,
    name: TextStyle(
      families: families, weight: 700, size: 76, minSize: 52, color: Color("#2B1D12")!,
      lineSpacing: 1.3),
    instruction: TextStyle(
      families: families, weight: 700, size: 60, minSize: 46, color: .white,
      plate: .init(color: Color("#E23B1F")!, paddingX: 56, paddingY: 34, radius: 80),
      lineSpacing: 1.3),
    accent: Color("#E23B1F")!,
    shadow: .init(color: Color("#6B3A1A59")!, dy: 18, blur: 28))

  static let cover = Cover.Style(
    text: {
      var style = title(size: 196, minSize: 160)
      style.alignment = .left
      style.lineSpacing = 1.16
      style.stroke = .init(color: Color("#161616")!, width: 9)
      return style
    }(),
    tag: TextStyle(
      families: families, weight: 700, size: 48, color: Color("#161616")!,
      plate: .init(color: Color("#FFE14D")!, paddingX: 22, paddingY: 15, radius: 12),
      alignment: .left, maxLines: 1),
    anchor: .top, scrim: Color("#000000A6")!)

  /// A busy picture: stripes, blobs and light, as a shop shelf might be.
  static func busy(width: Int, height: Int) throws -> Bitmap {
    let canvas = try Canvas(width: width, height: height)
    let (w, h) = (Double(width), Double(height))
    canvas.fill(
      with: .linear(
        Color("#D9C3A0")!, Color("#6B8F71")!, from: .zero, to: CGPoint(x: w, y: h)))
    let palette = ["#F2B705", "#F25C05", "#04B2D9", "#8C1F28", "#F2E8D5", "#274029"].map {
      Color($0)!
    }
    for index in 0..<90 {
      let x = Double((index * 193) % 1000) / 1000 * w
      let y = Double((index * 421) % 1000) / 1000 * h
      let size = w * (0.04 + Double((index * 37) % 10) / 90)
      let color = palette[index % palette.count]
      canvas.saved {
        canvas.rotate(by: Double(index) * 0.7, around: CGPoint(x: x, y: y))
        let rect = CGRect(x: x - size / 2, y: y - size / 2, width: size, height: size * 1.4)
        canvas.fill(
          .roundedRect(rect, radius: size * 0.18),
          with: .linear(
            color, color.mixed(with: .white, 0.5), from: rect.origin,
            to: CGPoint(x: rect.maxX, y: rect.maxY)))
      }
    }
    return canvas.bitmap
  }

  /// A jar on a clear ground.
  static func jar() throws -> Bitmap {
    let canvas = try Canvas(width: 600, height: 760)
    let body = CGRect(x: 90, y: 150, width: 420, height: 580)
    canvas.fill(
      .roundedRect(body, radius: 90),
      with: .linear(
        from: CGPoint(x: 90, y: 0), to: CGPoint(x: 510, y: 0),
        stops: [
          .init(0, Color("#8A3B12")!), .init(0.25, Color("#E08A3C")!),
          .init(0.6, Color("#C9661F")!),
          .init(1, Color("#6F2A0A")!),
        ]))
    canvas.fill(
      .roundedRect(CGRect(x: 130, y: 40, width: 340, height: 130), radius: 30),
      with: .linear(
        Color("#F4F1EA")!, Color("#B9B2A3")!, from: CGPoint(x: 0, y: 40), to: CGPoint(x: 0, y: 170))
    )
    canvas.fill(.rect(CGRect(x: 90, y: 320, width: 420, height: 230)), with: Color("#FFF8E8")!)
    let label = TextLayout.fit(
      "柑橘蜂蜜", style: TextStyle(families: families, size: 84, color: Color("#A2420B")!), width: 400)
    canvas.draw(label, centeredIn: CGRect(x: 90, y: 320, width: 420, height: 230))
    return canvas.bitmap
  }
}
