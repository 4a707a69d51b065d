import CFFmpeg
import CFFmpegShims

/// The geometry of one kind of source picture on one canvas, and the filters for it.
struct FramePlan {
  /// A part of a coded picture, in whole samples of it.
  private struct Part {
    var x: Int
    var y: Int
    var width: Int
    var height: Int
  }

  /// The filters, as text; nil when a part of the source is the prepared picture as it is.
  private(set) var chain: String?
  private var part = Part(x: 0, y: 0, width: 1, height: 1)
  /// In pixels of the source.
  private let framing: Framing
  private let upright: (width: Double, height: Double)
  /// The part of the upright source that the prepared picture shows.
  private var window = CropRect(x: 0, y: 0, width: 1, height: 1)

  init(_ framing: Framing, _ frame: Frame, _ orientation: Orientation) {
    let aspect = frame.pixelAspect
    let pixel = Double(aspect.num) / Double(aspect.den)
    let coded = (width: Double(frame.width) * pixel, height: Double(frame.height))
    upright = orientation.swapsSides ? (coded.height, coded.width) : coded
    self.framing = framing.resolved(width: upright.width, height: upright.height)
    let shown = shownRect()
    var crop = orientation.coded(shown, width: coded.width, height: coded.height)
    crop.x /= pixel
    crop.width /= pixel
    let color = SourceColor(frame)
    let moves = self.framing.move != nil || self.framing.track != nil
    part = moves ? FramePlan.widePart(crop, frame) : FramePlan.part(crop, frame)
    // What moves is measured from the samples themselves, so that spans of one way meet exactly.
    window =
      moves
      ? orientation.upright(
        CropRect(
          x: Double(part.x) * pixel, y: Double(part.y), width: Double(part.width) * pixel,
          height: Double(part.height)), width: coded.width, height: coded.height)
      : shown
    let size = preparedSize(window)
    let scaled = orientation.swapsSides ? (size.height, size.width) : (size.width, size.height)
    let background = background(size)
    let isReady =
      frame.format == AV_PIX_FMT_YUV420P && color.isStandard && orientation == .upright
      && part.width == scaled.0 && part.height == scaled.1 && background == nil
      && framing.grade == nil
    guard !isReady else { return }
    let isWhole = part.width == frame.width && part.height == frame.height
    let steps = [
      isWhole ? nil : "crop=\(part.width):\(part.height):\(part.x):\(part.y)",
      color.scale(scaled.0, scaled.1), color.toneMap, framing.grade?.filters, orientation.filters,
      "setsar=1", "format=yuv420p", background,
    ]
    chain = steps.compactMap(\.self).joined(separator: ",")
  }

  /// The part of a source picture that is shown, its memory shared; for a plan without filters.
  func view(_ frame: Frame) throws -> Frame {
    let view = try Frame(sharing: frame)
    let picture = view.pointer
    let (x, y) = (part.x, part.y)
    picture.pointee.data.0? += y * Int(picture.pointee.linesize.0) + x
    picture.pointee.data.1? += y / 2 * Int(picture.pointee.linesize.1) + x / 2
    picture.pointee.data.2? += y / 2 * Int(picture.pointee.linesize.2) + x / 2
    picture.pointee.width = Int32(part.width)
    picture.pointee.height = Int32(part.height)
    return view
  }

  private var aspect: Double { Double(framing.width) / Double(framing.height) }
  private var whole: CropRect {
    CropRect(x: 0, y: 0, width: upright.width, height: upright.height)
  }

  private func bounded(_ rect: CropRect) -> CropRect {
    rect.clamped(width: upright.width, height: upright.height)
  }

  /// The crop of a picture on the way.
  private func crop(at moment: Moment) -> CropRect {
    if let track = framing.track, let last = track.last {
      let point = track.indices.contains(moment.index) ? track[moment.index] : last
      return framing.rect(point, upright.width, upright.height)
    }
    guard let move = framing.move else { return whole.cut(toAspect: aspect) }
    return bounded(move.from).cut(toAspect: aspect)
      .interpolated(to: bounded(move.to).cut(toAspect: aspect), moment.progress)
  }

  private func shownRect() -> CropRect {
    if let track = framing.track, let first = track.first {
      let size = upright
      return track.reduce(framing.rect(first, size.width, size.height)) {
        $0.union(framing.rect($1, size.width, size.height))
      }
    }
    if let move = framing.move {
      return bounded(move.from).cut(toAspect: aspect)
        .union(bounded(move.to).cut(toAspect: aspect))
    }
    let crop = bounded(framing.crop ?? whole)
    return framing.fit == .fill ? crop.cut(toAspect: aspect) : crop
  }

  /// Size in pixels of what leaves the scaler, upright and even.
  private func preparedSize(_ shown: CropRect) -> (width: Int, height: Int) {
    if let tightest { return movingSize(tightest, shown) }
    guard framing.fit != .fill else { return (framing.width, framing.height) }
    let scale = min(Double(framing.width) / shown.width, Double(framing.height) / shown.height)
    return (
      min(framing.width, even(shown.width * scale)), min(framing.height, even(shown.height * scale))
    )
  }

