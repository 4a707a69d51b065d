import Drawing
import Foundation
import Media
public import Model
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
  let render: Settings.Render

  /// - Parameter render: The workspace's own choice of quality and encoder.
  public init(folders: PresetFolders, render: Settings.Render = Settings.Render()) {
    self.folders = folders
    self.render = render
  }

  public func findings() -> [Finding] {
    libraries + encoders + filters + photos + [fonts, presets, space]
  }

  private var libraries: [Finding] {
    let mismatch = Components.mismatch()
    return Components.versions().map { library in
      Finding(
        name: library.library, value: "built for \(library.built), loaded \(library.loaded)",
        isFine: mismatch == nil, remedy: mismatch.map { _ in "make clean && make build" })
    }
  }

  /// The encoders that the qualities have settings for; only the one in use must work.
  private var encoders: [Finding] {
    let sound = Components.hasEncoder("aac")
    let aac = Finding(
      name: "aac", value: sound ? "present" : "missing", isFine: sound,
      remedy: sound ? nil : "make bootstrap (an FFmpeg with aac)")
    guard let quality = try? PresetLibrary(folders: folders).quality(render.quality) else {
      return [aac]
    }
    let inUse = render.encoder ?? quality.encoder
    let names = Set(quality.encoders.keys).union([inUse, quality.encoder]).sorted()
    return [aac] + names.map { finding($0, quality, isInUse: $0 == inUse) }
  }

  private func finding(_ name: String, _ quality: Quality, isInUse: Bool) -> Finding {
    var marks = name == quality.encoder ? ["default"] : []
    if isInUse, name != quality.encoder { marks.append("chosen in shopreel.yaml") }
    let chosen = quality.choosing(name)
    let state =
      switch chosen.map({ EncoderTrial($0).outcome }) {
      case .works: "present"
      case .absent: "not in this FFmpeg"
      case .fails(let reason): "in this FFmpeg, but does not work here: \(reason)"
      case .refusesOptions(let reason): "refuses its options: \(reason)"
      case nil: "the quality '\(quality.id)' has no settings for it"
      }
    let isFine = state == "present" || !isInUse
    return Finding(
      name: name, value: (marks + [state]).joined(separator: ", "), isFine: isFine,
      remedy: isFine
        ? nil
        : name == quality.encoder
          ? "make bootstrap (an FFmpeg with \(name))"
          : "remove 'encoder: \(name)' from shopreel.yaml, or choose one that is present")
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

  private var photos: [Finding] {
    [("HEIC", "libheif-plugin-libde265"), ("AVIF", "libheif-plugin-dav1d")].map { kind, plugin in
      let found = Components.decodesPhotos(kind)
      return Finding(
        name: "\(kind) photos",
        value: found
          ? "libheif \(Components.photoLibraryVersion)"
          : "missing: such photos are named and not used; install \(plugin)",
        isFine: true, remedy: nil)
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
