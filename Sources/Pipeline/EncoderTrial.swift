import Media
import Model
import Timing

/// Tries a quality's encoder on a few black pictures: one that FFmpeg names may lack its hardware.
struct EncoderTrial {
  enum Outcome: Equatable {
    case works
    /// This FFmpeg does not know it.
    case absent
    /// It is known and encodes nothing here.
    case fails(String)
    /// It works, but not with the quality's options.
    case refusesOptions(String)
  }

  let outcome: Outcome

  init(_ quality: Quality) {
    guard Components.hasEncoder(quality.encoder) else {
      outcome = .absent
      return
    }
    do {
      try EncoderTrial.encode(quality.encoder, quality.options, quality.threads)
      outcome = .works
    } catch {
      let works = (try? EncoderTrial.encode(quality.encoder, [:], quality.threads)) != nil
      outcome = works ? .refusesOptions("\(error)") : .fails("\(error)")
    }
  }

  private static func encode(
    _ encoder: String, _ options: [String: String], _ threads: Int
  ) throws {
    let encoding = VideoEncoding(
      encoder: encoder, width: 320, height: 240, rate: FrameRate(30), options: options, gop: 30,
      threads: threads)
    let trial = try VideoEncoder(encoding, pictures: 2)
    let black = try Picture.blank(width: encoding.width, height: encoding.height)
    for _ in 0..<2 { try trial.write(black) }
    _ = try trial.finish()
  }
}
