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
    let shift = indexShift
    let size = fileSize
    var keys: [GrayReader.KeyFrame] = []
    for place in 0..<count {
      guard let entry = avformat_index_get_entry(stream.handle, place)?.pointee else { break }
      let flags = Int32(entry.flags)
      guard flags & AVINDEX_KEYFRAME != 0, flags & AVINDEX_DISCARD_FRAME == 0,
        let decoding = Clock.nanoseconds(entry.timestamp, stream.base)
      else { continue }
      guard entry.pos >= 0, entry.pos <= size - Int64(entry.size) else { break }
      let time = max(0, decoding + shift - origin)
      if let last = keys.last, last.time >= Clock.time(time) { return [] }
      let stamp = Clock.stamp(time + origin, stream.base)
      keys.append(GrayReader.KeyFrame(time: Clock.time(time), stamp: stamp))
    }
    return keys
  }

  /// How much later a key frame is shown than the index has it, which goes by decoding.
  private var indexShift: Nanoseconds {
    let usual = Nanoseconds(max(0, stream.parameters.pointee.video_delay)) * interval
    guard let first = avformat_index_get_entry(stream.handle, 0)?.pointee,
      Int32(first.flags) & AVINDEX_KEYFRAME != 0, Int32(first.flags) & AVINDEX_DISCARD_FRAME == 0,
      let decoding = Clock.nanoseconds(first.timestamp, stream.base)
    else { return usual }
    return min(max(0, origin - decoding), 2 * Clock.second)
  }

  private var fileSize: Int64 {
    let facts = try? FileManager.default.attributesOfItem(atPath: path)
    return (facts?[.size] as? NSNumber)?.int64Value ?? 0
  }

  /// Moves to the key frame that is shown at a stamp.
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
