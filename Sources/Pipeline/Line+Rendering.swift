import Checking
import Foundation
import Hashing
import Media
import Model
import Presets
import Rendering
import Threading
import Timing
import Workspace

extension Line {
  /// Every timeline that is wanted; ones that cannot be read are named.
  func timelines(_ report: inout StageReport) throws -> [Timeline] {
    let names = workspace.files(below: "work/timelines").filter { $0.hasSuffix(".otio") }
    let wanted = Set(try platforms().map(\.id))
    guard FileManager.default.fileExists(atPath: workspace.work("timelines").path) else {
      throw PipelineError(
        .inputMissing, "work/timelines is not there: run 'shopreel cut' first")
    }
    return names.compactMap { name in
      do {
        let data = try Data(contentsOf: workspace.root.appendingPathComponent(name))
        return try Timeline(otio: data)
      } catch {
        report.failed.append(.init(name, "\(error)"))
        return nil
      }
    }
    .filter { wanted.contains($0.platform) && wants($0.sku) }
  }

  func renderDrafts() async throws -> StageReport {
    if let mismatch = Components.mismatch() {
      throw PipelineError(.componentMissing, mismatch)
    }
    var report = StageReport(.render, .made)
    let requests = try requests(&report)
    report.notes += WordSurvey.findings(in: requests).map(\.message)
    let verdicts = try verdicts()
    let (kept, stale) = try requests.partitioned { try isKept($0, verdicts, &report) }
    setAside(stale.map(\.timeline))
    report.kept = kept.count
    reporter.begin(.render, items: stale.count)
    let desk = DraftDesk(line: self)
    let store = try store()
    let watch = NightWatch(until: options.until) { [workspace] in
      FreeSpace.bytes(at: workspace.root)
    }
    warnOfSpace(for: stale)
    let stage = RenderStage(
      store: StoredParts(store: store), jobs: options.jobs, resolve: { try workspace.file($0) },
      identity: { identity($0) },
      admits: {
        watch.admits($0.place, seconds: $0.timeline.duration.decimal, bytes: $0.bytesAtMost)
      },
      finished: {
        desk.take($0, $1)
        watch.finished($0.place)
      })
    await run(stage, on: mostValuableFirst(stale))
    try checkInterrupted()
    watch.close(stale.map(\.place))
    report.left = watch.left
    report.made = desk.made
    report.failed += desk.failures
    if options.proofs { report.notes += try drawProofs(of: requests) }
    if desk.made > 0 { _ = store.prune(to: store.limit, sparing: desk.keys) }
    report.places = ["drafts"]
    return report
  }

  /// Renders until all is done or the time is over, whichever is first.
  private func run(_ stage: RenderStage, on requests: [RenderRequest]) async {
    let work = Task { await stage.run(requests) }
    let alarm = options.until.map { until in
      Task {
        try await Task.sleep(for: .seconds(max(0, until.timeIntervalSinceNow)))
        work.cancel()
      }
    }
    await withTaskCancellationHandler {
      await work.value
    } onCancel: {
      work.cancel()
    }
    alarm?.cancel()
  }

  /// The products in the order of the selection, so that what a short night leaves matters least.
  private func mostValuableFirst(_ requests: [RenderRequest]) -> [RenderRequest] {
    let selection = try? workspace.read(Selection.self, at: workspace.work("selection.json"))
    let ranks = Dictionary(
      (selection?.selected ?? []).map { ($0.sku, $0.rank) }, uniquingKeysWith: min)
    let order = requests.enumerated().sorted { first, second in
      let (a, b) = (ranks[first.element.timeline.sku], ranks[second.element.timeline.sku])
      return (a ?? .max, first.offset) < (b ?? .max, second.offset)
    }
    return order.map(\.element)
  }

