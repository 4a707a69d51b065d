import Foundation

/// How hard x264 works in a workspace of its own.
struct EncoderChoice {
  var preset: String
  /// 0 is without loss.
  var crf: Int

  /// A shipped quality preset with this choice in it.
  func applied(to text: String) -> String {
    let options =
      crf == 0 ? "preset: ultrafast, qp: 0" : "preset: \(preset), crf: \(crf), profile: high"
    return text.replacingBlock(
      "encoders", with: "encoders:\n  libx264: {threads: 1, options: {\(options)}}\n")
  }
}

extension String {
  /// The YAML with a top-level key and everything below it replaced.
  func replacingBlock(_ key: String, with block: String) -> String {
    var lines: [Substring] = []
    var isInside = false
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(key + ":") {
        isInside = true
        lines.append(block[...])
      } else {
        if let first = line.first, first != " ", first != "#" { isInside = false }
        if !isInside { lines.append(line) }
      }
    }
    return lines.joined(separator: "\n")
  }
}
