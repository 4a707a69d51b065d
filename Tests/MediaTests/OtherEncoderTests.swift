import Foundation
import Media
import Support
import Testing
import Timing

@Suite(.serialized) struct OtherEncoderTests {
  @Test(arguments: [
    ("libx265", "hevc", ["crf": "28", "preset": "superfast"]),
    ("libsvtav1", "av1", ["crf": "50", "preset": "12"]),
  ])
  func otherCodecsJoinAlike(
    _ encoder: String, _ codec: String, _ options: [String: String]
  ) throws {
    guard Components.hasEncoder(encoder) else {
      print("skipped: this FFmpeg has no '\(encoder)'")
      return
    }
    let folder = try TemporaryFolder()
    let spans = try Spans.spans([1, 31, 5, 12], Spans.encoding(encoder, options: options))
    let path = folder.file("a.mp4").path
    try MovieJoiner.join(spans, to: path)
    let reading = try DraftReader.read(path)
    #expect(reading.frames == 49 && reading.damagedPackets == 0 && reading.longestGOP <= 30)
    #expect(reading.monotonic && reading.constantRate && !reading.hasEditList)
    #expect(reading.firstPresentation == .zero && reading.facts.video?.codec == codec)
    let joined = try Spans.pictures(of: path)
    var alone: [[UInt8]] = []
    for span in spans {
      try MovieJoiner.join([span], to: path)
      alone += try Spans.pictures(of: path)
    }
    let isSame = joined == alone
    #expect(isSame && joined.count == 49)
    let again = try Spans.spans([1, 31, 5, 12], Spans.encoding(encoder, options: options))
    let isRepeatable = again == spans
    #expect(isRepeatable)
    if codec == "hevc" {
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data("hvc1".utf8)) != nil)
    }
  }

  @Test func signaturesTellEncodersApart() {
    let names = ["libx264", "libx265", "aac", "nosuch", "libx264"]
    let signatures = names.map(Components.signature)
    #expect(signatures[0] == signatures[4] && Set(signatures).count == 4)
    #expect(signatures.allSatisfy { $0.count == 64 })
  }
}