  private func warnOfSpace(for requests: [RenderRequest]) {
    let needed = requests.reduce(0) { $0 + $1.bytesAtMost }
    guard let space = FreeSpace.bytes(at: workspace.root),
      space.free - FreeSpace.reserve(of: space.whole) < needed
    else { return }
    reporter.complain(
      "warning: \(requests.count) drafts may take \(needed / 1_000_000) MB, and "
        + "\(space.free / 1_000_000) MB are free; drafts that do not fit will be left")
  }

  /// A request for every timeline that is wanted; what cannot be asked for is named.
  private func requests(_ report: inout StageReport) throws -> [RenderRequest] {
    let scripts = Dictionary(
      try scripts().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let links = Dictionary(
      try catalogue().products.map { ($0.sku, $0.link) }, uniquingKeysWith: { first, _ in first })
    let setup = try RenderSetup(self)
    return try timelines(&report).compactMap { timeline -> RenderRequest? in
      guard let script = scripts[timeline.script], let post = script.post[timeline.platform],
        let platform = setup.platforms[timeline.platform]
      else {
        report.failed.append(.init(timeline.id, "its script '\(timeline.script)' is gone"))
        return nil
      }
      var chosen = timeline
      chosen.cover.choice = setup.covers[timeline.id] ?? timeline.cover.choice
      return request(chosen, script, post, platform, setup, link: links[timeline.sku] ?? nil)
    }
  }

  private func request(
    _ timeline: Timeline, _ script: Script, _ post: Post, _ platform: Platform,
    _ setup: RenderSetup, link: String?
  ) -> RenderRequest {
    let contract = setup.contracts[platform.id] ?? RenderContract(platform)
    let style = setup.style(for: timeline)
    var print = setup.print
    print.add("style", style)
    print.add("timeline", timeline)
    print.add("contract", contract)
    print.add("delivery", platform.delivery)
    print.add("cover", platform.cover)
    print.add("cover words", platform.text.coverMax)
    print.add("kept words", post.factsOnCover)
    print.add("sound", platform.sound)
    print.add("locale", script.locale.rawValue)
    for file in timeline.files { print.add(file, identity(file)) }
    return RenderRequest(
      timeline: timeline,
      post: post.labelled(
        timeline.sound.aiLabels, script.locale, within: platform.text.captionMax),
      hook: script.hook, link: link, platform: platform,
      contract: contract, style: style, quality: setup.quality, brand: brand,
      locale: script.locale, folder: workspace.drafts(timeline.platform),
      pictureFingerprint: print.text,
      contentFingerprint: contentFingerprint(timeline, post, script.locale))
  }

  /// What a draft shows and says, whichever way it is drawn.
  private func contentFingerprint(_ timeline: Timeline, _ post: Post, _ locale: CopyLocale)
    -> String
  {
    var print = Fingerprint()
    print.add("timeline", timeline)
    print.add("kept words", post.factsOnCover)
    print.add("locale", locale.rawValue)
    for file in timeline.files { print.add(file, identity(file)) }
    return print.text
  }

  private func identity(_ file: String) -> String {
    (try? ledger.identity(of: workspace.file(file))) ?? "missing"
  }

  func sidecar(_ platform: String, _ id: String) -> URL {
    workspace.drafts("\(platform)/\(id).json")
  }

  /// Whether the video lies there as it was made; a post that alone has changed is written anew. One
  /// that was approved stays whichever way drafts are drawn now, as long as it shows the same.
  private func isKept(
    _ request: RenderRequest, _ verdicts: Verdicts, _ report: inout StageReport
  ) throws -> Bool {
    let file = sidecar(request.timeline.platform, request.timeline.id)
    guard let draft = try? workspace.read(Draft.self, at: file) else { return false }
    func lose(_ zh: String, _ en: String) {
      let reason = options.locale == .zh ? zh : en
      report.notes += [lostApproval(of: draft, among: verdicts, to: reason)].compactMap { $0 }
    }
    let isApproved = verdicts.verdict(on: draft).state == .approved
    guard draft.pictureFingerprint == request.pictureFingerprint
      || isApproved && draft.contentFingerprint == request.contentFingerprint
    else {
      lose("画面、口播或素材变了", "its pictures, words or sources have changed")
      return false
    }
    guard request.covers.allSatisfy({ FileManager.default.fileExists(atPath: $0.path) }),
      hash(request.movie) == draft.sha256
    else {
      lose("文件缺失或被改动", "its files are gone or were changed")
      return false
    }
    guard try holdsPost(draft, of: request, at: file) else {
      lose("封面字变了", "the words on its cover have changed")
      return false
    }
    if let now = try workspace.read(Draft.self, at: file), now.edition != draft.edition {
      lose("发布文案变了", "its post has changed")
    }
    return true
  }

  /// Writes a post that alone has changed; false where it stands on the cover.
  private func holdsPost(_ known: Draft, of request: RenderRequest, at file: URL) throws -> Bool {
    var draft = known
    let post = Post(
      title: draft.title, caption: draft.caption, hashtags: draft.hashtags,
      coverText: draft.coverText, cta: draft.cta, facts: request.post.facts)
    guard post != request.post || draft.link != request.link else { return true }
    draft.title = request.post.title
    draft.caption = request.post.caption
    draft.hashtags = request.post.hashtags
    draft.cta = request.post.cta
    draft.link = request.link
    guard draft.coverText == request.post.coverText else { return false }
    try workspace.write(draft, at: file)
    return true
  }
}

extension Timeline {
  /// Every file the draft is made from, relative to the workspace.
  var files: Set<String> {
    let layers = layers.flatMap { [$0.image, $0.logo].compactMap { $0 } }
    let sounds = (sound.voices + sound.clips).map(\.file) + [sound.music?.file].compactMap { $0 }
    let tables = shots.compactMap { $0.color?.lut }
    return Set(shots.map(\.file) + layers + sounds + tables).subtracting([""])
  }
}

/// What all drafts of a run share, read once.
private struct RenderSetup {
  /// By id: the usual one and those that the settings name.
  private let styles: [String: Style]
  private let settings: Settings.Render
  let quality: Quality
  /// The cover that people chose, by draft, counted from 1.
  let covers: [String: Int]
  let platforms: [String: Platform]
  /// By platform. All platforms of the workspace share, whichever are rendered now.
  let contracts: [String: RenderContract]
  /// The part of a fingerprint that is the same for all.
  let print: Fingerprint

