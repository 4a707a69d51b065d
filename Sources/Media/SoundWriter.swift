import Foundation

/// Writes sound files.
public enum SoundWriter {
  /// Writes 16-bit PCM WAV, through `path.part` and a rename; samples beyond ±1 are clipped.
  ///
  /// - Throws: `MediaError.cannotWrite`, and `.invalid` for more than 4 GB of samples.
  public static func writeWAV(_ buffer: SoundBuffer, to path: String) throws {
    let file = try PartFile(path)
    guard let size = UInt32(exactly: buffer.samples.count * 2), size < UInt32.max - 64,
      let channels = UInt16(exactly: buffer.channels), let rate = UInt32(exactly: buffer.rate)
    else { throw MediaError(.invalid, "a WAV file holds at most 4 GB", path: path) }
    var bytes = Data(capacity: buffer.samples.count * 2 + 44)
    func put(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    bytes.append(contentsOf: "RIFF".utf8)
    put(size + 36)
    bytes.append(contentsOf: "WAVEfmt ".utf8)
    put(UInt32(16))
    put(UInt16(1))
    put(channels)
    put(rate)
    put(rate * UInt32(channels) * 2)
    put(channels * 2)
    put(UInt16(16))
    bytes.append(contentsOf: "data".utf8)
    put(size)
    for sample in buffer.samples {
      let level = sample.isFinite ? min(max(sample * 32768, -32768), 32767) : 0
      put(Int16(level.rounded()))
    }
    try file.write(bytes)
  }
}
