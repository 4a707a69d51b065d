import CFFmpeg

/// What packets tell about pictures before they are decoded.
extension PictureSource {
  /// Whether a picture after one time and up to another is still to come.
  ///
  /// Where time stamps allow it is known from packets alone, without decoding.
  func brings(after time: Nanoseconds, through limit: Nanoseconds) throws -> Bool {
    if let first = waiting.first { return first.time <= limit }
    guard isForeseeable, !isDrained else { return try peek().map { $0.time <= limit } ?? false }
    return try pending.contains { $0 > time && $0 <= limit }
      || queue.brings(after: time, through: limit)
  }

  /// Whether any picture after a time is still to come.
  func brings(after time: Nanoseconds) throws -> Bool {
    if !waiting.isEmpty { return true }
    guard isForeseeable else { return try peek() != nil }
    if isDrained, try peek() != nil { return true }
    return try pending.contains { $0 > time } || queue.brings(after: time)
  }

  /// Whether packets tell which pictures come and when.
  private var isForeseeable: Bool {
    let isProgressive = stream.parameters.pointee.field_order == AV_FIELD_PROGRESSIVE
    return jpeg == nil && !(isInterlaced ?? !isProgressive) && queue.isOrdered
  }

  /// The next packet that a wanted picture needs.
  func nextEntry() throws -> PacketQueue.Entry? {
    if let through, !sent.isEmpty, isForeseeable,
      try !queue.brings(after: .min, through: through)
    {
      return nil
    }
    return try queue.take()
  }

  func note(_ entry: PacketQueue.Entry) {
    guard let time = entry.time else { return }
    sent.append(time)
    if sent.count > 32 { sent.removeFirst() }
    if entry.isShown, !decoder.skipsDisposable { pending.append(time) }
  }

  /// Whether nobody would see a packet's picture, should no other picture refer to it.
  func isDispensable(_ entry: PacketQueue.Entry) throws -> Bool {
    guard let isWanted, let time = entry.time, isForeseeable, decoder.canSkip,
      let known = sent.filter({ $0 > time }).min()
    else { return false }
    let following = try queue.earliest(after: time, before: known)
    return !isWanted(time - tolerance..<following - tolerance)
  }
}
