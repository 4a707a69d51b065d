public import Foundation
import Media
public import Model
import Timing

/// Films the shots of a shot list: raw clips with slates, several takes of each, and the faults of
/// a real day on set, whose truth is known.
public struct DemoFootage: Sendable {
  private let seed: UInt64
  private let clips: Int
  private let shorterSide: Int

  /// - Parameters:
  ///   - seed: The same seed films the same bytes.
  ///   - clips: How many clips to make, about; each shot has one take at least and three at most.
  ///   - shorterSide: Of the pictures, in pixels; slates need about 300 to be read.
  public init(seed: UInt64 = 1, clips: Int = 108, shorterSide: Int = 720) {
    self.seed = seed
    self.clips = clips
    self.shorterSide = shorterSide
  }

  /// Films into a folder, which is made when it is not there.
  ///
  /// The truth is also written as `footage-truth.json` beside the folder.
  ///
  /// - Parameters:
  ///   - shots: What to film; one of those that need not be is left out.
  ///   - jobs: Clips filmed at the same time.
  ///   - progress: Is told each clip's name once it is there, from any thread.
  /// - Throws: `MediaError` or `DrawingError` when a clip cannot be made, `CocoaError` when the
  ///   folder cannot be written.
  public func film(
    _ shots: [ListedShot], to folder: URL, jobs: Int,
    progress: @escaping @Sendable (String) -> Void
  ) throws -> DemoTruth {
    let plan = FilmPlan(shots, seed: seed, clips: clips, shorterSide: shorterSide)
    try makeFolders(plan, in: folder)
    let groups = Dictionary(grouping: plan.takes, by: \.shot.id)
    let order = plan.takes.filter { $0.take == 1 }.map(\.shot.id)
    try Lanes(count: jobs).run(order.compactMap { groups[$0] }) { takes in
      try film(takes, in: folder, progress: progress)
    }
    var truth = DemoTruth(clips: plan.takes.map(Self.truth), unfilmed: plan.unfilmed)
    truth.clips += try Mishaps(seed: seed).write(to: folder)
    try truth.write(
      to: folder.deletingLastPathComponent().appendingPathComponent("footage-truth.json"))
    return truth
  }

  private func makeFolders(_ plan: FilmPlan, in folder: URL) throws {
    let folders = Set(plan.takes.map { ($0.file as NSString).deletingLastPathComponent })
    for name in folders.sorted() {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
  }

  /// Films all takes of one shot, whose scene is drawn once, and once more where the focus is lost.
  private func film(
    _ takes: [TakePlan], in folder: URL, progress: @Sendable (String) -> Void
  ) throws {
    guard let first = takes.first else { return }
    let look = ShotLook(first.shot, seed: seed)
    let (width, height) = (first.camera.width, first.camera.height)
    var sharp: Scene?
    for take in takes {
      let scene: Scene
      if take.fault == .focus {
        scene = try Scene(look, width: width, height: height, soft: 4)
      } else {
        scene = try sharp ?? Scene(look, width: width, height: height, soft: 1)
        sharp = scene
      }
      let file = folder.appendingPathComponent(take.file)
      try film(take, scene, to: file)
      try Mishaps(seed: seed).damage(file, take.damage)
      try Mishaps.date(file, minute: take.minute)
      progress(take.file)
    }
  }

  private func film(_ take: TakePlan, _ scene: Scene, to file: URL) throws {
    let turned = take.rotation == 90 || take.rotation == 270
    let encoding = VideoEncoding(
      width: turned ? scene.height : scene.width, height: turned ? scene.width : scene.height,
      rate: take.camera.rate, options: ["crf": "25", "preset": "ultrafast"],
      gop: 60, threads: 1, rotation: take.rotation)
    let writer = try MovieWriter(
      path: file.path, video: encoding,
      sound: take.sound ? SoundEncoding(channels: 1, kbps: 96) : nil)
    let filmer = try TakeFilmer(take, scene: scene, seed: seed)
    var random = SeededGenerator(seed: seed, "grain \(take.file)")
    for index in 0..<filmer.pictures {
      try writer.write(filmer.picture(index, random: &random))
    }
    if take.sound {
      var sound = ClipSound(take, kind: scene.look.look.kind, seed: seed)
      try writer.write(sound.record())
    }
    try writer.finish()
  }

  private static func truth(_ take: TakePlan) -> DemoTruth.Clip {
    DemoTruth.Clip(
      file: take.file, sku: take.shot.sku, shot: take.shot.id, take: take.take, slate: take.slate,
      slateReadable: take.slateReadable, mark: take.mark, rank: take.rank, fault: take.fault,
      rotation: take.rotation, width: take.camera.width, height: take.camera.height,
      rate: "\(take.camera.rate.framesPerSecond)", sound: take.sound,
      start: (take.sceneStart * 1000).rounded() / 1000,
      end: (take.sceneEnd * 1000).rounded() / 1000, damage: take.damage)
  }
}

extension DemoTruth {
  /// Writes the truth as JSON.
  ///
  /// - Throws: `CocoaError` when the file cannot be written.
  public func write(to file: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(self).write(to: file, options: .atomic)
  }
}
