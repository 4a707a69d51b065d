import Foundation
import Ingesting
import Media
import Model
import Pixels
import Support
import Testing
import Timing

/// Subjects of known place in made clips.
@Suite(.serialized) struct SubjectTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A square of a tenth of the width that goes across a ground of soft stripes; four seconds.
  private func film(
    _ name: String, color: [UInt8], ground: UInt8 = 120, middle: (Double) -> Double
  ) throws -> String {
    let path = folder.file(name).path
    let writer = try MovieWriter(
      path: path,
      video: VideoEncoding(
        encoder: "libx264", width: 640, height: 360, rate: FrameRate(12),
        options: ["crf": "20", "preset": "ultrafast"], gop: 12, threads: 1), sound: nil)
    for frame in 0..<48 {
      let center = middle(Double(frame) / 12)
      var bitmap = Bitmap(width: 640, height: 360)
      for y in 0..<360 {
        for x in 0..<640 {
          let at = (y * 640 + x) * 4
          let isIn =
            abs(Double(x) / 640 - center) < 0.05 && abs(Double(y) / 360 - 0.5) < 0.09
          let stripe = UInt8(Int(ground) + (x / 16 + y / 16) % 2 * 12)
          for channel in 0..<3 { bitmap.bytes[at + channel] = isIn ? color[channel] : stripe }
          bitmap.bytes[at + 3] = 255
        }
      }
      try writer.write(try Picture.from(bitmap))
    }
    try writer.finish()
    return path
  }

  private func scan(_ path: String) throws -> SubjectReport {
    let report = try ClipScanner(policy: IngestPolicy()).scan(
      path, facts: Probe.facts(of: path))
    return try #require(report.subjects)
  }

  @Test(arguments: [[230, 40, 40], [240, 240, 240], [20, 20, 20]] as [[UInt8]])
  func aSquareThatGoesAcrossIsFoundWhereItIs(_ color: [UInt8]) throws {
    func middle(_ time: Double) -> Double { 0.2 + 0.15 * time }
    let samples = try scan(film("square.mp4", color: color, middle: middle)).samples
    #expect(samples.count >= 4)
    for sample in samples {
      let (low, high) = (middle(sample.time) - 0.05, middle(sample.time) + 0.05)
      // A cell is a twenty-fourth of the width.
      #expect(sample.box.x <= low + 0.045 && sample.box.right >= high - 0.045, "\(sample)")
      #expect(sample.box.width < 0.3 && sample.confidence >= 0.3, "\(sample)")
    }
  }

  @Test func thePhotosColoursFindTheProductAmongOthers() async throws {
    // The red square stands out as much as anything; the product is the blue one.
    let path = folder.file("two.mp4").path
    let writer = try MovieWriter(
      path: path,
      video: VideoEncoding(
        encoder: "libx264", width: 640, height: 360, rate: FrameRate(12),
        options: ["crf": "20", "preset": "ultrafast"], gop: 12, threads: 1), sound: nil)
    var bitmap = Bitmap(width: 640, height: 360)
    for y in 0..<360 {
      for x in 0..<640 {
        let at = (y * 640 + x) * 4
        let isDown = (130..<230).contains(y)
        let color: [UInt8] =
          isDown && (260..<380).contains(x)
          ? [220, 30, 30] : isDown && (500..<580).contains(x) ? [30, 60, 200] : [128, 128, 128]
        for channel in 0..<3 { bitmap.bytes[at + channel] = color[channel] }
        bitmap.bytes[at + 3] = 255
      }
    }
    for _ in 0..<36 { try writer.write(try Picture.from(bitmap)) }
    try writer.finish()
    var photo = Bitmap(width: 200, height: 200)
    for at in stride(from: 0, to: photo.bytes.count, by: 4) {
      let (x, y) = (at / 4 % 200, at / 800)
      let isIn = (50..<150).contains(x) && (50..<150).contains(y)
      let color: [UInt8] = isIn ? [30, 60, 200] : [255, 255, 255]
      for channel in 0..<3 { photo.bytes[at + channel] = color[channel] }
      photo.bytes[at + 3] = 255
    }
    let alone = try await track(path, photo: nil)
    let found = try await track(path, photo: photo)
    #expect(alone.samples.allSatisfy { $0.box.x < 0.5 })
    #expect(found.samples.allSatisfy { $0.evidence == .likeness }, "\(found.samples)")
    #expect(
      found.samples.allSatisfy { $0.box.x > 0.7 && $0.box.right < 0.98 }, "\(found.samples)")
  }

  /// What ingesting one clip of a product with a photo says.
  private func track(_ clip: String, photo: Bitmap?) async throws -> SubjectTrack {
    let root = folder.file(photo == nil ? "without" : "with")
    let footage = root.appendingPathComponent("footage/A-100")
    try FileManager.default.createDirectory(at: footage, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: clip, toPath: footage.appendingPathComponent("clip.mp4").path)
    var names = ["footage/A-100/clip.mp4"]
    if let photo {
      let photos = root.appendingPathComponent("photos/A-100")
      try FileManager.default.createDirectory(at: photos, withIntermediateDirectories: true)
      try StillWriter.write(photo, to: photos.appendingPathComponent("a.png").path)
      names.append("photos/A-100/a.png")
    }
    let takes = try await ingest(root, names)
    return try #require(takes.takes.first?.subjects)
  }

  private func ingest(_ root: URL, _ names: [String]) async throws -> Takes {
    let files = names.map { name in
      let path = root.appendingPathComponent(name).path
      return SourceFile(path: name, absolutePath: path, identity: name, modified: nil, bytes: 1)
    }
    return try await IngestStage(policy: IngestPolicy()).run(
      IngestInput(root: root.path, files: files, shots: Shoot.shots, skus: Shoot.skus)
    ).takes
  }

  @Test func aPhotoTellsWhereItsProductStands() async throws {
    var photo = Bitmap(width: 300, height: 200)
    for at in stride(from: 0, to: photo.bytes.count, by: 4) {
      let (x, y) = (at / 4 % 300, at / 1200)
      let isIn = (60..<150).contains(x) && (40..<160).contains(y)
      for channel in 0..<3 { photo.bytes[at + channel] = isIn ? 60 : 240 }
      photo.bytes[at + 3] = 255
    }
    let root = folder.file("still")
    let photos = root.appendingPathComponent("photos/A-100")
    try FileManager.default.createDirectory(at: photos, withIntermediateDirectories: true)
    try StillWriter.write(photo, to: photos.appendingPathComponent("a.png").path)
    let filed = try #require(try await ingest(root, ["photos/A-100/a.png"]).photos.first)
    let box = try #require(filed.subject)
    #expect(abs(box.x - 0.2) < 0.02 && abs(box.right - 0.5) < 0.02)
    #expect(abs(box.y - 0.2) < 0.02 && abs(box.bottom - 0.8) < 0.02)
    #expect(filed.edges == ["#f0f0f0", "#f0f0f0"])
  }
}
