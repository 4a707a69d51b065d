/// The parts of a path relative to the workspace, with `/` between them.
struct FilePath {
  /// Folders from the outermost in.
  let folders: [String]
  let name: String

  init(_ path: String) {
    let parts = path.split(separator: "/").map(String.init)
    folders = Array(parts.dropLast())
    name = parts.last ?? ""
  }

  var folder: String { folders.joined(separator: "/") }

  /// The name without its ending.
  var stem: String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// In lower case, without the dot; empty when there is none.
  var ending: String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// What one camera's files share: the folder, and the name with its runs of digits left out.
  var camera: String {
    var pattern = ""
    for letter in stem.lowercased() {
      if letter.isASCII, letter.isNumber {
        if pattern.last != "#" { pattern.append("#") }
      } else {
        pattern.append(letter)
      }
    }
    return folder + "/" + pattern
  }
}
