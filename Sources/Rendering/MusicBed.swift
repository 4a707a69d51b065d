import Foundation
import Media

/// A track that lasts as long as it is wanted: one that is too short begins again, faded into itself.
struct MusicBed {
  private let sound: SoundBuffer
  /// Frames in which an end and the next beginning are heard together.
  private let overlap: Int

  /// - Parameter crossfade: Seconds; a quarter of the track at most.
  init(_ sound: SoundBuffer, crossfade: Double) {
    self.sound = sound
    overlap = min(Int(crossfade * Double(sound.rate)), sound.frames / 4)
  }

  /// - Parameter frames: How many are wanted.
  func samples(lasting frames: Int) -> [Float] {
    guard sound.frames > 0, sound.frames < frames else {
      return Array(sound.samples.prefix(frames * sound.channels))
    }
    let stride = sound.frames - overlap
    var result = [Float](repeating: 0, count: frames * sound.channels)
    for start in Swift.stride(from: 0, to: frames, by: stride) {
      for frame in 0..<min(sound.frames, frames - start) {
        let gain = gain(at: frame, isFirst: start == 0)
        for channel in 0..<sound.channels {
          result[(start + frame) * sound.channels + channel] +=
            sound.samples[frame * sound.channels + channel] * gain
        }
      }
    }
    return result
  }

  /// Of equal power, since an end and a beginning have nothing to do with each other.
  private func gain(at frame: Int, isFirst: Bool) -> Float {
    guard overlap > 0 else { return 1 }
    let into = isFirst ? 1 : min(1, (Double(frame) + 0.5) / Double(overlap))
    let out = min(1, (Double(sound.frames - frame) - 0.5) / Double(overlap))
    return Float(sin(into * .pi / 2) * sin(out * .pi / 2))
  }
}
