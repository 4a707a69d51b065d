public import Model

/// Finds where a crop stands or goes in one shot: a pure function of where the subject is, which
/// stretch is shown, and the canvas.
public struct CropPlanner: Sendable {
  let policy: FramingPolicy

  public init(policy: FramingPolicy) { self.policy = policy }

  /// What is to be framed.
  public struct Request: Sendable {
    /// In upright square pixels.
    public var width: Int
    public var height: Int
    public var canvas: Canvas
    public var subjects: SubjectTrack?
    /// First and last second of the source that the shot shows.
    public var from: Double
    public var to: Double
    /// Seconds that the shot lasts.
    public var seconds: Double
    /// The framing so far: its zooms are kept.
    public var plan: FramingPlan
    /// The source's own colours at its upper and lower edge, `#rrggbb`; nil where not known.
    public var edges: [String]?

    public init(
      width: Int, height: Int, canvas: Canvas, subjects: SubjectTrack?, from: Double, to: Double,
      seconds: Double, plan: FramingPlan, edges: [String]? = nil
    ) {
      self.width = width
      self.height = height
      self.canvas = canvas
      self.subjects = subjects
      self.from = from
      self.to = to
      self.seconds = seconds
      self.plan = plan
      self.edges = edges
    }
  }

  /// How a shot is framed.
  ///
  /// A subject that nothing is known of leaves the plan as it is, but for the ground behind it.
  public func framed(_ request: Request) -> FramingPlan {
    var plan = request.plan
    if plan.fit == .contain, plan.ground == .blurred { plan.ground = ground(request.edges) }
    guard policy.follows, request.width > 0, request.height > 0, request.canvas.height > 0
    else { return plan }
    let seen = believed(request)
    guard !seen.isEmpty else { return plan }
    let crop = self.crop(request)
    if isTooWide(seen, crop) { return shownWhole(seen, request, crop) }
    plan.fit = .fill
    plan.ground = .blurred
    return followed(seen, request, crop, plan)
  }

  /// Width and height of the tightest crop, in shares of the source.
  private func crop(_ request: Request) -> (width: Double, height: Double) {
    let source = Double(request.width) / Double(request.height)
    let canvas = Double(request.canvas.width) / Double(request.canvas.height)
    let zoom = max(1, request.plan.zoomFrom, request.plan.zoomTo)
    return source > canvas
      ? (canvas / source / zoom, 1 / zoom) : (1 / zoom, source / canvas / zoom)
  }

  /// Samples of the shot, each the median of its neighbours, without those that stray for a moment.
  ///
  /// A subject that most of the samples miss may stand anywhere among the others: then each is the
  /// whole of them.
  private func believed(_ request: Request) -> [SubjectSample] {
    let slack = 0.6
    let all = (request.subjects?.samples ?? []).filter {
      $0.time >= request.from - slack && $0.time <= request.to + slack
    }
    let near = all.filter {
      $0.confidence >= policy.leastConfidence && $0.box.width > 0 && $0.box.height > 0
    }
    guard near.count * 2 >= all.count else { return together(near) }
    return near.indices.map { index in
      let around = near[max(0, index - 1)...min(near.count - 1, index + 1)].map(\.box)
      func median(_ part: (ShareBox) -> Double) -> Double {
        let sorted = around.map(part).sorted()
        return sorted.count == 2 ? (sorted[0] + sorted[1]) / 2 : sorted[sorted.count / 2]
      }
      var sample = near[index]
      let (left, top) = (median(\.x), median(\.y))
      sample.box = ShareBox(
        x: left, y: top, width: max(0.01, median(\.right) - left),
        height: max(0.01, median(\.bottom) - top))
      return sample
    }
  }

  private func together(_ samples: [SubjectSample]) -> [SubjectSample] {
    guard let first = samples.first else { return [] }
    let whole = samples.dropFirst().reduce(first.box) { $0.union($1.box) }
    return samples.map {
      var sample = $0
      sample.box = whole
      return sample
    }
  }

