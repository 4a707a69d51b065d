internal import CCairo
public import Foundation
internal import Pixels

/// The drawing verbs that pictures and printed pages share.
///
/// The origin is the upper left corner, y grows downwards. A context belongs to the thread that
/// made it; several may draw at once on threads of their own.
public class GraphicsContext {
  let surface: OpaquePointer
  let context: OpaquePointer

  /// Takes over both handles.
  init(surface: OpaquePointer) {
    self.surface = surface
    context = cairo_create(surface)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  // MARK: State

  /// Runs `body` and takes back every transform and clip it made.
  public func saved<Result>(_ body: () throws -> Result) rethrows -> Result {
    cairo_save(context)
    defer { cairo_restore(context) }
    return try body()
  }

  /// Draws what `body` draws as one layer of the given alpha.
  public func group<Result>(alpha: Double, _ body: () throws -> Result) rethrows -> Result {
    cairo_push_group(context)
    let result: Result
    do {
      result = try body()
    } catch {
      cairo_pattern_destroy(cairo_pop_group(context))
      throw error
    }
    cairo_pop_group_to_source(context)
    cairo_paint_with_alpha(context, alpha)
    return result
  }

  public func translate(x: Double, y: Double) { cairo_translate(context, x, y) }

  /// Scales what follows; a factor of zero or no number is passed over.
  public func scale(x: Double, y: Double) {
    guard x.isFinite, y.isFinite, x != 0, y != 0 else { return }
    cairo_scale(context, x, y)
  }

  /// Turns what follows clockwise around the origin, by radians.
  public func rotate(by radians: Double) { cairo_rotate(context, radians) }

  /// Turns what follows clockwise around a point, by radians.
  public func rotate(by radians: Double, around point: CGPoint) {
    translate(x: point.x, y: point.y)
    rotate(by: radians)
    translate(x: -point.x, y: -point.y)
  }

  /// Keeps what follows inside a path, until the surrounding `saved` ends.
  public func clip(to path: Path) {
    trace(path)
    cairo_clip(context)
  }

  // MARK: Shapes

  public func fill(_ path: Path, with paint: Paint) {
    trace(path)
    setSource(paint)
    cairo_fill(context)
  }

  public func fill(_ path: Path, with color: Color) { fill(path, with: .color(color)) }

  public func stroke(_ path: Path, with paint: Paint, line: LineStyle) {
    guard line.width > 0 else { return }
    trace(path)
    setSource(paint)
    cairo_set_line_width(context, line.width)
    cairo_set_line_cap(context, line.cap.cairo)
    cairo_set_line_join(context, line.join.cairo)
    let usable =
      line.dashes.allSatisfy { $0 >= 0 && $0.isFinite } && line.dashes.contains { $0 > 0 }
    cairo_set_dash(context, line.dashes, usable ? Int32(line.dashes.count) : 0, line.dashPhase)
    cairo_stroke(context)
  }

  public func stroke(_ path: Path, with color: Color, width: Double) {
    stroke(path, with: .color(color), line: LineStyle(width: width))
  }

  /// Covers everything inside the clip.
  public func fill(with paint: Paint) {
    setSource(paint)
    cairo_paint(context)
  }

  public func fill(with color: Color) { fill(with: .color(color)) }

  /// Fills a path with a colour, softened by a blur of standard deviation `blur`.
  ///
  /// The soft picture is a bitmap, on a page also.
  public func fillSoft(
    _ path: Path, with color: Color, blur: Double, dx: Double = 0, dy: Double = 0
  ) {
    trace(path)
    var (x0, y0, x1, y1) = (0.0, 0.0, 0.0, 0.0)
    cairo_path_extents(context, &x0, &y0, &x1, &y1)
    cairo_new_path(context)
    let margin = (max(0, blur) * 3).rounded(.up) + 1
    let (width, height) = (x1 - x0 + margin * 2, y1 - y0 + margin * 2)
    guard let soft = try? Canvas(width: Int(clamping: width), height: Int(clamping: height)) else {
      return
    }
    soft.translate(x: margin - x0, y: margin - y0)
    soft.fill(path, with: color)
    let bitmap = soft.bitmap.blurred(sigma: blur)
    draw(bitmap, at: CGPoint(x: x0 - margin + dx, y: y0 - margin + dy))
  }

  // MARK: Inside

  /// A bitmap as a source to draw with; nil when there is no memory for it.
  func image(of bitmap: Bitmap) -> ImageSurface? { ImageSurface(bitmap) }

  func withoutAntialiasing(_ body: () -> Void) {
    cairo_set_antialias(context, CAIRO_ANTIALIAS_NONE)
    body()
    cairo_set_antialias(context, CAIRO_ANTIALIAS_DEFAULT)
  }

  func trace(_ path: Path) {
    cairo_new_path(context)
    for element in path.elements {
      switch element {
      case .move(let p): cairo_move_to(context, p.x, p.y)
      case .line(let p): cairo_line_to(context, p.x, p.y)
      case .curve(let a, let b, let end):
        cairo_curve_to(context, a.x, a.y, b.x, b.y, end.x, end.y)
      case .arc(let center, let radius, let from, let to, let clockwise):
        let draw = clockwise ? cairo_arc : cairo_arc_negative
        draw(context, center.x, center.y, max(0, radius), from, to)
      case .close: cairo_close_path(context)
      }
    }
  }

  func setSource(_ paint: Paint) {
    switch paint {
    case .color(let c): cairo_set_source_rgba(context, c.red, c.green, c.blue, c.alpha)
    case .linear(let from, let to, let stops):
      setSource(cairo_pattern_create_linear(from.x, from.y, to.x, to.y), stops)
    case .radial(let center, let radius, let focus, let innerRadius, let stops):
      setSource(
        cairo_pattern_create_radial(
          focus.x, focus.y, max(0, innerRadius), center.x, center.y, max(0, radius)),
        stops)
    }
  }

  private func setSource(_ pattern: OpaquePointer?, _ stops: [Paint.Stop]) {
    for stop in stops {
      let c = stop.color
      cairo_pattern_add_color_stop_rgba(pattern, stop.offset, c.red, c.green, c.blue, c.alpha)
    }
    cairo_set_source(context, pattern)
    cairo_pattern_destroy(pattern)
  }
}

extension LineStyle.Cap {
  var cairo: cairo_line_cap_t {
    switch self {
    case .butt: CAIRO_LINE_CAP_BUTT
    case .round: CAIRO_LINE_CAP_ROUND
    case .square: CAIRO_LINE_CAP_SQUARE
    }
  }
}

extension LineStyle.Join {
  var cairo: cairo_line_join_t {
    switch self {
    case .miter: CAIRO_LINE_JOIN_MITER
    case .round: CAIRO_LINE_JOIN_ROUND
    case .bevel: CAIRO_LINE_JOIN_BEVEL
    }
  }
}

extension Int {
  /// The nearest whole number above, or zero for what no whole number stands for.
  init(clamping value: Double) {
    self = value.isFinite && abs(value) < 1e9 ? Int(value.rounded(.up)) : 0
  }
}
