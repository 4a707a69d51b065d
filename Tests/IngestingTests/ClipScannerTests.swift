import Foundation
import Ingesting
import Media
import Model
import Support
import Testing
import Timing

@Suite(.serialized) struct ClipScannerTests {
  private let folder: TemporaryFolder
  private let close = Shoot.payload("A-100-close")
  private let wear = Shoot.payload("A-100-wear")

  init() throws { folder = try TemporaryFolder() }

  private func scan(
    _ parts: [ClipMaker.Part], gop: Int, between: Int = 0, threads: Int = 1
  ) throws -> ClipReport {
    let path = folder.path + "/\(gop)-\(between).mp4"
    try ClipMaker.write(parts, to: path, gop: gop, between: between)
    return try ClipScanner(policy: IngestPolicy(), threads: threads)
      .scan(path, facts: Probe.facts(of: path))
  }

  /// Key frames a second, half a second, one and a half and twenty seconds apart.
  @Test(arguments: [(12, 0), (6, 2), (18, 0), (18, 2), (250, 0), (250, 3)])
  func slatesAreFoundWhereverTheyStand(gop: Int, between: Int) throws {
    let report = try scan(
      [
        .slate(close, seconds: 1.5), .pattern(seconds: 16.25), .slate(wear, seconds: 2),
        .pattern(seconds: 11.5), .slate(close, seconds: 1, upsideDown: true),
      ], gop: gop, between: between)
    #expect(report.slates.map(\.payload) == [close, wear, close])
    #expect(report.slates.map(\.upsideDown) == [false, false, true])
    let truth = [(0.0, 1.5), (17.75, 19.75), (31.25, 32.25)]
    for (span, (start, end)) in zip(report.slates, truth) {
      #expect((start - 0.05...start + 0.25).contains(span.start.decimal), "\(span)")
      #expect((end - 0.3...end).contains(span.end.decimal), "\(span)")
    }
    #expect(report.samples.count >= 129 && report.samples.count <= 130)
    #expect(!report.isCutOff)
  }

  @Test func threadsChangeNothing() throws {
    let parts: [ClipMaker.Part] = [.slate(close, seconds: 1), .pattern(seconds: 14)]
    let one = try scan(parts, gop: 12, between: 2, threads: 1)
    #expect(try scan(parts, gop: 12, between: 2, threads: 2) == one)
  }

  @Test func measuresOfAClipLookedAtCoarselyAreThoseOfTheWhole() throws {
    let parts: [ClipMaker.Part] = [.pattern(seconds: 30)]
    let coarse = try scan(parts, gop: 12).samples.dropFirst()
    let whole = try scan(parts, gop: 250).samples.dropFirst()
    #expect(coarse.count == whole.count)
    for (a, b) in zip(coarse, whole) {
      #expect(abs(a.sharpness - b.sharpness) < 0.1 * b.sharpness)
      #expect(abs(a.mean - b.mean) < 2)
      #expect(abs(a.moveX - b.moveX) < 0.5 && abs(a.moveY - b.moveY) < 0.5)
    }
  }

  @Test func aClipCutOffIsScannedAsFarAsItGoes() throws {
    let whole = folder.path + "/whole.mp4"
    let parts: [ClipMaker.Part] = [
      .slate(close, seconds: 1), .pattern(seconds: 14), .slate(wear, seconds: 1),
      .pattern(seconds: 14),
    ]
    for gop in [12, 250] {
      try ClipMaker.write(parts, to: whole, gop: gop)
      let bytes = try Data(contentsOf: folder.file("whole.mp4"))
      let cut = folder.path + "/cut.mp4"
      try bytes.prefix(bytes.count * 7 / 10).write(to: folder.file("cut.mp4"))
      let report = try ClipScanner(policy: IngestPolicy()).scan(cut, facts: Probe.facts(of: cut))
      #expect(report.slates.map(\.payload) == [close, wear])
      #expect(report.isCutOff)
      #expect((16.0..<28).contains(report.readable.decimal))
      #expect(abs(Double(report.samples.count) * 0.25 - report.readable.decimal) <= 1.6)
    }
  }

  @Test func picturesAtUnevenTimesAreScanned() throws {
    for name in ["made_vfr_dropped_frames.mp4", "vfr_finger_count.mp4"] {
      guard let path = SharedMaterial.path("footage/clips/difficult/" + name) else { continue }
      let facts = try Probe.facts(of: path)
      let report = try ClipScanner(policy: IngestPolicy()).scan(path, facts: facts)
      let length = report.facts.duration.decimal
      #expect(!report.isCutOff)
      #expect(abs(Double(report.samples.count) * 0.25 - length) <= 1.6)
    }
  }

  @Test func cancellingEndsAScan() throws {
    let path = folder.path + "/1.mp4"
    try ClipMaker.write([.pattern(seconds: 12)], to: path, gop: 250)
    let facts = try Probe.facts(of: path)
    #expect(throws: MediaError.self) {
      try ClipScanner(policy: IngestPolicy()).scan(path, facts: facts, isCancelled: { true })
    }
  }
}
