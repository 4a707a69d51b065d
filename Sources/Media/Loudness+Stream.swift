import CFFmpeg
import CFFmpegShims

extension Loudness {
  /// Measures encoded sound as it will be heard, without a file; one channel counts for both sides.
  ///
  /// - Throws: `MediaError.invalid` for pictures, `.noSound` when a packet cannot be decoded,
  ///   `.unsupportedCodec` without a decoder.
  /// - Complexity: O(samples).
  public static func measure(_ stream: EncodedStream) throws -> Loudness {
    guard case .sound = stream.parameters.form else {
      throw MediaError(.invalid, "pictures have no loudness")
    }
    return try measure(stream.decodedSound().onBothSides().withSilentSideFilled())
  }
}

extension EncodedStream {
  /// Decodes sound to its own rate and channels, sample by sample as it stands.
  ///
  /// - Throws: `MediaError.noSound` when a packet cannot be decoded, `.unsupportedCodec` without a
  ///   decoder.
  func decodedSound() throws -> SoundBuffer {
    guard case .sound(let rate, let channels, _) = parameters.form else {
      throw MediaError(.noSound, "pictures are no sound")
    }
    var described = avcodec_parameters_alloc()
    defer { avcodec_parameters_free(&described) }
    try parameters.fill(allocated(described))
    let decoder = try Decoder(
      allocated(described), base: parameters.timeBase.ffmpeg, name: parameters.codec, path: nil,
      threads: 1)
    var samples: [Float] = []
    samples.reserveCapacity(Int(length) * channels)
    var queue = try StreamQueue([self])
    while queue.decode != nil {
      try queue.next { decoder.send($0) }
      while let frame = try decoder.receive() { try frame.append(to: &samples, channels) }
    }
    decoder.send(nil)
    while let frame = try decoder.receive() { try frame.append(to: &samples, channels) }
    guard decoder.damaged == 0, !samples.isEmpty else {
      throw MediaError(
        .noSound, "'\(decoder.damaged)' packets of the sound cannot be decoded", cause: Log.text)
    }
    return SoundBuffer(rate: rate, channels: channels, samples: samples)
  }
}

extension Frame {
  /// Adds the frame's samples, channels side by side.
  fileprivate func append(to samples: inout [Float], _ channels: Int) throws {
    let count = Int(pointer.pointee.nb_samples)
    guard pointer.pointee.format == AV_SAMPLE_FMT_FLTP.rawValue,
      pointer.pointee.ch_layout.nb_channels == Int32(channels),
      let planes = pointer.pointee.extended_data
    else { throw MediaError(.noSound, "the sound decodes to another kind of samples") }
    let first = samples.count
    samples.append(contentsOf: repeatElement(0, count: count * channels))
    for channel in 0..<channels {
      guard let plane = planes[channel] else { continue }
      plane.withMemoryRebound(to: Float.self, capacity: count) { source in
        for index in 0..<count {
          let value = source[index]
          samples[first + index * channels + channel] =
            value.isFinite ? min(max(value, -8), 8) : 0
        }
      }
    }
  }
}
