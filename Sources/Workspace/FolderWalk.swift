import Foundation

/// What lies below a folder, straight from the system: thousands of drafts are listed in
/// milliseconds.
struct FolderWalk {
  enum Kind { case file, folder, link, other }

  /// Every entry below a folder as a path relative to it, hidden ones too, in no order.
  ///
  /// Links are named and not followed.
  ///
  /// - Parameter enters: Asked for each folder by its relative path.
  static func entries(
    below top: String, enters: (String) -> Bool = { _ in true }
  ) -> [(path: String, kind: Kind)] {
    var result: [(path: String, kind: Kind)] = []
    var open = [""]
    while let folder = open.popLast() {
      for (name, kind) in names(in: folder.isEmpty ? top : top + "/" + folder) {
        let path = folder.isEmpty ? name : folder + "/" + name
        result.append((path, kind))
        if kind == .folder, enters(path) { open.append(path) }
      }
    }
    return result
  }

  private static func names(in folder: String) -> [(String, Kind)] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var result: [(String, Kind)] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      result.append((name, kind(entry.pointee.d_type, folder + "/" + name)))
    }
    return result
  }

  /// Some file systems leave the kind to be asked for.
  private static func kind(_ type: UInt8, _ path: String) -> Kind {
    switch Int(type) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .link
    case Int(DT_UNKNOWN):
      var facts = stat()
      guard lstat(path, &facts) == 0 else { return .other }
      switch facts.st_mode & S_IFMT {
      case S_IFREG: return .file
      case S_IFDIR: return .folder
      case S_IFLNK: return .link
      default: return .other
      }
    default: return .other
    }
  }
}
