import Drawing
import Foundation
import Media
public import Presets

/// What `doctor` looks at on this machine.
public struct Examination: Sendable {
  public struct Finding: Sendable, Codable {
    public var name: String
    public var value: String
    public var isFine: Bool
    /// The command that mends it.
    public var remedy: String?
  }

  let folders: PresetFolders

  public init(folders: PresetFolders) { self.folders = folders }

  public func findings() -> [Finding] {
    libraries + encoders + filters + [fonts, presets, space]
  }

  private var libraries: [Finding] {
    let mismatch = Components.mismatch()
    return Components.versions().map { library in
      Finding(
        name: library.library, value: "built for \(library.built), loaded \(library.loaded)",
        isFine: mismatch == nil, remedy: mismatch.map { _ in "make clean && make build" })
    }
  }

  private var encoders: [Finding] {
    let needed = ["libx264", "aac"].map { name in
      let found = Components.hasEncoder(name)
      return Finding(
        name: name, value: found ? "present" : "missing", isFine: found,
        remedy: found ? nil : "make bootstrap (an FFmpeg with \(name))")
    }
    let others = ["libx265", "libsvtav1", "h264_videotoolbox", "h264_nvenc", "h264_qsv"]
      .filter(Components.hasEncoder)
    return needed + [
      Finding(
        name: "other encoders", value: others.isEmpty ? "none" : others.joined(separator: " "),
        isFine: true)
    ]
  }

  private var filters: [Finding] {
    ["scale", "crop", "ebur128", "alimiter", "zscale", "tonemap"].map { name in
      let found = Components.hasFilter(name)
      let isNeeded = !["zscale", "tonemap"].contains(name)
      return Finding(
        name: "filter \(name)",
        value: found ? "present" : isNeeded ? "missing" : "missing: HDR clips come out plainer",
        isFine: found || !isNeeded, remedy: found || !isNeeded ? nil : "make bootstrap")
    }
  }

  private var fonts: Finding {
    let family = Fonts.resolvedFamily(for: [
      "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC",
    ])
    let missing = Fonts.missing(in: "带货短视频¥", families: ["Noto Sans CJK SC"])
    return Finding(
      name: "fonts", value: family ?? "no Chinese font", isFine: missing.isEmpty,
      remedy: missing.isEmpty ? nil : "apt-get install fonts-noto-cjk")
  }

  private var presets: Finding {
    Finding(
      name: "presets",
      value: folders.folders.isEmpty
        ? "none found" : folders.folders.map(\.path).joined(separator: ", "),
      isFine: !folders.folders.isEmpty,
      remedy: folders.folders.isEmpty ? "make install, or set SHOPREEL_HOME" : nil)
  }

  private var space: Finding {
    let facts = try? FileManager.default.attributesOfFileSystem(
      forPath: FileManager.default.currentDirectoryPath)
    let free = (facts?[.systemFreeSize] as? Int ?? 0) / 1_000_000_000
    return Finding(
      name: "free space", value: "\(free) GB", isFine: free >= 1,
      remedy: free >= 1 ? nil : "free some gigabytes for work/ and drafts/")
  }
}
