internal import Drawing
internal import Foundation
internal import Model
internal import Pixels

/// A 9:16 frame with the box that platforms leave free, the subject at its size, and the way the
/// camera goes.
struct FramingSketch {
  let shot: ListedShot
  let picture: Bitmap?
  let style: SheetStyle

  /// The box that stays free on all platforms, as shares of a 1080 × 1920 frame.
  private static let safe = CGRect(
    x: 64.0 / 1080, y: 250.0 / 1920, width: 846.0 / 1080, height: 1220.0 / 1920)

  func draw(on context: GraphicsContext, in frame: CGRect) {
    context.fill(.rect(frame), with: style.rule.faded(0.25))
    if let picture {
      context.drawFilling(picture, in: frame, alpha: 0.85)
    } else {
      drawSubject(on: context, in: frame)
    }
    let safe = CGRect(
      x: frame.minX + frame.width * FramingSketch.safe.minX,
      y: frame.minY + frame.height * FramingSketch.safe.minY,
      width: frame.width * FramingSketch.safe.width,
      height: frame.height * FramingSketch.safe.height)
    context.stroke(
      .rect(safe), with: .color(picture == nil ? style.faint : .white),
      line: LineStyle(width: 0.7, dashes: [2.4, 1.8]))
    drawMovement(on: context, in: frame)
    context.stroke(.rect(frame), with: style.ink, width: 1)
  }

  /// Share of the frame's width that the subject takes at a shot size, in either vocabulary.
  static func share(of size: String) -> Double {
    let sizes: [(words: [String], share: Double)] = [
      (["大特", "ECU", "XCU", "EXTREME CLOSE", "MACRO"], 1.25), (["特", "CU", "CLOSE"], 0.95),
      (["近", "MCU", "MEDIUM CLOSE"], 0.72), (["中", "MS", "MLS", "MEDIUM"], 0.52),
      (["全", "FS", "FULL"], 0.36), (["远", "WS", "EWS", "LS", "WIDE", "LONG"], 0.2),
    ]
    let wanted = size.uppercased()
    let exact = sizes.first { $0.words.contains(wanted) }
    return (exact ?? sizes.first { entry in entry.words.contains { wanted.hasPrefix($0) } })?.share
      ?? 0.6
  }

  /// A plain body on a ground line: its size is what matters.
  private func drawSubject(on context: GraphicsContext, in frame: CGRect) {
    let width = frame.width * FramingSketch.share(of: shot.size)
    let height = width * 1.3
    let middle = CGPoint(
      x: frame.minX + frame.width * FramingSketch.safe.midX,
      y: frame.minY + frame.height * FramingSketch.safe.midY)
    let body = CGRect(
      x: middle.x - width / 2, y: middle.y - height / 2, width: width, height: height)
    context.saved {
      context.clip(to: .rect(frame))
      context.stroke(
        .line(
          from: CGPoint(x: frame.minX, y: min(body.maxY, frame.maxY - 3)),
          to: CGPoint(x: frame.maxX, y: min(body.maxY, frame.maxY - 3))),
        with: style.rule, width: 1)
      let neck = CGRect(
        x: body.midX - width * 0.22, y: body.minY, width: width * 0.44, height: height * 0.26)
      context.fill(.roundedRect(neck, radius: width * 0.06), with: style.faint.faded(0.55))
      let trunk = CGRect(
        x: body.minX, y: body.minY + height * 0.2, width: width, height: height * 0.8)
      context.fill(.roundedRect(trunk, radius: width * 0.14), with: style.faint.faded(0.55))
    }
  }

  /// Arrows for 推 拉 摇 移 升 降 跟 环绕, in either vocabulary; none for a locked camera.
  private func drawMovement(on context: GraphicsContext, in frame: CGRect) {
    let word = shot.movement.lowercased()
    func says(_ words: String...) -> Bool { words.contains { word.contains($0) } }
    let (x, y) = (frame.midX, frame.maxY - frame.height * 0.09)
    let reach = frame.width * 0.3
    if says("推", "push", "dolly in", "zoom in") {
      arrow(on: context, from: CGPoint(x: x - reach, y: y), to: CGPoint(x: x - 3, y: y))
      arrow(on: context, from: CGPoint(x: x + reach, y: y), to: CGPoint(x: x + 3, y: y))
    } else if says("拉", "pull", "dolly out") {
      arrow(on: context, from: CGPoint(x: x - 3, y: y), to: CGPoint(x: x - reach, y: y))
      arrow(on: context, from: CGPoint(x: x + 3, y: y), to: CGPoint(x: x + reach, y: y))
    } else if says("升", "降", "tilt", "crane", "boom") {
      let up = says("升", "up", "crane", "boom")
      let (a, b) = (CGPoint(x: x, y: y + 5), CGPoint(x: x, y: y - 9))
      arrow(on: context, from: up ? a : b, to: up ? b : a)
    } else if says("环绕", "orbit", "arc") {
      var path = Path()
      path.arc(center: CGPoint(x: x, y: y - 4), radius: reach * 0.6, from: 0.2, to: 2.7)
      context.stroke(path, with: .color(style.must), line: LineStyle(width: 1.4, cap: .round))
      arrow(
        on: context, from: CGPoint(x: x - reach * 0.5, y: y),
        to: CGPoint(x: x - reach * 0.6, y: y - 5))
    } else if says("摇", "移", "跟", "甩", "pan", "track", "truck", "follow", "whip", "slide") {
      arrow(on: context, from: CGPoint(x: x - reach, y: y), to: CGPoint(x: x + reach, y: y))
    }
  }

  private func arrow(on context: GraphicsContext, from: CGPoint, to: CGPoint) {
    let angle = atan2(to.y - from.y, to.x - from.x)
    var path = Path.line(from: from, to: to)
    for side in [-1.0, 1.0] {
      path.move(to: to)
      let turn = angle + .pi + side * 0.5
      path.line(to: CGPoint(x: to.x + 4.5 * cos(turn), y: to.y + 4.5 * sin(turn)))
    }
    context.stroke(
      path, with: .color(style.must), line: LineStyle(width: 1.4, cap: .round, join: .round))
  }
}
