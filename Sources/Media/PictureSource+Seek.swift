import CFFmpeg
import CFFmpegShims

extension PictureSource {
  /// Moves so that the next pictures include the one shown at `time`, or begin at the first.
  ///
  /// - Throws: `MediaError.io` when the file cannot be read again.
  func start(at time: Nanoseconds) throws {
    let wasInterlaced = isInterlaced == true
    try move(to: wasInterlaced ? time - 2 * interval : time)
    // A field is filled in from the pictures around it, so one more is needed before.
    if !wasInterlaced, try peek() != nil, isInterlaced == true {
      try move(to: time - 2 * interval)
    }
  }

  private func move(to time: Nanoseconds) throws {
    if time > Clock.second / 2, !isStill {
      try seek(to: time)
    } else if !isFresh {
      try rewind()
    }
  }

  /// Goes back to the first picture.
  ///
  /// - Throws: `MediaError.io` when the file cannot be read again.
  func rewind() throws {
    reset()
    guard demuxer.rewind(stream) else {
      throw MediaError(.io, "cannot be wound back to its start", path: path)
    }
  }

  private func seek(to time: Nanoseconds) throws {
    for back in [0, 1, 4, 16] as [Nanoseconds] {
      var place = time - back * Clock.second
      for _ in 0..<2 where place > 0 && demuxer.seek(stream, to: origin + place) {
        reset()
        guard let key = try queue.skipToKey() else { break }
        if let shown = key.time, shown > time + tolerance {
          // Pictures are decoded before they are shown: the key frame before this one is meant.
          place = min(place, key.decoding ?? shown) - 1
          continue
        }
        floor = key.time
        guard let first = try peek(), first.time <= time + tolerance else { break }
        seeks += 1
        return
      }
    }
    try rewind()
  }

  /// Whether a jump saves decoding: whether a key frame lies between two times.
  ///
  /// Where the file has no index, a gap of ten seconds counts.
  func pays(toJumpFrom time: Nanoseconds, to target: Nanoseconds) -> Bool {
    let reorder = Nanoseconds(max(0, stream.parameters.pointee.video_delay)) * interval
    guard target - time > 4 * interval else { return false }
    let stamp = Clock.stamp(origin + target - reorder, stream.base)
    let count = avformat_index_get_entries_count(stream.handle)
    let place = av_index_search_timestamp(stream.handle, stamp, AVSEEK_FLAG_BACKWARD)
    guard count > 0, place >= 0,
      let end = avformat_index_get_entry(stream.handle, count - 1)?.pointee.timestamp,
      let key = avformat_index_get_entry(stream.handle, place)?.pointee.timestamp,
      Clock.stamp(origin + time, stream.base) < end,
      let shown = Clock.nanoseconds(key, stream.base)
    else { return target - time > 10 * Clock.second }
    return shown - origin > time + 4 * interval
  }
}
