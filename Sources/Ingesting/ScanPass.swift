import Model
import Pixels
import Timing

/// What one way through a clip gathers; `add` is called in the order of time.
///
/// A further measure of pictures is fed in `add`: it gets each sample once, small, with its time.
struct ScanPass {
  private(set) var track = SlateTrack()
  private(set) var line: SampleLine
  private(set) var look = SparseLook()
  private(set) var subjects = SubjectMeter()
  /// When the last sample was taken.
  private(set) var last: Time?
  /// When a slate was last read.
  private var lastSlate: Time?
  /// When a slate, or something like one, was last seen.
  private(set) var lastSeen: Time?
  /// What was read at the last search.
  private(set) var slates: Set<String> = []
  private let policy: IngestPolicy.Slates
  private let quality: IngestPolicy.Quality
  private let reader = SlateReader()
  /// The clip's length by its container.
  private let end: Time?
  private var meter: QualityMeter
  private var lastSearch: Double?
  /// When the large picture was last searched in vain.
  private var lastLarge: Double?
  /// When a slate was last read where the large picture was searched too.
  private var lastLargeSlate: Double?
  /// Samples since the last search, which are searched as well when the next one finds something.
  private var kept: [(image: GrayImage, time: Time)] = []

  init(policy: IngestPolicy, end: Time?) {
    self.policy = policy.slates
    self.quality = policy.quality
    self.end = end
    line = SampleLine(step: policy.slates.step)
    meter = QualityMeter(policy: policy.quality)
  }

  /// Takes a picture; one that does not lie behind all before is passed over.
  ///
  /// - Parameter tint: Gives its colours on a grid of so many cells along the longer side.
  mutating func add(_ image: GrayImage, at time: Time, tint: (Int) -> TintImage?) {
    if let last, time <= last { return }
    let small = image.fitted(within: policy.longSide)
    look(at: image, small, time, tint)
    let gap = last.map { time.decimal - $0.decimal }
    let isNext = gap.map { abs($0 - policy.step) < policy.step / 10 } ?? false
    if !isNext { meter = QualityMeter(policy: quality) }
    let sample = meter.measure(small)
    line.add(sample, at: time.decimal, moved: isNext)
    let face = look.add(small, at: time.decimal)
    subjects.add(
      small, at: time.decimal, stir: isNext ? meter.stir : nil, speed: sample.speed, face: face,
      tint: tint)
    last = time
  }

  /// Searches a picture out of the order of time, and measures nothing.
  mutating func search(_ image: GrayImage, at time: Time) {
    let small = image.fitted(within: policy.longSide)
    track.add(reader.look(at: image, small: small, isNearEnd: false), at: time)
  }

  /// Where the clip ends; nil when nothing was seen.
  ///
  /// A picture may stand as long as others did; where much more is missing, the file breaks off.
  func readable(longestGap: Time) -> Time? {
    guard let seen = last.map({ $0 + Time(decimal: policy.step) }) else { return nil }
    guard let end, seen < end else { return end ?? seen }
    let lost = end.decimal - seen.decimal
    return lost <= 2 * max(longestGap.decimal, policy.step) ? end : seen
  }

  private mutating func look(
    at image: GrayImage, _ small: GrayImage, _ time: Time, _ tint: (Int) -> TintImage?
  ) {
    let now = time.decimal
    guard isWorthSearching(now) else {
      kept.append((small, time))
      if Double(kept.count) * policy.step > ScanWalk.pace { kept.removeFirst() }
      return
    }
    let isLarge = isWorthSearchingLarge(now)
    let found = reader.look(at: image, small: small, isNearEnd: isLarge)
    let payloads = Set(found.slates.map(\.payload.text))
    if isLarge {
      if payloads.isEmpty { lastLarge = now } else { noteLarge(found.slates, small, now) }
    }
    if payloads != slates {
      for past in kept { search(past.image, at: past.time) }
    }
    kept = []
    track.add(found, at: time)
    if let slate = found.slates.first {
      subjects.see(slate, width: image.width, height: image.height, tint: tint)
    }
    slates = payloads
    lastSearch = now
    if !found.slates.isEmpty { lastSlate = time }
    if !found.slates.isEmpty || !found.unread.isEmpty { lastSeen = time }
  }

  /// A slate that the large picture alone shows may have stood there ever since that was searched.
  private mutating func noteLarge(_ found: [SlateSighting], _ small: GrayImage, _ now: Double) {
    lastLargeSlate = now
    guard let lastLarge, lastLarge + policy.step < now, reader.read(small).isEmpty else { return }
    for sighting in found where !slates.contains(sighting.payload.text) {
      track.add(sighting, at: Time(decimal: lastLarge + policy.step))
    }
  }

  private func isWorthSearching(_ now: Double) -> Bool {
    if isNearEnd(now) { return true }
    if let lastSeen, now - lastSeen.decimal <= ScanWalk.pace + policy.step { return true }
    return lastSearch.map { now - $0 >= ScanWalk.pace - policy.step / 2 } ?? true
  }

  /// At the ends: every sample until a slate was found, then twice a second once it has gone.
  private func isWorthSearchingLarge(_ now: Double) -> Bool {
    if let lastLargeSlate, now - lastLargeSlate <= ScanWalk.pace { return true }
    guard isNearEnd(now) else { return false }
    guard let lastSlate else { return true }
    let pace = ScanWalk.pace / 2 - policy.step / 2
    return now - lastSlate.decimal > 2 * ScanWalk.pace
      && lastLarge.map { now - $0 >= pace } ?? true
  }

  private func isNearEnd(_ now: Double) -> Bool {
    now < policy.head || end.map { now > $0.decimal - policy.tail } ?? false
  }
}
