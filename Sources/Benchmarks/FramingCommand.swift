import ArgumentParser
import Cutting
import Foundation
import Ingesting
import Media
import Model
import Presets
import Timing

/// Frames marked shots anew and holds the crops against the boxes that a person drew.
struct FramingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "framing", abstract: "Hold crops against marked subjects; prints JSON")

  @Argument(help: "The shots with their boxes")
  var shots: String

  @Option(help: "The folder that the shots' files lie in")
  var footage: String

  @Option(help: "Where frames of both crops are written, as PNG; none without it")
  var frames: String?

  private static let canvases = [(1080, 1920), (1080, 1440), (1080, 1080)]

  func run() throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: shots))
    let marked = try JSONDecoder().decode([MarkedShot].self, from: data)
    let library = PresetLibrary(folders: .standard(given: nil, workspace: nil))
    let policy = FramingPolicy()
    let scanner = ClipScanner(policy: try library.ingestPolicy())
    var rows: [FramingRow] = []
    for (index, shot) in marked.enumerated() {
      let path = footage + "/" + shot.file
      let facts = try Probe.facts(of: path)
      let report = try scanner.scan(path, facts: facts)
      for (width, height) in Self.canvases {
        let request = CropPlanner.Request(
          width: report.facts.width, height: report.facts.height,
          canvas: Canvas(width: width, height: height),
          subjects: report.subjects.map { SubjectTrack(samples: $0.samples) }, from: shot.from,
          to: shot.to, seconds: shot.to - shot.from, plan: FramingPlan(fit: .fill))
        let plan = CropPlanner(policy: policy).framed(request)
        let judge = FramingJudge(shot: shot, request: request)
        rows.append(judge.row(plan))
        if let frames {
          try write(shot, request, plan, to: "\(frames)/\(index)-\(width)x\(height)", path)
        }
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(rows), as: UTF8.self))
  }

  /// Three moments of the shot, cropped to the middle and as planned.
  private func write(
    _ shot: MarkedShot, _ request: CropPlanner.Request, _ plan: FramingPlan, to name: String,
    _ path: String
  ) throws {
    for (place, share) in [0.05, 0.5, 0.95].enumerated() {
      let time = Time(decimal: shot.from + (shot.to - shot.from) * share)
      let judge = FramingJudge(shot: shot, request: request)
      for (kind, plan) in [("centre", FramingPlan(fit: .fill)), ("ours", plan)] {
        var framing = Framing(width: request.canvas.width / 3, height: request.canvas.height / 3)
        if plan.fit == .contain {
          framing.fit = .contain(background: .blurred)
          framing.region = plan.region.map {
            CropRect(x: $0.x, y: $0.y, width: $0.width, height: $0.height)
          }
        } else {
          let point = judge.point(plan, at: share)
          framing.track = [Framing.Point(x: point.x, y: point.y, zoom: point.zoom)]
        }
        let reader = try PictureReader(
          path: path, range: TimeRange(start: time, duration: Time(decimal: 0.04)),
          framing: framing, rate: FrameRate(25), isStill: false)
        guard let picture = try reader.next() else { continue }
        try StillWriter.write(picture.bitmap(), to: "\(name)-\(place)-\(kind).png")
      }
    }
  }
}

/// A shot with its subject's boxes, drawn by hand.
struct MarkedShot: Decodable {
  let file: String
  let what: String
  let from: Double
  let to: Double
  /// Second, left, top, width and height each, in shares of the picture.
  let boxes: [[Double]]

  /// The box at a second, between those that were drawn.
  func box(at time: Double) -> ShareBox {
    let after = boxes.firstIndex { $0[0] >= time } ?? boxes.count - 1
    let (a, b) = (boxes[max(0, after - 1)], boxes[after])
    let share = b[0] > a[0] ? min(1, max(0, (time - a[0]) / (b[0] - a[0]))) : 1
    func mix(_ place: Int) -> Double { a[place] + (b[place] - a[place]) * share }
    return ShareBox(x: mix(1), y: mix(2), width: mix(3), height: mix(4))
  }
}

/// What a crop keeps of a marked subject.
struct FramingJudge {
  let shot: MarkedShot
  let request: CropPlanner.Request

  func row(_ plan: FramingPlan) -> FramingRow {
    let ours = kept(plan)
    let centre = kept(FramingPlan(fit: .fill))
    let kind =
      plan.fit == .contain
      ? "ground" : plan.path.isEmpty ? "standing" : plan.path.count == 2 ? "panned" : "tracked"
    return FramingRow(
      file: shot.file, what: shot.what,
      canvas: "\(request.canvas.width)x\(request.canvas.height)", kind: kind, mean: ours.mean,
      least: ours.least, centreMean: centre.mean, centreLeast: centre.least, speed: speed(plan))
  }

  /// The crop's middle at a share of the shot.
  func point(_ plan: FramingPlan, at share: Double) -> (x: Double, y: Double, zoom: Double) {
    guard let after = plan.path.firstIndex(where: { $0.at >= share }) else {
      return plan.path.last.map { ($0.x, $0.y, $0.zoom) }
        ?? (plan.centerX, plan.centerY, plan.zoomFrom)
    }
    let (a, b) = (plan.path[max(0, after - 1)], plan.path[after])
    let part = b.at > a.at ? (share - a.at) / (b.at - a.at) : 1
    return (a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part, a.zoom)
  }

  private func kept(_ plan: FramingPlan) -> (mean: Double, least: Double) {
    let shares = (0...40).map { step -> Double in
      let share = Double(step) / 40
      let box = shot.box(at: shot.from + (shot.to - shot.from) * share)
      return box.share(inside: crop(plan, at: share))
    }
    return (shares.reduce(0, +) / Double(shares.count), shares.min() ?? 0)
  }

  private func crop(_ plan: FramingPlan, at share: Double) -> ShareBox {
    guard plan.fit == .fill else {
      return plan.region ?? ShareBox(x: 0, y: 0, width: 1, height: 1)
    }
    let source = Double(request.width) / Double(request.height)
    let canvas = Double(request.canvas.width) / Double(request.canvas.height)
    let point = point(plan, at: share)
    let width = min(1, canvas / source) / point.zoom
    let height = min(1, source / canvas) / point.zoom
    return ShareBox(
      x: max(0, min(1 - width, point.x - width / 2)),
      y: max(0, min(1 - height, point.y - height / 2)), width: width, height: height)
  }

  /// The fastest step of the way, in shares of the source's width a second.
  private func speed(_ plan: FramingPlan) -> Double {
    zip(plan.path, plan.path.dropFirst()).map { a, b in
      let seconds = max(1e-9, (b.at - a.at) * request.seconds)
      return abs(b.x - a.x) / seconds
    }.max() ?? 0
  }
}

/// One line of the report.
struct FramingRow: Encodable {
  let file: String
  let what: String
  let canvas: String
  let kind: String
  let mean: Double
  let least: Double
  let centreMean: Double
  let centreLeast: Double
  let speed: Double
}
