import Foundation

/// How hard x264 works in a workspace of its own.
struct EncoderChoice {
  var preset: String
  /// 0 is without loss.
  var crf: Int

  /// A shipped quality preset with this choice in it.
  func applied(to text: String) -> String {
    var options = ["  preset: \(preset)", "  crf: \(crf)", "  profile: high"]
    if crf == 0 { options = ["  preset: ultrafast", "  qp: 0"] }
    return text.replacingBlock("options", with: "options:\n" + options.joined(separator: "\n"))
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