  init(_ line: Line) throws {
    settings = line.settings.render
    let ids = Set([settings.style] + settings.styles.values)
    styles = Dictionary(
      uniqueKeysWithValues: try ids.sorted().map { ($0, try line.presets.style($0)) })
    covers = try line.presets.coverEdits(at: line.coverEditsFile)
      .merging(try line.verdicts().covers) { _, decided in decided }
    quality = try line.quality()
    let all = try line.settings.platforms.map(line.presets.platform)
    platforms = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    contracts = RenderContract.contracts(for: all, keeping: quality.commonBox)
    var print = Fingerprint()
    print.add("quality", quality)
    print.add("brand", line.brand)
    print.add("renderer", RenderStage.version)
    print.add("ffmpeg", Components.versions().map(\.loaded))
    self.print = print
  }

  /// The style of a draft: its script's, its product's, its platform's, or the usual one.
  func style(for timeline: Timeline) -> Style {
    let named = [timeline.script, timeline.sku, timeline.platform].compactMap {
      settings.styles[$0]
    }
    return styles[named.first ?? settings.style] ?? styles.values.first!
  }
}

extension Array {
  /// Those a question is answered with yes, and the rest, both in order.
  fileprivate func partitioned(_ belongs: (Element) throws -> Bool) rethrows -> (
    [Element], [Element]
  ) {
    var (yes, no): ([Element], [Element]) = ([], [])
    for element in self {
      if try belongs(element) { yes.append(element) } else { no.append(element) }
    }
    return (yes, no)
  }
}
