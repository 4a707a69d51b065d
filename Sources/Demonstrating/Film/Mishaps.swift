import Foundation

/// What happens to files on the way from the cameras.
struct Mishaps {
  let seed: UInt64

  /// The morning of the demo's day, in seconds since 1970.
  private static let morning = 1_779_066_000.0

  /// Cuts a file off where a full card would have.
  ///
  /// - Throws: `CocoaError` when the file cannot be written.
  func damage(_ file: URL, _ damage: DemoTruth.Damage?) throws {
    guard damage == .truncated else { return }
    let bytes = try Data(contentsOf: file)
    try bytes.prefix(bytes.count * 45 / 100).write(to: file)
  }

  /// Sets when a file seems to have been filmed.
  ///
  /// - Throws: `CocoaError` when the file system refuses.
  static func date(_ file: URL, minute: Double) throws {
    let time = Date(timeIntervalSince1970: (morning + minute * 60).rounded())
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file.path)
  }

  /// Writes files that are no clips though their names say so.
  ///
  /// - Throws: `CocoaError` when the folder cannot be written.
  func write(to folder: URL) throws -> [DemoTruth.Clip] {
    let place = folder.appendingPathComponent("day2/phone")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let files: [(name: String, text: String, damage: DemoTruth.Damage)] = [
      ("IMG_0998.MP4", "这不是视频：下载没有完成，请重新拷贝。\n", .notMedia), ("IMG_0999.MP4", "", .empty),
    ]
    return try files.enumerated().map { index, file in
      let target = place.appendingPathComponent(file.name)
      try Data(file.text.utf8).write(to: target)
      try Self.date(target, minute: 2000 + Double(index))
      return DemoTruth.Clip(
        file: "day2/phone/" + file.name, slate: .none, slateReadable: false, rank: .normal,
        fault: .none, rotation: 0, width: 0, height: 0, rate: "", sound: false, start: 0, end: 0,
        damage: file.damage)
    }
  }
}
