public import Model
public import Pixels

/// Measures pictures in the order of time: sharpness, exposure, and movement since the one before.
public struct QualityMeter: Sendable {
  private let policy: IngestPolicy.Quality
  private var last: GrayImage?
  /// Where the last picture changed beside the whole picture's movement.
  private(set) var stir: [ResidualMotion.Place] = []

  public init(policy: IngestPolicy.Quality) { self.policy = policy }

  /// Measures one picture of any size; larger ones are reduced first.
  public mutating func measure(_ picture: GrayImage) -> QualitySample {
    let image = picture.fitted(within: policy.longSide)
    var sample = Self.look(at: image, dark: policy.dark, bright: policy.bright)
    stir = []
    if let last, let move = GlobalMotion.between(last, image) {
      let scale = 480 / Double(max(image.width, image.height, 1))
      sample.moveX = (move.x * scale).rounded(toPlaces: 2)
      sample.moveY = (move.y * scale).rounded(toPlaces: 2)
      let change = ResidualMotion.change(last, image, move: move)
      sample.moving = change.share.rounded(toPlaces: 3)
      stir = change.places
    }
    last = image
    return sample
  }

  /// Measures a picture that stands alone.
  public static func still(_ picture: GrayImage, policy: IngestPolicy.Quality) -> QualitySample {
    look(at: picture.fitted(within: policy.longSide), dark: policy.dark, bright: policy.bright)
  }

  private static func look(at image: GrayImage, dark: Int, bright: Int) -> QualitySample {
    let histogram = image.histogram
    let pixels = Double(max(1, image.bytes.count))
    let lost = histogram[..<dark].reduce(0, +) + histogram[(bright + 1)...].reduce(0, +)
    let mean = histogram.enumerated().reduce(0.0) { $0 + Double($1.offset * $1.element) } / pixels
    return QualitySample(
      sharpness: image.sharpness(mean: mean, histogram: histogram).rounded(toPlaces: 4),
      clipped: (Double(lost) / pixels).rounded(toPlaces: 4), mean: mean.rounded(toPlaces: 2))
  }
}

extension GrayImage {
  /// Pixels of each luma.
  var histogram: [Int] {
    var counts = [Int](repeating: 0, count: 256)
    bytes.withUnsafeBufferPointer { for byte in $0 { counts[Int(byte)] &+= 1 } }
    return counts
  }

  /// The strength of the finest edges over the picture's contrast: the spread of the Laplacian over
  /// the spread of luma, with the share that noise alone would give taken out.
  ///
  /// About 0.5 for a crisp picture, under 0.05 for one out of focus.
  func sharpness(mean: Double, histogram: [Int]) -> Double {
    guard width > 8, height > 8 else { return 0 }
    let spread = histogram.enumerated().reduce(0.0) {
      $0 + Double($1.element) * (Double($1.offset) - mean) * (Double($1.offset) - mean)
    }
    let contrast = (spread / Double(bytes.count)).squareRoot()
    let smooth = smoothed
    var squares = 0.0
    smooth.withUnsafeBufferPointer { luma in
      for y in 2..<height - 2 {
        var row = 0
        for x in 2..<width - 2 {
          let at = y * width + x
          let edge =
            4 * Int(luma[at]) - Int(luma[at - 1]) - Int(luma[at + 1]) - Int(luma[at - width])
            - Int(luma[at + width])
          row &+= edge &* edge
        }
        squares += Double(row)
      }
    }
    let edges = (squares / Double((width - 4) * (height - 4))).squareRoot()
    return edges / (contrast + 8) / 16
  }

  /// Sums of 3 × 3 pixels weighted 1-2-1 each way: sixteen times the luma, less noise.
  private var smoothed: [UInt16] {
    var result = [UInt16](repeating: 0, count: bytes.count)
    bytes.withUnsafeBufferPointer { luma in
      for y in 1..<height - 1 {
        for x in 1..<width - 1 {
          let at = y * width + x
          let above =
            Int(luma[at - width - 1]) + 2 * Int(luma[at - width]) + Int(luma[at - width + 1])
          let here = Int(luma[at - 1]) + 2 * Int(luma[at]) + Int(luma[at + 1])
          let below =
            Int(luma[at + width - 1]) + 2 * Int(luma[at + width]) + Int(luma[at + width + 1])
          result[at] = UInt16(truncatingIfNeeded: above + 2 * here + below)
        }
      }
    }
    return result
  }
}

extension Double {
  func rounded(toPlaces places: Int) -> Double {
    let unit = (0..<places).reduce(1.0) { value, _ in value * 10 }
    return isFinite ? (self * unit).rounded() / unit : 0
  }
}
