import Foundation
import Media
import Model
import Timing

/// Size, rate, length and container of the video.
struct PictureChecks {
  let request: CheckRequest
  let reading: DraftReading

  var all: [Check] {
    [
      size, rate, codec, color, geometry, duration, length, start, keys, container, bitRate,
      fileSize, black,
    ]
  }

  private var platform: Platform { request.platform }
  private var video: VideoFacts? { reading.facts.video }

  private var size: Check {
    let canvas = platform.canvas
    return Check(
      "size", value: video.map { "\($0.displayWidth)x\($0.displayHeight)" } ?? "no picture",
      limit: "\(canvas.width)x\(canvas.height)",
      pass: video?.displayWidth == canvas.width && video?.displayHeight == canvas.height)
  }

  private var rate: Check {
    Check(
      "rate", value: video?.rate.map(\.description) ?? "unknown",
      limit: platform.rate.description, pass: video?.rate == platform.rate)
  }

  private var codec: Check {
    let value = video.map { "\($0.codec) \($0.pixelFormat)" } ?? "none"
    let wanted = "\(request.codec) yuv420p"
    return Check("codec", value: value, limit: wanted, pass: value == wanted)
  }

  private var color: Check {
    let tags = [video?.colorPrimaries, video?.colorTransfer, video?.colorSpace]
    return Check(
      "color", value: tags.map { $0 ?? "-" }.joined(separator: "/"), limit: "bt709, limited range",
      pass: tags.allSatisfy { $0 == "bt709" } && video?.fullRange == false)
  }

  /// Nothing that a player would have to turn, stretch or weave.
  private var geometry: Check {
    var faults: [String] = []
    if let video {
      if video.rotation != 0 { faults.append("turned by \(video.rotation)°") }
      if video.isMirrored { faults.append("mirrored") }
      if video.width != video.displayWidth || video.height != video.displayHeight {
        faults.append("stored as \(video.width)x\(video.height)")
      }
      if video.interlaced { faults.append("interlaced") }
    }
    let isClean = video != nil && faults.isEmpty
    return Check(
      "geometry", value: isClean ? "upright" : faults.joined(separator: ", "),
      limit: "upright, square pixels, progressive", pass: isClean)
  }

  /// Players and platforms jump and cut at key frames; what lies between must need nothing beyond.
  private var keys: Check {
    let most = platform.delivery.maxKeyDistance
    let distance = Double(reading.longestGOP) / max(1, platform.rate.framesPerSecond.double)
    let value = text(distance, "s") + (reading.isClosed ? ", closed" : ", open")
    return Check(
      "key-frames", value: value, limit: "at most \(text(most, "s")) apart, closed",
      pass: distance <= most + 0.001 && reading.isClosed)
  }

  private var duration: Check {
    let (least, most) = (platform.duration.min, platform.duration.max)
    let seconds = reading.duration.decimal
    return Check(
      "duration", value: text(seconds, "s"), limit: "\(text(least, "s")) to \(text(most, "s"))",
      pass: seconds >= least && seconds <= most)
  }

  /// The video against what the sidecar says of it.
  private var length: Check {
    let wanted = request.draft.duration.frames(at: platform.rate)
    return Check(
      "frames", value: "\(reading.frames)", limit: "\(wanted)", pass: reading.frames == wanted)
  }

  private var start: Check {
    Check(
      "start",
      value: "\(reading.firstPresentation), \(pace)", limit: "0 s, steady",
      pass: reading.firstPresentation == .zero && reading.monotonic && reading.constantRate)
  }

  private var pace: String {
    reading.monotonic ? reading.constantRate ? "steady" : "uneven" : "time jumps back"
  }

  private var container: Check {
    let faults =
      [reading.moovFirst ? nil : "index at the end", reading.hasEditList ? "edit list" : nil]
      .compactMap { $0 }
    return Check(
      "container",
      value: faults.isEmpty ? "index first, no edit list" : faults.joined(separator: ", "),
      limit: "index first, no edit list", pass: faults.isEmpty)
  }

  private var bitRate: Check {
    let seconds = max(0.001, reading.duration.decimal)
    let rate = Double(bytes) * 8 / 1000 / seconds
    let limit = Double(platform.delivery.maxVideoRate + platform.delivery.audioRate)
    return Check(
      "bit-rate", value: text(rate, "kb/s"), limit: "at most \(text(limit, "kb/s"))",
      pass: rate <= limit)
  }

  private var fileSize: Check {
    let megabytes = Double(bytes) / 1_000_000
    return Check(
      "file-size", value: text(megabytes, "MB"),
      limit: "at most \(platform.delivery.maxFileSize) MB",
      pass: megabytes <= Double(platform.delivery.maxFileSize))
  }

  private var black: Check {
    Check(
      "black", value: text(reading.blackShare * 100, "%"), limit: "at most 10 %",
      pass: reading.blackShare <= 0.1)
  }

  private var bytes: Int {
    let facts = try? FileManager.default.attributesOfItem(atPath: request.movie)
    return facts?[.size] as? Int ?? 0
  }
}

/// A measure with at most two decimals and its unit.
func text(_ value: Double, _ unit: String) -> String {
  let rounded = (value * 100).rounded() / 100
  return (rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)") + " " + unit
}
