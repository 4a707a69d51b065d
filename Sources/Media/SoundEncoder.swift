/// Encodes sound into memory.
public enum SoundEncoder {
  /// Encodes all of a sound, in step with pictures to the sample.
  ///
  /// As there is no edit list, the encoder's lead-in of about 21 ms takes the place of the first
  /// 21 ms, which are lost, as `MovieWriter` has it.
  /// - Throws: `MediaError.componentMissing` without the encoder; `.invalid` for settings that it
  ///   refuses, sound of another rate or channel count, or no sound at all.
  public static func encode(
    _ buffer: SoundBuffer, _ encoding: SoundEncoding
  ) throws -> EncodedStream {
    Log.clear()
    let feed = try SoundFeed(encoding)
    var collector = PacketCollector()
    try feed.write(buffer) { try collector.add($0) }
    try feed.finish { try collector.add($0) }
    guard !collector.packets.isEmpty else {
      throw MediaError(.invalid, "a sound without samples cannot be encoded")
    }
    return try collector.stream(EncodedStream.Parameters(of: feed.encoder.context))
  }
}
