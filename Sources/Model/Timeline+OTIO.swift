public import Foundation
import Timing

/// A timeline as OpenTimelineIO JSON (https://opentimelineio.readthedocs.io): pictures and sounds as
/// tracks of clips, layers as markers, and what OTIO has no word for under `metadata.shopreel`.
extension Timeline {
  static let otioSchema = "timeline/1"

  /// - Parameter mediaPrefix: What is put before a workspace-relative path, for example `../../`.
  /// - Throws: `EncodingError` when a number is not finite.
  public func otioData(mediaPrefix: String) throws -> Data {
    let writer = OTIOWriter(timeline: self, mediaPrefix: mediaPrefix)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return try encoder.encode(writer.document()) + Data("\n".utf8)
  }

  /// Reads a timeline that `otioData` wrote, with ranges and order as they now stand in its clips.
  ///
  /// - Throws: `ArtefactError` when the file is not one of ours.
  public init(otio data: Data) throws {
    let decoder = JSONDecoder()
    guard let document = try? decoder.decode(OTIOObject.self, from: data),
      let stored = document.metadata?.shopreel
    else {
      throw ArtefactError(
        code: .notJSON, message: "not an OpenTimelineIO file with 'metadata.shopreel'")
    }
    guard stored.schema == Timeline.otioSchema, var timeline = stored.timeline else {
      throw ArtefactError(
        code: .wrongSchema,
        message: "schema is '\(stored.schema ?? "")', expected '\(Timeline.otioSchema)'")
    }
    let clips = document.tracks?.children?.first { $0.kind == "Video" }?.children ?? []
    let byShot = Dictionary(
      timeline.shots.map { ($0.range.start, $0) }, uniquingKeysWith: { first, _ in first })
    var start = Time.zero
    timeline.shots = clips.compactMap { clip in
      guard let source = clip.source_range?.range,
        let at = clip.metadata?.shopreel?.at, var shot = byShot[at]
      else { return nil }
      // A clip is as long as it stands; what it shows of its source is longer or shorter.
      shot.source = TimeRange(start: source.start, duration: source.duration * shot.speed)
      shot.range = TimeRange(start: start, duration: source.duration)
      start = shot.range.end
      return shot
    }
    self = timeline.snapped
  }

  /// Seconds stand as decimals in the file; here they are back on the frame grid.
  private var snapped: Timeline {
    func snap(_ range: TimeRange) -> TimeRange {
      TimeRange(from: range.start.snapped(to: rate), to: range.end.snapped(to: rate))
    }
    var result = self
    for index in layers.indices {
      result.layers[index].range = snap(layers[index].range)
      for word in layers[index].words.indices {
        result.layers[index].words[word].at = layers[index].words[word].at.snapped(to: rate)
      }
    }
    for index in sound.voices.indices {
      result.sound.voices[index].at = sound.voices[index].at.snapped(to: rate)
    }
    for index in sound.clips.indices {
      result.sound.clips[index].at = sound.clips[index].at.snapped(to: rate)
      result.sound.clips[index].source = snap(sound.clips[index].source)
    }
    result.cover.at = cover.at.snapped(to: rate)
    for index in cover.candidates.indices {
      result.cover.candidates[index].range = snap(cover.candidates[index].range)
    }
    return result
  }
}

/// The part of OTIO's vocabulary that a cut needs; keys are OTIO's own.
struct OTIOObject: Codable {
  var OTIO_SCHEMA: String
  var name: String?
  var kind: String?
  var color: String?
  var enabled: Bool?
  var tracks: OTIOChild?
  var children: [OTIOObject]?
  var markers: [OTIOObject]?
  var effects: [OTIOObject]?
  var source_range: OTIORange?
  var marked_range: OTIORange?
  var available_range: OTIORange?
  var effect_name: String?
  var time_scalar: Double?
  var transition_type: String?
  var in_offset: OTIOTime?
  var out_offset: OTIOTime?
  var global_start_time: OTIOTime?
  var media_references: [String: OTIOObject]?
  var active_media_reference_key: String?
  var target_url: String?
  var metadata: OTIOMetadata?

  init(_ schema: String) { OTIO_SCHEMA = schema }
}

/// A boxed child, since a struct cannot hold itself.
final class OTIOChild: Codable {
  let object: OTIOObject
  var children: [OTIOObject]? { object.children }

  init(_ object: OTIOObject) { self.object = object }
  init(from decoder: any Decoder) throws { object = try OTIOObject(from: decoder) }
  func encode(to encoder: any Encoder) throws { try object.encode(to: encoder) }
}

struct OTIOMetadata: Codable {
  var shopreel: OTIOShopreel?
}

struct OTIOShopreel: Codable {
  var schema: String?
  var timeline: Timeline?
  /// A clip's place in the timeline as it was cut, in seconds.
  var at: Time?
  var reason: String?
  var text: String?
}

struct OTIOTime: Codable {
  var OTIO_SCHEMA = "RationalTime.1"
  var rate: Double
  var value: Double

  init(_ time: Time, _ rate: FrameRate) {
    self.rate = rate.framesPerSecond.double
    value = (time.seconds * rate.framesPerSecond).double
  }

  var time: Time? {
    guard let grid = FrameRate.parse("\(rate)"), value.isFinite, abs(value) < 1e12 else {
      return nil
    }
    return value == value.rounded()
      ? Time(frames: Int(value), at: grid)
      : Time(Time(decimal: value).seconds / grid.framesPerSecond)
  }
}

struct OTIORange: Codable {
  var OTIO_SCHEMA = "TimeRange.1"
  var start_time: OTIOTime
  var duration: OTIOTime

  init(_ range: TimeRange, _ rate: FrameRate) {
    start_time = OTIOTime(range.start, rate)
    duration = OTIOTime(range.duration, rate)
  }

  var range: TimeRange? {
    guard let start = start_time.time, let length = duration.time else { return nil }
    return TimeRange(start: start, duration: length)
  }
}
