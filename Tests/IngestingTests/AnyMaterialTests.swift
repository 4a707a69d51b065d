import Foundation
import Ingesting
import Media
import Model
import Pixels
import Support
import Testing

/// Whatever a folder holds is used or named, and none of it is changed.
@Suite(.serialized) struct AnyMaterialTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func takes(_ paths: [String]) async throws -> Takes {
    let files = paths.map {
      SourceFile(path: $0, absolutePath: folder.path + "/" + $0, identity: "", modified: nil)
    }
    return try await IngestStage(policy: IngestPolicy()).run(
      IngestInput(root: folder.path, files: files, shots: Shoot.shots, skus: Shoot.skus)
    ).takes
  }

  private func photo(_ name: String) throws {
    try FileManager.default.createDirectory(
      at: folder.file(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    let bytes = (0..<1600).flatMap { index -> [UInt8] in
      [UInt8(index % 251), UInt8(index % 7 * 30), 90, 255]
    }
    try StillWriter.write(
      Bitmap(width: 40, height: 40, bytes: bytes), to: folder.file(name + ".png").path)
    try FileManager.default.moveItem(at: folder.file(name + ".png"), to: folder.file(name))
  }

  private func clip(_ name: String, seconds: Double = 2) throws {
    let path = folder.path + "/" + name
    try ClipMaker.write([.pattern(seconds: seconds)], to: path + ".mp4")
    try FileManager.default.moveItem(atPath: path + ".mp4", toPath: path)
  }

  private func reasons(_ takes: Takes) -> [String: String] {
    Dictionary(takes.broken.map { ($0.file, $0.reason) }) { first, _ in first }
  }

  @Test func namesThatMeanSomethingToToolsMeanNothing() async throws {
    let names = [
      "-i", "file:a.mp4", "concat:a|b.mp4", "shot%03d.mp4", "a\nb.mp4", "镜头 ①（好）🎬.mp4",
      "'; rm -rf ~.mp4", "*?[a].mov", String(repeating: "长", count: 80) + ".mp4", "no ending",
    ].map { "footage/A-100/" + $0 }
    for name in names { try clip(name) }
    let takes = try await takes(names)
    #expect(takes.takes.map(\.file).sorted() == names.sorted())
    #expect(takes.takes.allSatisfy { $0.sku == "A-100" })
  }

  @Test func contentCountsNotTheEnding() async throws {
    try clip("photos/A-100/video.jpg")
    try photo("footage/A-100/photo.mp4")
    let takes = try await takes(["photos/A-100/video.jpg", "footage/A-100/photo.mp4"])
    #expect(takes.takes.map(\.file) == ["photos/A-100/video.jpg"])
    #expect(takes.photos.map(\.file) == ["footage/A-100/photo.mp4"])
    #expect(takes.broken.isEmpty && takes.orphans.isEmpty)
  }

  @Test func whatNamesOtherFilesIsNotFollowed() async throws {
    try clip("footage/A-100/real.mp4")
    let real = folder.file("footage/A-100/real.mp4").path
    let texts = [
      "list.m3u8.mp4": "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:2,\n\(real)\n#EXT-X-ENDLIST\n",
      "list.mp4": "ffconcat version 1.0\nfile '\(real)'\n",
      "list.mov": "ffconcat version 1.0\nfile 'real.mp4'\n",
      "dash.mp4": """
      <?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static">
      <Period><AdaptationSet><Representation id="1"><BaseURL>\(real)</BaseURL></Representation>
      </AdaptationSet></Period></MPD>
      """,
      "play.mp4": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nm=video 5004 RTP/AVP 96\n",
    ]
    for (name, text) in texts { try folder.write(text, to: "footage/A-100/" + name) }
    let names = texts.keys.sorted().map { "footage/A-100/" + $0 }
    let found = try await takes(names)
    #expect(found.takes.isEmpty && found.photos.isEmpty)
    #expect(reasons(found).keys.sorted() == names)
    for reason in reasons(found).values { #expect(reason.hasPrefix("is no video"), "\(reason)") }
  }

  @Test func placesThatAreNoFilesAreNamedAndNotOpened() async throws {
    let outside = try TemporaryFolder()
    try outside.write("secret", to: "a.mp4")
    try FileManager.default.createDirectory(
      at: folder.file("footage/A-100/folder.mp4"), withIntermediateDirectories: true)
    try folder.write("", to: "footage/A-100/empty.MOV")
    func link(_ name: String, _ target: String) throws {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/footage/A-100/" + name, withDestinationPath: target)
    }
    try link("out.mp4", outside.file("a.mp4").path)
    try link("nowhere.mp4", folder.path + "/none.mp4")
    #expect(mkfifo(folder.path + "/footage/A-100/pipe.mp4", 0o600) == 0)
    let names = ["folder.mp4", "empty.MOV", "out.mp4", "nowhere.mp4", "pipe.mp4", "b\u{FFFD}.mp4"]
    let found = reasons(try await takes(names.map { "footage/A-100/" + $0 }))
    let faults: [FileFault] = [.folder, .empty, .leadsOut, .missing, .notOrdinary, .misnamed]
    for (name, fault) in zip(names, faults) {
      #expect(found["footage/A-100/" + name] == fault.words(.en), "\(name)")
    }
  }

  @Test func aFolderOnAnotherDiskMayStandForOurs() async throws {
    let disk = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/footage", withDestinationPath: disk.path)
    try FileManager.default.createDirectory(
      at: disk.file("A-100"), withIntermediateDirectories: true)
    try clip("footage/A-100/1.mp4")
    let found = try await takes(["footage/A-100/1.mp4"])
    #expect(found.takes.count == 1 && found.broken.isEmpty)
  }

  @Test func nothingIsEverChanged() async throws {
    try clip("footage/A-100/1.mp4")
    try photo("photos/A-100/1.png")
    try folder.write("words", to: "footage/A-100/broken.mp4")
    try folder.write("file,shot\n1.mp4,x\n", to: "footage/shotlog.csv")
    let names = [
      "footage/A-100/1.mp4", "photos/A-100/1.png", "footage/A-100/broken.mp4",
      "footage/shotlog.csv",
    ]
    func state() throws -> [String] {
      let all = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      return try all.map { name in
        let facts = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
        let content = FileManager.default.contents(atPath: folder.path + "/" + name)
        return "\(name) \(facts[.modificationDate] ?? "") \(facts[.posixPermissions] ?? "")"
          + " \(content?.base64EncodedString() ?? "")"
      }
    }
    let before = try state()
    _ = try await takes(names)
    #expect(try state() == before)
  }

  @Test func theEveningPageSaysFaultsInItsLanguage() async throws {
    try folder.write("words", to: "footage/A-100/broken.mp4")
    let file = SourceFile(
      path: "footage/A-100/broken.mp4", absolutePath: folder.path + "/footage/A-100/broken.mp4",
      identity: "", modified: nil)
    let result = try await IngestStage(policy: IngestPolicy()).run(
      IngestInput(root: folder.path, files: [file], shots: Shoot.shots, skus: Shoot.skus))
    let report = EveningReport(takes: result.takes, files: result.files, list: nil)
    let zh = EveningPage(report, title: "x", locale: .zh).html(reshoot: nil)
    #expect(zh.contains("不是视频、照片或声音") && !zh.contains("is no video"))
    let en = EveningPage(report, title: "x", locale: .en).html(reshoot: nil)
    #expect(en.contains("is no video"))
  }

  /// Each fault in both languages, none of them in the words of a library.
  @Test(arguments: [
    FileFault.leadsOut, .missing, .misnamed, .folder, .notOrdinary, .empty, .forbidden,
    .logNotUTF8, .media(MediaError(.notMedia, "x")), .media(MediaError(.truncated, "x")),
    .media(MediaError(.truncated, "x", subject: "JPEG")),
    .media(MediaError(.unsupportedCodec, "is coded as 'vvc1'", subject: "vvc1")),
    .media(MediaError(.unsupportedCodec, "is a HEIC photo; save it as JPEG", subject: "HEIC")),
    .media(MediaError(.invalid, "a picture of '9x9' is not read", subject: "9×9")),
    .media(MediaError(.noPicture, "x")), .media(MediaError(.noSound, "x")),
    .media(MediaError(.io, "there is no such file")),
  ])
  func everyFaultIsSaidInTwoLanguages(_ fault: FileFault) {
    let (en, zh) = (fault.words(.en), fault.words(.zh))
    #expect(en.count > 10 && en.allSatisfy { $0.isASCII || "×".contains($0) }, "\(en)")
    #expect(zh.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) }, "\(zh)")
    if case .media(let error) = fault, let subject = error.subject {
      #expect(zh.contains(subject))
    }
    #expect(!en.contains("Error") && !en.contains("0x"))
  }
}
