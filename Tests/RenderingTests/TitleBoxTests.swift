import Foundation
import Model
import Presets
import Rendering
import Support
import Synchronization
import Testing

/// Random words in every style on every platform: inside the box, whole, and nothing lost in
/// silence. `SHOPREEL_TITLES=<count>` tries more of them and prints the figures.
struct TitleBoxTests {
  private let presets = PresetLibrary(folders: .standard(given: nil, workspace: nil))

  private var count: Int {
    ProcessInfo.processInfo.environment["SHOPREEL_TITLES"].flatMap { Int($0) } ?? 12
  }

  /// `SHOPREEL_TITLES_KIND=title` tries that kind alone.
  private static let kinds: [Layer.Kind] =
    ProcessInfo.processInfo.environment["SHOPREEL_TITLES_KIND"].flatMap(Layer.Kind.init).map {
      [$0]
    }
    ?? [.title, .caption, .sticker, .label]

  /// What is counted, and the first few examples of each.
  private final class Tally: Sendable {
    struct State {
      var counts: [String: Int] = [:]
      var examples: [String] = []
    }
    private let state = Mutex(State())

    func add(_ name: String, _ example: @autoclosure () -> String) {
      state.withLock { state in
        state.counts[name, default: 0] += 1
        if state.examples.count < 20 { state.examples.append("\(name): \(example())") }
      }
    }

    func count(_ name: String) { state.withLock { $0.counts[name, default: 0] += 1 } }

    subscript(name: String) -> Int { state.withLock { $0.counts[name] ?? 0 } }
    var examples: [String] { state.withLock { $0.examples } }
  }

  private struct Job: Sendable {
    let boxes: TitleBoxes
    let name: String
  }

  /// Styles × platforms; platforms whose boxes are equal count once.
  private func jobs() throws -> (jobs: [Job], pairs: Int) {
    let platforms = try presets.folders.ids("platforms").map(presets.platform)
    var seen: Set<String> = []
    let distinct = platforms.filter { platform in
      seen.insert("\(platform.canvas) \(platform.safeZone) \(platform.cover) \(platform.locale)")
        .inserted
    }
    let styles = try presets.folders.ids("styles").map(presets.style)
    let jobs = styles.flatMap { style in
      distinct.map { platform in
        Job(
          boxes: TitleBoxes(style: style, platform: platform, locale: platform.locale),
          name: "\(style.id) on \(platform.id)")
      }
    }
    return (jobs, styles.count * platforms.count)
  }

  @Test func randomWordsStandInsideWholeAndNothingIsLostInSilence() async throws {
    var made = MadeWords(seed: 2026)
    let texts = (0..<count).map { _ in made.next() }
    let tally = Tally()
    let (jobs, pairs) = try jobs()
    await withTaskGroup(of: Void.self) { group in
      for job in jobs {
        group.addTask { for text in texts { Self.hold(text, job, tally) } }
      }
    }
    for name in ["outside", "unit broken", "word broken", "line start", "lost in silence"] {
      #expect(tally[name] == 0, "\(name): \(tally.examples)")
    }
    print(
      "titles: \(texts.count) texts × \(pairs) style-platform pairs (\(jobs.count) distinct),",
      "\(tally["boxes"]) boxes; outside \(tally["outside"]), units broken",
      "\(tally["unit broken"]), words broken \(tally["word broken"]), forbidden line starts",
      "\(tally["line start"]), lost in silence \(tally["lost in silence"]); set smaller than the",
      "style's least \(tally["shrunk"]), cut \(tally["cut"]), with glyphs named missing",
      "\(tally["missing"])")
  }

  private static func hold(_ text: String, _ job: Job, _ tally: Tally) {
    for kind in kinds {
      judge(
        job.boxes.words(kind, text), text, in: job.boxes.safe, "\(kind) in \(job.name)", tally)
    }
    guard kinds.count > 1 else { return }
    judge(
      job.boxes.cover(text), text, in: job.boxes.coverSafe, "cover in \(job.name)", tally)
    let offer = Offer(label: String(text.prefix(6)), price: text, reference: "¥129", basis: "日常价")
    tally.count("boxes")
    let box = job.boxes.price(offer)
    if !job.boxes.safe.contains(box) { tally.add("outside", "price '\(text)' in \(job.name)") }
  }

  private static func judge(
    _ placed: TitleBoxes.Placed, _ text: String, in safe: CGRect, _ place: String, _ tally: Tally
  ) {
    tally.count("boxes")
    let where_ = { "'\(text)' as \(placed.lines) \(placed.box) \(place)" }
    if !safe.insetBy(dx: -0.01, dy: -0.01).contains(placed.box) { tally.add("outside", where_()) }
    if placed.isShrunk { tally.count("shrunk") }
    if !placed.missing.isEmpty { tally.count("missing") }
    let starts = Set("，。！？；：、）】》」』”’…—,.!?;:)]}%％℃°")
    if placed.lines.dropFirst().contains(where: { $0.first.map(starts.contains) ?? false }) {
      tally.add("line start", where_())
    }
    guard !placed.isCut else { return tally.count("cut") }
    let shown = placed.lines.joined().filter { !$0.isWhitespace }
    let gone = text.filter { letter in
      !letter.isWhitespace && !shown.contains(letter) && !placed.missing.contains(letter)
        && letter != "\u{202E}"
    }
    if !gone.isEmpty { tally.add("lost in silence", "\(gone) of \(where_())") }
    // Where characters are missing, what is left is set; the rules hold for that.
    let left = String(text.filter { !placed.missing.contains($0) && $0 != "\u{202E}" })
    for (name, pattern) in [("unit broken", unit), ("word broken", word)] {
      for piece in matches(pattern, in: left) {
        let solid = piece.filter { !$0.isWhitespace }
        let isWhole = placed.lines.contains { line in
          line.filter { !$0.isWhitespace }.contains(solid)
        }
        if !isWhole { tally.add(name, "'\(piece)' of \(where_())") }
      }
    }
  }

  /// A number with its currency before it and its unit behind it; the `oz` of `ozone` is none.
  private static let unit =
    #"[¥￥$€]?\d+(?:[.,]\d+)*(?:\s?(?:元|块|码|件套|寸|袋|年|代|折)|\s?(?:kg|g|ml|L|oz|mAh)(?![A-Za-zé])|%|℃)?"#
  private static let word = "[A-Za-zé]{2,}"

  private static func matches(_ pattern: String, in text: String) -> [String] {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
    let whole = NSRange(text.startIndex..., in: text)
    return expression.matches(in: text, range: whole).compactMap {
      Range($0.range, in: text).map { String(text[$0]) }
    }
  }

  @Test func everyPlatformsOwnButtonsLieOutsideItsSafeBox() throws {
    for id in presets.folders.ids("overlays") {
      let platform = try presets.platform(id)
      let overlay = try #require(try presets.overlay(id))
      let safe = TitleBoxes(
        style: try presets.style("clean"), platform: platform, locale: .zh
      ).safe
      for item in overlay.items {
        let box = CGRect(
          x: item.box[0], y: item.box[1], width: item.box[2], height: item.box[3])
        #expect(!box.intersects(safe), "\(id): \(item)")
        #expect(
          CGRect(x: 0, y: 0, width: platform.canvas.width, height: platform.canvas.height)
            .contains(box), "\(id): \(item)")
      }
    }
  }
}
