import ArgumentParser
import Foundation
import Media
import Model
import Presets
import Rendering
import Timing
import Workspace

/// Writes what rivals need to compose the same pictures: cuts, layers as PNGs, encoder settings.
struct LayersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layers", abstract: "Write a workspace's cuts and drawn layers for other tools")

  @Argument(help: "The workspace")
  var folder: String

  @Argument(help: "Folder for the PNGs and edits.json")
  var output: String

  func run() throws {
    let workspace = try WorkspaceFolder(folder)
    let library = PresetLibrary(folders: .standard(given: nil, workspace: workspace.root))
    let settings = try library.settings(at: workspace.settingsFile)
    let style = try library.style(settings.render.style)
    let quality = try library.quality(settings.render.quality)
    let platforms = try settings.platforms.map(library.platform)
    let contracts = RenderContract.contracts(for: platforms, keeping: quality.commonBox)
    let out = URL(fileURLWithPath: output)
    try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
    var edits: [EditDump] = []
    for name in workspace.files(below: "work/timelines") where name.hasSuffix(".otio") {
      let timeline = try Timeline(
        otio: Data(contentsOf: workspace.root.appendingPathComponent(name)))
      let platform = try library.platform(timeline.platform)
      let contract = contracts[platform.id] ?? RenderContract(platform)
      let pictures = try LayerPicture.all(
        of: timeline, under: contract, style: style, locale: platform.locale,
        resolve: { try workspace.file($0) })
      var edit = EditDump(timeline, platform, contract, quality, workspace)
      for (index, layer) in pictures.enumerated() {
        let file = out.appendingPathComponent("\(timeline.id)-\(index).png")
        try StillWriter.write(layer.bitmap, to: file.path)
        edit.layers.append(EditDump.Overlay(layer, file.path, edit.rate))
      }
      edits.append(edit)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(edits).write(to: out.appendingPathComponent("edits.json"))
  }
}

/// One draft in plain numbers; times are frames, places are pixels.
struct EditDump: Encodable {
  struct Cut: Encodable {
    var file: String
    var from: Int
    var frames: Int
  }

  struct Overlay: Encodable {
    var file: String
    var kind: String
    var x: Int
    var y: Int
    var from: Int
    var to: Int

    init(_ layer: LayerPicture, _ file: String, _ rate: FrameRate) {
      self.file = file
      kind = layer.kind.rawValue
      (x, y) = (layer.x, layer.y)
      from = layer.range.start.frames(at: rate)
      to = layer.range.end.frames(at: rate)
    }
  }

  var id: String
  var platform: String
  var width: Int
  var height: Int
  var cuts: [Cut]
  var layers: [Overlay] = []
  var music: String
  var fadeIn: Double
  var fadeOut: Double
  var options: [String: String]
  var gop: Int
  var maxRate: Int
  var audioRate: Int
  let rate: FrameRate

  init(
    _ timeline: Timeline, _ platform: Platform, _ contract: RenderContract, _ quality: Quality,
    _ folder: WorkspaceFolder
  ) {
    let rate = timeline.rate
    func path(_ name: String) -> String { folder.root.appendingPathComponent(name).path }
    self.rate = rate
    id = timeline.id
    self.platform = platform.id
    (width, height) = (timeline.canvas.width, timeline.canvas.height)
    cuts = timeline.shots.map {
      Cut(
        file: path($0.file), from: $0.source.start.frames(at: rate),
        frames: $0.range.duration.frames(at: rate))
    }
    music = path(timeline.sound.music?.file ?? "")
    (fadeIn, fadeOut) = (quality.mix.fadeIn, quality.mix.fadeOut)
    options = quality.options
    gop = Time(decimal: quality.gop).frames(at: rate)
    maxRate = contract.maxVideoRate
    audioRate = platform.delivery.audioRate
  }
}
