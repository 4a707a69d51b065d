import CFFmpeg
import CFFmpegShims
import Pixels
import Timing

/// Reads finished drafts back.
public enum DraftReader {
  /// Decodes every picture and all sound of a draft.
  ///
  /// - Throws: `MediaError` as `Probe.facts` does, and `.noPicture` when no picture can be decoded.
  /// - Complexity: O(pictures + samples); about the time of one decode.
  public static func read(_ path: String) throws -> DraftReading {
    let facts = try Probe.facts(of: path)
    let boxes = (try? Probe.boxes(of: path)) ?? []
    let scan = try PictureScan(path)
    guard scan.frames > 0 else {
      throw MediaError(.noPicture, "none of its pictures can be decoded", path: path)
    }
    let sound = facts.audio == nil ? nil : try SoundReader.read(path)
    let moov = boxes.firstIndex(of: "moov")
    let media = boxes.firstIndex(of: "mdat")
    return DraftReading(
      facts: facts, frames: scan.frames, damagedPackets: scan.damaged,
      duration: Clock.time(scan.end), soundDuration: sound?.duration,
      firstPresentation: Clock.time(scan.first), monotonic: scan.isMonotonic,
      constantRate: scan.isConstant, longestGOP: scan.longestGOP,
      isClosed: scan.isClosed,
      loudness: try sound.map { try Loudness.measure($0) }, hasEditList: boxes.contains("elst"),
      moovFirst: moov.map { index in media.map { index < $0 } ?? true } ?? false,
      blackShare: Double(scan.blackFrames) / Double(scan.frames), blackRanges: scan.black.ranges,
      frozenRanges: scan.frozen.ranges, silentRanges: sound.map(silence) ?? [])
  }

  /// Stretches of half a second or more in which no sample reaches -60 dBFS.
  static func silence(_ sound: SoundBuffer) -> [TimeRange] {
    var runs = Runs(shortest: Clock.second / 2)
    let block = max(1, sound.rate / 100)
    for start in stride(from: 0, to: sound.frames, by: block) {
      let end = min(sound.frames, start + block)
      let peak = sound.samples[(start * sound.channels)..<(end * sound.channels)]
        .reduce(Float(0)) { max($0, abs($1)) }
      func time(_ frame: Int) -> Nanoseconds {
        av_rescale(Int64(frame), Clock.second, Int64(sound.rate))
      }
      runs.add(peak < 0.001, time(start), time(end))
    }
    runs.close()
    return runs.ranges
  }
}

/// Gathers stretches in which something holds.
struct Runs {
  let shortest: Nanoseconds
  private(set) var ranges: [TimeRange] = []
  private var open: (Nanoseconds, Nanoseconds)?

  init(shortest: Nanoseconds) { self.shortest = shortest }

  mutating func add(_ holds: Bool, _ start: Nanoseconds, _ end: Nanoseconds) {
    if holds {
      open = (open?.0 ?? start, end)
    } else {
      close()
    }
  }

  mutating func close() {
    if let (start, end) = open, end - start >= shortest {
      ranges.append(TimeRange(from: Clock.time(start), to: Clock.time(end)))
    }
    open = nil
  }
}