  /// Width of the tightest crop on the way, in source pixels; nil where nothing moves.
  private var tightest: Double? {
    if let track = framing.track {
      return track.map { framing.rect($0, upright.width, upright.height).width }.min()
    }
    return framing.move.map { move in
      min(
        bounded(move.from).cut(toAspect: aspect).width,
        bounded(move.to).cut(toAspect: aspect).width)
    }
  }

  /// As fine as the tightest crop needs, no finer than the source, no larger than 4096 a side.
  private func movingSize(_ tightest: Double, _ shown: CropRect) -> (width: Int, height: Int) {
    let needed = min(1, Double(framing.width) / tightest)
    let scale = min(needed, 4096 / max(shown.width, shown.height))
    return (even(shown.width * scale), even(shown.height * scale))
  }

  private func even(_ length: Double) -> Int { max(2, Int((length / 2).rounded()) * 2) }

  /// The samples that hold all of a crop, on whole chroma samples.
  private static func widePart(_ rect: CropRect, _ frame: Frame) -> Part {
    func side(_ from: Double, _ length: Double, _ whole: Int) -> (Int, Int) {
      let first = min(max(0, Int(from.rounded(.down))), whole - 1) / 2 * 2
      let end = min(whole, (max(first + 1, Int((from + length).rounded(.up))) + 1) / 2 * 2)
      return (first, max(1, end - first))
    }
    let (x, width) = side(rect.x, rect.width, frame.width)
    let (y, height) = side(rect.y, rect.height, frame.height)
    return Part(x: x, y: y, width: width, height: height)
  }

  /// The samples of a crop, on whole chroma samples.
  private static func part(_ rect: CropRect, _ frame: Frame) -> Part {
    let x = min(max(0, Int(rect.x.rounded())), frame.width - 1)
    let y = min(max(0, Int(rect.y.rounded())), frame.height - 1)
    let width = min(max(1, Int(rect.width.rounded())), frame.width - x)
    let height = min(max(1, Int(rect.height.rounded())), frame.height - y)
    guard frame.format == AV_PIX_FMT_YUV420P else {
      return Part(x: x, y: y, width: width, height: height)
    }
    func even(_ length: Int, of whole: Int) -> Int {
      length == whole ? whole : max(1, length / 2 * 2)
    }
    return Part(
      x: x / 2 * 2, y: y / 2 * 2, width: even(width, of: frame.width),
      height: even(height, of: frame.height))
  }

  /// The blurred fill behind a contained picture.
  private func background(_ size: (width: Int, height: Int)) -> String? {
    let (width, height) = (framing.width, framing.height)
    guard tightest == nil, framing.fit == .contain(background: .blurred),
      size.width < width || size.height < height
    else { return nil }
    let part = CropRect(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
      .cut(toAspect: aspect)
    let (w, h) = (min(size.width, even(part.width)), min(size.height, even(part.height)))
    let small = (max(16, even(Double(width) / 8)), max(16, even(Double(height) / 8)))
    // Three boxes come near a bell; the gblur filter's bytes differ run by run with AVX-512.
    let blur = max(1, min(small.0, small.1) / 24)
    let left = even(Double(width - size.width) / 2 + 2) - 2
    let top = even(Double(height - size.height) / 2 + 2) - 2
    return "split[front][back];[back]crop=\(w):\(h),scale=\(small.0):\(small.1):flags=area"
      + ",boxblur=luma_radius=\(blur):luma_power=3:chroma_radius=\(max(1, blur / 2))"
      + ",scale=\(width):\(height):flags=bicubic,lutyuv=y='16+(val-16)*0.62'"
      + ":u='128+(val-128)*0.62':v='128+(val-128)*0.62'[behind]"
      + ";[behind][front]overlay=\(left):\(top):format=yuv420,format=yuv420p"
  }

  /// A picture laid on the canvas where the filters left it smaller.
  func mounted(_ frame: Frame) throws -> Frame {
    guard frame.width < framing.width || frame.height < framing.height,
      case .contain(let background) = framing.fit
    else { return frame }
    let canvas = try Frame.canvas(framing.width, framing.height)
    switch background {
    case .blurred: return frame
    case .color(let red, let green, let blue): canvas.fill(red: red, green: green, blue: blue)
    case .gradient(let top, let bottom): canvas.fill(from: top, to: bottom)
    }
    canvas.copy(
      frame, x: (framing.width - frame.width) / 4 * 2, y: (framing.height - frame.height) / 4 * 2)
    return canvas
  }

  /// The canvas picture at a place on the way, cut from the prepared picture between its pixels.
  func window(_ prepared: Frame, _ moment: Moment) throws -> Frame {
    guard tightest != nil else { return prepared }
    let rect = crop(at: moment)
    let scale = (Double(prepared.width) / window.width, Double(prepared.height) / window.height)
    let result = try Frame.canvas(framing.width, framing.height)
    for plane in 0..<3 {
      let from = prepared.plane(plane)
      let to = result.plane(plane)
      let half = plane == 0 ? 1.0 : 2.0
      let done = shopreel_resample_plane(
        from.pointer, from.stride, Int32(from.width), Int32(from.height),
        to.pointer, to.stride, Int32(to.width), Int32(to.height),
        (rect.x - window.x) * scale.0 / half, (rect.y - window.y) * scale.1 / half,
        rect.width * scale.0 / half, rect.height * scale.1 / half)
      guard done else { throw MediaError(.io, "memory is out; close other programs") }
    }
    return result
  }
}