  /// Surely known, and wider than the crop by more than is bearable, most of the time.
  private func isTooWide(
    _ seen: [SubjectSample], _ crop: (width: Double, height: Double)
  ) -> Bool {
    let sure = seen.filter { $0.confidence >= max(0.5, policy.leastConfidence) }
    guard sure.count * 3 >= seen.count * 2 else { return false }
    let wide = sure.filter {
      $0.box.width > policy.widest * crop.width || $0.box.height > policy.widest * crop.height
    }
    return wide.count * 2 > sure.count
  }

  /// All of the subject with a little air, on a ground; no more of the source than that.
  private func shownWhole(
    _ seen: [SubjectSample], _ request: Request, _ crop: (width: Double, height: Double)
  ) -> FramingPlan {
    let sure = seen.filter { $0.confidence >= max(0.5, policy.leastConfidence) }
    let whole = sure.dropFirst().reduce(sure[0].box) { $0.union($1.box) }
    func span(_ low: Double, _ high: Double, least: Double) -> (Double, Double) {
      let length = min(1, max(least, (high - low) * 1.08))
      return (min(1 - length, max(0, (low + high) / 2 - length / 2)), length)
    }
    let isAcross = crop.width < crop.height
    let (x, width) = isAcross ? span(whole.x, whole.right, least: crop.width) : (0, 1)
    let (y, height) = isAcross ? (0, 1) : span(whole.y, whole.bottom, least: crop.height)
    return FramingPlan(
      fit: .contain,
      region: width < 1 || height < 1
        ? ShareBox(x: round(x), y: round(y), width: round(width), height: round(height)) : nil,
      ground: ground(request.edges))
  }

  private func followed(
    _ seen: [SubjectSample], _ request: Request, _ crop: (width: Double, height: Double),
    _ plan: FramingPlan
  ) -> FramingPlan {
    let length = max(1e-6, request.to - request.from)
    func path(
      _ size: Double, _ reach: Double, _ span: (SubjectSample) -> (Double, Double)
    ) -> AxisPath {
      AxisPlanner(
        crop: size, reach: reach * request.seconds, kept: policy.keptShare,
        seconds: request.seconds, mayMove: request.seconds >= policy.stillBelow
      ).path(
        for: seen.map { sample in
          let (low, high) = span(sample)
          return SubjectSpan(
            at: min(1, max(0, (sample.time - request.from) / length)), low: low, high: high,
            weight: sample.confidence)
        })
    }
    let across = path(crop.width, policy.speed) { ($0.box.x, $0.box.right) }
    let down = path(crop.height, policy.speed * Double(request.width) / Double(request.height)) {
      ($0.box.y, $0.box.bottom)
    }
    var plan = plan
    (plan.centerX, plan.centerY) = (round(across.place(at: 0.5)), round(down.place(at: 0.5)))
    let count = max(across.places.count, down.places.count) - 1
    guard count > 0 else { return plan }
    plan.path = (0...count).map { index in
      let at = Double(index) / Double(count)
      return CropKey(
        at: round(at), x: round(across.place(at: at)), y: round(down.place(at: at)),
        zoom: round(plan.zoomFrom + (plan.zoomTo - plan.zoomFrom) * at))
    }
    return plan
  }

  /// The picture's own colours, a little deeper, so that it stands off its ground.
  private func ground(_ edges: [String]?) -> GroundPlan {
    GroundPlan.gradient(of: edges, depth: 0.86) ?? .blurred
  }

  private func round(_ value: Double) -> Double { (value * 1e5).rounded() / 1e5 }
}

extension GroundPlan {
  /// From the colour of a picture's upper edge to that of its lower one; nil where one is not known.
  ///
  /// - Parameter depth: Below 1 darker.
  static func gradient(of edges: [String]?, depth: Double = 1) -> GroundPlan? {
    guard let edges, edges.count == 2, let top = deeper(edges[0], depth),
      let bottom = deeper(edges[1], depth)
    else { return nil }
    return GroundPlan(kind: .gradient, top: top, bottom: bottom)
  }

  private static func deeper(_ color: String, _ depth: Double) -> String? {
    let digits = Array(color.dropFirst())
    guard color.hasPrefix("#"), digits.count == 6 else { return nil }
    let parts = stride(from: 0, to: 6, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
    guard parts.count == 3 else { return nil }
    return "#"
      + parts.map { part in
        let text = String(Int((Double(part) * depth).rounded()), radix: 16)
        return text.count < 2 ? "0" + text : text
      }.joined()
  }
}
