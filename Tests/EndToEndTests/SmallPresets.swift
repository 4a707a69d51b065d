import Foundation

/// The shipped presets with small canvases and a quick encoder, as a team's own would stand in a
/// workspace.
struct SmallPresets {
  /// `presets/` of the checkout.
  static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("presets")

  /// Platform → width and height.
  let canvases: [String: (width: Int, height: Int)]

  /// The demo's own three platforms.
  static let demo = SmallPresets(canvases: [
    "douyin": (270, 480), "xiaohongshu": (240, 320), "taobao_main": (160, 160),
  ])

  func write(to workspace: URL) throws {
    for (name, canvas) in canvases {
      let text = try read("platforms/\(name).yaml")
      try write(
        shrunk(text, canvas.width, canvas.height), "platforms/\(name).yaml", workspace)
    }
    for name in ["draft", "final"] {
      let quick = try read("quality/\(name).yaml").replacing(
        /preset: \w+/, with: "preset: ultrafast")
      try write(quick, "quality/\(name).yaml", workspace)
    }
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOf: Self.shipped.appendingPathComponent(name), encoding: .utf8)
  }

  private func write(_ text: String, _ name: String, _ workspace: URL) throws {
    let file = workspace.appendingPathComponent("presets/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Canvas, cover and margins, each on a line of its own, in the same proportion.
  private func shrunk(_ text: String, _ width: Int, _ height: Int) -> String {
    let size = text.firstMatch(of: /\ncanvas: (?:\{value: )?(\d+)x/)
    let scale = Double(width) / Double(size.flatMap { Double($0.output.1) } ?? Double(width))
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("canvas:") { return "canvas: \(width)x\(height)" }
      if line.hasPrefix("cover:") { return "cover: \(width)x\(height)" }
      guard let found = line.firstMatch(of: /^  (top|bottom|left|right): (?:\{value: )?(\d+)/)
      else { return String(line) }
      return "  \(found.output.1): \(Int((Double(found.output.2) ?? 0) * scale))"
    }.joined(separator: "\n")
  }
}
