import CFFmpeg
import CFFmpegShims
import Foundation

/// Key frames as the container's index has them.
extension PictureSource {
  /// Whether the container has an index of its pictures.
  var isIndexed: Bool { demuxer.formatName.hasPrefix("mov") && !isStill }

  /// Decodes the first picture to see whether each stands for itself.
  func isProgressive() throws -> Bool {
    through = 0
    defer { through = nil }
    return try peek() != nil && isInterlaced == false
  }

  /// Key frames whose bytes are there; empty unless the index covers the file.
  var indexedKeys: [GrayReader.KeyFrame] {
    let count = avformat_index_get_entries_count(stream.handle)
    guard count > 0, count < 20_000_000,
      let end = avformat_index_get_entry(stream.handle, count - 1)?.pointee.timestamp,
      let covered = Clock.nanoseconds(end, stream.base)
    else { return [] }
    // A fragmented file is indexed as it is read.
    if let length = stream.duration, covered - origin < length - 2 * Clock.second { return [] }
    let reorder = Nanoseconds(max(0, stream.parameters.pointee.video_delay)) * interval
    let size = fileSize
    var keys: [GrayReader.KeyFrame] = []
    for place in 0..<count {
      guard let entry = avformat_index_get_entry(stream.handle, place)?.pointee else { break }
      let flags = Int32(entry.flags)
      guard flags & AVINDEX_KEYFRAME != 0, flags & AVINDEX_DISCARD_FRAME == 0,
        let decoding = Clock.nanoseconds(entry.timestamp, stream.base)
      else { continue }
      guard entry.pos >= 0, entry.pos <= size - Int64(entry.size) else { break }
      let time = max(0, decoding - origin + reorder)
      if let last = keys.last, last.time >= Clock.time(time) { return [] }
      keys.append(GrayReader.KeyFrame(time: Clock.time(time), stamp: entry.timestamp))
    }
    return keys
  }

  private var fileSize: Int64 {
    let facts = try? FileManager.default.attributesOfItem(atPath: path)
    return (facts?[.size] as? NSNumber)?.int64Value ?? 0
  }

  /// Moves to the key frame that the index has under a stamp.
  ///
  /// - Returns: When it is shown; nil when no key frame with a time is found there.
  func move(toKeyAt stamp: Int64) throws -> Nanoseconds? {
    guard demuxer.seek(stream, toStamp: stamp) else { return nil }
    reset()
    guard let time = try queue.skipToKey()?.time else { return nil }
    floor = time
    seeks += 1
    return time
  }
}
