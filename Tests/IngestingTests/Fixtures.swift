import Ingesting
import Model
import Timing

/// A small shoot: two products with three shots between them.
enum Shoot {
  static let workspace = "W0RK"
  static let shots = ShotIndex(
    workspace: workspace,
    entries: [
      entry("A-100-close", "A-100"), entry("A-100-wear", "A-100"),
      entry("B-200-pour", "B-200", must: false),
    ])
  static let skus = ["A-100", "B-200", "A-100-XL", "矿泉水", "77", "C/3"]

  static func entry(_ id: String, _ sku: String, must: Bool = true) -> ShotIndex.Entry {
    ShotIndex.Entry(
      id: id, sku: sku, must: must,
      code: SlatePayload(workspace: workspace, shotID: id).code)
  }

  static func filer(_ policy: IngestPolicy = IngestPolicy()) -> Filer {
    Filer(policy: policy, shots: shots, names: ProductNames(skus: skus, shots: shots))
  }

  static func payload(_ shot: String) -> String {
    SlatePayload(workspace: workspace, shotID: shot).text
  }

  static func mark(_ mark: String) -> String {
    SlatePayload(workspace: workspace, code: mark).text
  }

  static func slate(_ shot: String, _ start: Double, _ end: Double) -> SlateSpan {
    span(payload(shot), start, end)
  }

  static func tailSlate(_ shot: String, _ start: Double, _ end: Double) -> SlateSpan {
    span(payload(shot), start, end, upsideDown: true)
  }

  static func card(_ name: String, _ start: Double, _ end: Double) -> SlateSpan {
    span(mark(name), start, end)
  }

  /// A slate that was seen and not read.
  static func unread(_ start: Double, _ end: Double) -> SlateSpan { span("", start, end) }

  static func span(
    _ payload: String, _ start: Double, _ end: Double, upsideDown: Bool = false
  ) -> SlateSpan {
    SlateSpan(
      payload: payload, start: Time(decimal: start), end: Time(decimal: end),
      upsideDown: upsideDown, reads: 4)
  }

  /// A clip of even quality.
  static func clip(
    _ path: String, _ seconds: Double = 10, at ended: Double? = nil, identity: String? = nil,
    readable: Double? = nil, sharpness: Double = 0.2, _ slates: [SlateSpan] = []
  ) -> FootageClip {
    let sample = QualitySample(sharpness: sharpness, clipped: 0, mean: 120)
    return clip(
      path, seconds, at: ended, identity: identity, readable: readable, slates,
      samples: Array(repeating: sample, count: Int(seconds * 4)))
  }

  static func clip(_ path: String, _ slates: [SlateSpan]) -> FootageClip {
    clip(path, 10, slates)
  }

  static func clip(
    _ path: String, _ seconds: Double, at ended: Double? = nil, identity: String? = nil,
    readable: Double? = nil, _ slates: [SlateSpan] = [], samples: [QualitySample]
  ) -> FootageClip {
    let facts = TakeFacts(
      width: 1080, height: 1920, rate: FrameRate(30), rotation: 0, hdr: nil, audio: true,
      duration: Time(decimal: seconds))
    return FootageClip(
      path: path, identity: identity ?? path, modified: ended,
      report: ClipReport(
        facts: facts, readable: Time(decimal: readable ?? seconds), slates: slates,
        step: Time(decimal: 0.25), samples: samples))
  }
}

extension Take {
  /// `A-100-close slate 1.4–10.0 ok`, for tables.
  var summary: String {
    "\(shot ?? sku) \(filedBy.rawValue) \(start.decimal)–\(end.decimal) \(status.rawValue)"
  }
}
