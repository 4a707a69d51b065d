import Foundation

/// The real material beside the checkout, or nil where it is not there.
///
/// `SHOPREEL_SHARED` names another place.
public enum SharedMaterial {
  public static let folder: String? = {
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .deletingLastPathComponent()
    let candidates: [String?] = [
      ProcessInfo.processInfo.environment["SHOPREEL_SHARED"],
      checkout.appendingPathComponent("../shared").standardizedFileURL.path,
    ]
    return candidates.compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: $0 + "/footage/MANIFEST.tsv")
    }
  }()

  /// A path under the shared folder, when both are there.
  public static func path(_ name: String) -> String? {
    guard let path = folder.map({ $0 + "/" + name }),
      FileManager.default.fileExists(atPath: path)
    else { return nil }
    return path
  }
}
