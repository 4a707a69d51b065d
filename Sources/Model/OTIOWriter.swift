import Foundation
import Timing

/// Lays a timeline out as OTIO tracks.
struct OTIOWriter {
  let timeline: Timeline
  let mediaPrefix: String

  func document() -> OTIOObject {
    var stack = OTIOObject("Stack.1")
    stack.name = "tracks"
    stack.children = [pictures()] + sounds()
    stack.markers = timeline.layers.map(marker)
    stack.effects = []
    var document = OTIOObject("Timeline.1")
    document.name = timeline.id
    document.tracks = OTIOChild(stack)
    document.global_start_time = OTIOTime(.zero, timeline.rate)
    document.metadata = OTIOMetadata(
      shopreel: OTIOShopreel(schema: Timeline.otioSchema, timeline: timeline))
    return document
  }

  private func pictures() -> OTIOObject {
    track(
      "pictures", "Video",
      timeline.shots.enumerated().flatMap { index, shot in
        [index > 0 ? shot.transition.map(transition) : nil, clip(shot)].compactMap(\.self)
      })
  }

  /// Half of it lies before the cut and half behind.
  private func transition(_ plan: ShotTransition) -> OTIOObject {
    var transition = OTIOObject("Transition.1")
    transition.name = plan.kind.rawValue
    transition.transition_type = "Custom_Transition"
    transition.in_offset = OTIOTime(plan.length * Rational(1, 2), timeline.rate)
    transition.out_offset = OTIOTime(plan.length * Rational(1, 2), timeline.rate)
    return transition
  }

  /// OTIO's clip is as long as it stands on the track; a time warp says how fast its source runs.
  private func clip(_ shot: TimelineShot) -> OTIOObject {
    var clip = external(
      shot.take ?? shot.shot, shot.file,
      TimeRange(start: shot.source.start, duration: shot.range.duration))
    if shot.speed != 1 {
      var warp = OTIOObject("LinearTimeWarp.1")
      warp.name = ""
      warp.effect_name = "LinearTimeWarp"
      warp.time_scalar = shot.speed.double
      clip.effects = [warp]
    }
    clip.metadata = OTIOMetadata(
      shopreel: OTIOShopreel(at: shot.range.start, reason: shot.reason))
    return clip
  }

  private func sounds() -> [OTIOObject] {
    var tracks: [OTIOObject] = []
    let plan = timeline.sound
    if !plan.voices.isEmpty { tracks.append(track("voice", "Audio", gapped(plan.voices))) }
    if !plan.clips.isEmpty { tracks.append(track("clip sound", "Audio", gapped(plan.clips))) }
    if let music = plan.music {
      let range = TimeRange(
        start: plan.musicOffset, duration: min(timeline.duration, music.duration))
      tracks.append(track("music", "Audio", [external(music.title, music.file, range)]))
    }
    return tracks
  }

  /// Cues in order with gaps between them.
  private func gapped(_ cues: [SoundCue]) -> [OTIOObject] {
    var end = Time.zero
    return cues.sorted { $0.at < $1.at }.flatMap { cue -> [OTIOObject] in
      var items: [OTIOObject] = []
      if cue.at > end {
        var gap = OTIOObject("Gap.1")
        gap.name = ""
        gap.source_range = OTIORange(TimeRange(from: .zero, to: cue.at - end), timeline.rate)
        gap.effects = []
        gap.markers = []
        gap.enabled = true
        items.append(gap)
      }
      end = max(end, cue.range.end)
      items.append(external(cue.file, cue.file, cue.source))
      return items
    }
  }

  private func track(_ name: String, _ kind: String, _ children: [OTIOObject]) -> OTIOObject {
    var track = OTIOObject("Track.1")
    track.name = name
    track.kind = kind
    track.children = children
    track.effects = []
    track.markers = []
    track.enabled = true
    return track
  }

  private func external(_ name: String, _ file: String, _ range: TimeRange) -> OTIOObject {
    var reference = OTIOObject(file.isEmpty ? "MissingReference.1" : "ExternalReference.1")
    if !file.isEmpty {
      let escaped = file.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? file
      reference.target_url = mediaPrefix + escaped
    }
    var clip = OTIOObject("Clip.2")
    clip.name = name
    clip.source_range = OTIORange(range, timeline.rate)
    clip.media_references = ["DEFAULT_MEDIA": reference]
    clip.active_media_reference_key = "DEFAULT_MEDIA"
    clip.effects = []
    clip.markers = []
    clip.enabled = true
    return clip
  }

  private func marker(_ layer: Layer) -> OTIOObject {
    var marker = OTIOObject("Marker.2")
    marker.name = "\(layer.kind.rawValue): \(layer.text)"
    marker.color = layer.kind == .caption ? "WHITE" : "YELLOW"
    marker.marked_range = OTIORange(layer.range, timeline.rate)
    marker.metadata = OTIOMetadata(shopreel: OTIOShopreel(text: layer.text))
    return marker
  }
}
