import Foundation
import Ingesting
import Model
import Support
import Testing

@Suite(.serialized) struct SharedFootageTests {
  /// Every clip and picture of the shared material, as if it lay in a workspace.
  private func files(_ folder: String) -> [SourceFile] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map {
      SourceFile(
        path: "footage/" + $0, absolutePath: folder + "/" + $0, identity: "", modified: nil)
    }.filter {
      (try? URL(fileURLWithPath: $0.absolutePath).resourceValues(forKeys: [.isRegularFileKey]))?
        .isRegularFile == true
    }
  }

  @Test(arguments: ["footage/clips/difficult", "footage/images/difficult"])
  func everyRealFileIsFiledOrNamed(folder: String) async throws {
    guard let path = SharedMaterial.path(folder) else {
      print("skipped: no shared material '\(folder)' beside the checkout")
      return
    }
    let files = files(path)
    var policy = IngestPolicy()
    policy.slates.step = 2
    policy.slates.longSide = 480
    policy.slates.endLongSide = 0
    let takes = try await IngestStage(policy: policy).run(
      IngestInput(
        root: path, files: files, shots: ShotIndex(workspace: "W0RK", entries: []), skus: ["矿泉水"])
    ).takes
    let used = Set(takes.takes.map(\.file) + takes.photos.map(\.file))
    let named = Dictionary(
      (takes.orphans + takes.broken).map { ($0.file, $0.reason) }
    ) { first, _ in first }
    for file in files {
      #expect(used.contains(file.path) || named[file.path] != nil, "\(file.path)")
    }
    let broken = Set(takes.broken.map { $0.file.split(separator: "/").last ?? "" })
    if folder.hasSuffix("clips/difficult") {
      for name in [
        "broken_no_moov.mp4", "not_a_video_text.mp4", "zero_length.mp4",
        "vvc_unsupported_codec.mp4",
        "made_truncated_no_moov.mp4",
      ] { #expect(broken.contains(name[...]), "\(name)") }
      #expect(takes.takes.contains { $0.sku == "矿泉水" && $0.filedBy == .name })
    } else {
      #expect(broken.contains("empty.heic"))
    }
    for named in takes.broken { print(named.file, "·", named.reason) }
  }
}
