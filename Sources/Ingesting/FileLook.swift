import Foundation
import Media
import Model
import Pixels
import Timing

/// What became of one file.
enum FileLook: Sendable {
  case report(MediaReport, isNew: Bool)
  case broken(FileFault)
  case shotLog(String)
  case skipped
}

/// Opens files one at a time, or takes their reports from the cache.
struct FileLooker: Sendable {
  let policy: IngestPolicy
  let gate: FileGate
  let cache: (any ReportCache)?

  /// - Parameters:
  ///   - threads: Threads of a clip's decoder.
  ///   - progress: Is told now and then how much of a clip is done, 0…1.
  func look(
    at file: SourceFile, threads: Int, progress: (Double) -> Void,
    _ isStopped: @escaping @Sendable () -> Bool
  ) -> FileLook {
    let isLog = file.area == .footage && ShotLogReader.isShotLog(file.path)
    switch isLog ? gate.verdict(onLog: file) : gate.verdict(on: file) {
    case .skip: return .skipped
    case .broken(let fault): return .broken(fault)
    case .open: break
    }
    if isLog { return readLog(file) }
    let key = key(of: file)
    if let key, let known = cache?.lookup(key) { return .report(known, isNew: false) }
    do {
      let report = try open(file, threads, progress, isStopped)
      if let key { cache?.store(report, for: key) }
      return .report(report, isNew: true)
    } catch let error as MediaError {
      if error.code == .notMedia, !gate.claims(file) { return .skipped }
      return .broken(.media(error))
    } catch {
      return .broken(.other("\(error)"))
    }
  }

  private func key(of file: SourceFile) -> String? {
    guard !file.identity.isEmpty else { return nil }
    let heard = file.area == .music ? " beats \(MusicScan.version)" : ""
    return file.identity + " " + ClipScanner.key(of: policy) + heard
  }

  private func readLog(_ file: SourceFile) -> FileLook {
    guard let data = FileManager.default.contents(atPath: file.absolutePath),
      data.count <= 16 << 20, let text = String(data: data, encoding: .utf8)
    else { return .broken(.logNotUTF8) }
    return .shotLog(text)
  }

  private func open(
    _ file: SourceFile, _ threads: Int, _ progress: (Double) -> Void,
    _ isStopped: @escaping @Sendable () -> Bool
  ) throws -> MediaReport {
    let facts = try Probe.facts(of: file.absolutePath)
    let wantsSound = file.area == .voice || file.area == .music
    guard let video = facts.video, !wantsSound else {
      guard facts.audio != nil else {
        throw MediaError(.noSound, "holds no sound", path: file.absolutePath)
      }
      let length = facts.duration ?? .zero
      let rhythm =
        file.area == .music
        ? MusicScan().listen(to: file.absolutePath, length: length.decimal) : nil
      return .sound(SoundReport(duration: length, rhythm: rhythm))
    }
    // Where photos are meant, an animated picture is its first picture.
    let isAnimated = file.area != .footage && ["gif", "apng"].contains(facts.format)
    guard facts.isStill || isAnimated else {
      return .clip(
        try ClipScanner(policy: policy, threads: threads).scan(
          file.absolutePath, facts: facts, progress: progress, isCancelled: isStopped))
    }
    let bitmap = try StillReader.bitmap(of: file.absolutePath, longSide: 960)
    let subject = StillSubject(photo: bitmap)
    return .still(
      StillReport(
        width: video.displayWidth, height: video.displayHeight,
        alpha: video.hasAlpha && bitmap.isTransparent,
        sample: QualityMeter.still(bitmap.luma, policy: policy.quality),
        subject: subject.box, edges: subject.edges, colors: ColorProfile(bitmap)))
  }
}

extension FileGate {
  /// A shot log is text, which is otherwise passed by.
  func verdict(onLog file: SourceFile) -> Verdict {
    var renamed = file
    renamed.path = String(file.path.dropLast(4))
    return FileGate.isAside(renamed.path) ? .skip : verdict(on: renamed)
  }
}

extension SourceFile {
  enum Area { case footage, photos, voice, music, elsewhere }

  var area: Area {
    switch path.split(separator: "/", maxSplits: 1).first {
    case "footage": .footage
    case "photos": .photos
    case "voice": .voice
    case "music": .music
    default: .elsewhere
    }
  }
}

extension Bitmap {
  var isTransparent: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      stride(from: 3, to: bytes.count, by: 4).contains { bytes[$0] < 255 }
    }
  }

  /// The luma as it looks on white.
  var luma: GrayImage {
    let pixels = bytes.withUnsafeBufferPointer { bytes in
      stride(from: 0, to: bytes.count, by: 4).map { at in
        let sum =
          Int(bytes[at]) * 54 + Int(bytes[at + 1]) * 183 + Int(bytes[at + 2]) * 19 + 128
        return UInt8(min(255, sum / 256 + 255 - Int(bytes[at + 3])))
      }
    }
    return GrayImage(width: width, height: height, bytes: pixels)
  }
}
