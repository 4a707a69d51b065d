import Media
import Model
import Timing

/// The picture spans of one draft.
struct SpanPlanner {
  let request: RenderRequest
  let shots: [ShotPicture]
  let layers: [PlacedLayer]

  /// A change of the renderer that changes a span's pictures changes this number.
  static let version = 10

  private var rate: FrameRate { request.timeline.rate }

  func parts() throws -> [PlannedPart] {
    let ranges = request.timeline.shots.map {
      $0.range.start.frames(at: rate)..<$0.range.end.frames(at: rate)
    }
    let span = request.quality.span
    let grid = SpanGrid(
      shortest: max(1, Time(decimal: span.shortest).frames(at: rate)),
      longest: max(1, Time(decimal: span.longest).frames(at: rate)))
    return grid.cells(shots: ranges, changes: changes).map { cell in
      part(cell, offset: cell.frames.lowerBound - ranges[cell.shot].lowerBound)
    }
  }

  /// Prices change most often, words next, what stands throughout least.
  private static let weight: [Layer.Kind: Int] = [
    .sticker: 0, .endCard: 1, .title: 2, .intro: 3, .caption: 4, .tag: 5, .label: 6, .logo: 7,
  ]

  private var changes: [Int] {
    layers.enumerated().sorted { a, b in
      let (x, y) = (Self.weight[a.element.kind] ?? 9, Self.weight[b.element.kind] ?? 9)
      return (x, a.offset) < (y, b.offset)
    }
    .flatMap { [$0.element.range.start.frames(at: rate), $0.element.range.end.frames(at: rate)] }
  }

  private func part(_ cell: SpanGrid.Cell, offset: Int) -> PlannedPart {
    let present = layers.compactMap { layer in
      LayerStand(layer, on: cell.frames, rate: rate).map { (layer, $0) }
    }
    let encoding = encoding(cell.frames.count)
    let shown = shown(of: cell.frames)
    let picture = shots[cell.shot].stretch(offset, shown)
    let inside = offset..<offset + cell.frames.count
    let edges = picture.edges.filter { $0.frames.overlaps(inside) }
    let plain = Recipe([
      "renderer": SpanPlanner.version, "source": picture.origin.ingredient,
      "window": picture.window(offset, shown, rate) + ["\(cell.frames.count)"],
      "framing": picture.framing,
      "layers": present.map(\.1), "encoder": encoding,
      "library": [Components.signature(of: encoding.encoder)]
        + Components.versions().map(\.loaded),
    ])
    let changes = edges.compactMap { $0.ingredient(on: inside) }.joined(separator: ", ")
    let recipe = changes.isEmpty ? plain : plain.adding("edges", changes)
    let range = TimeRange(
      from: Time(frames: cell.frames.lowerBound, at: rate),
      to: Time(frames: cell.frames.upperBound, at: rate))
    return PlannedPart(
      kind: .picture, recipe: recipe, range: range,
      work: .picture(
        PictureWork(
          key: recipe.key, picture: picture, offset: offset, count: shown, rate: rate,
          product: .span(
            SpanWork(
              frames: cell.frames, layers: present.map(\.0), encoding: encoding, edges: edges,
              offset: offset)))))
  }

  /// Pictures of a span until a layer hides all that follow; those need not be decoded.
  private func shown(of span: Range<Int>) -> Int {
    let hidden = layers.compactMap {
      $0.hides(request.timeline.canvas, rate: rate)
    }
    let from = hidden.filter { $0.upperBound >= span.upperBound }.map(\.lowerBound).min()
    return min(span.count, max(1, (from ?? span.upperBound) - span.lowerBound))
  }

  private func encoding(_ pictures: Int) -> VideoEncoding {
    let most = request.maxVideoRate
    var options = request.quality.options
    options["maxrate"] = "\(most * 9 / 10)k"
    options["bufsize"] = "\(most)k"
    return VideoEncoding(
      encoder: request.quality.encoder, width: request.contract.canvas.width,
      height: request.contract.canvas.height, rate: rate, options: options,
      gop: max(1, Time(decimal: request.quality.gop).frames(at: rate)),
      threads: request.quality.threads)
  }
}

extension ShotPicture {
  /// Which source pictures a stretch shows, for a recipe: a move counts from its shot's beginning.
  func window(_ offset: Int, _ count: Int, _ rate: FrameRate) -> [String] {
    let begin = origin.isStill ? Time.zero : time(of: offset, rate)
    let stands = framing.focus.map { $0.zoomFrom == $0.zoomTo } ?? true
    let move = stands && !origin.isDrawn ? [] : ["\(offset)", "\(self.count)"]
    let pace = speed == 1 || origin.isStill ? [] : ["speed \(speed)"]
    return [begin.exact, "\(count)", "\(rate)"] + pace + move
  }
}
