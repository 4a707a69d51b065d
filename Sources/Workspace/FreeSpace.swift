public import Foundation

/// How much fits where a file lies.
public enum FreeSpace {
  /// Bytes that may still be written by an ordinary user, and the size of the whole volume; nil
  /// where the system does not tell.
  public static func bytes(at url: URL) -> (free: Int, whole: Int)? {
    var volume = statvfs()
    guard statvfs(url.path, &volume) == 0 else { return nil }
    let block = Int(volume.f_frsize)
    return (Int(volume.f_bavail) * block, Int(volume.f_blocks) * block)
  }

  /// What is kept free of a volume: a twentieth of it, and at most 2 GB.
  public static func reserve(of whole: Int) -> Int { min(whole / 20, 2_000_000_000) }
}
