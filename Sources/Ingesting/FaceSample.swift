/// The faces of one sampled picture.
public struct FaceSample: Sendable, Codable, Hashable {
  /// Seconds in the file.
  public var time: Double
  public var count: Int
  /// Left, top, right and bottom of the largest, as shares of the picture; empty without a face.
  public var box: [Double]
  /// The detector's mean, above zero; about 0.5 for a plain face.
  public var confidence: Double

  public init(time: Double, count: Int = 0, box: [Double] = [], confidence: Double = 0) {
    self.time = time
    self.count = count
    self.box = box
    self.confidence = confidence
  }

  /// Share of the picture that the largest face takes, 0…1.
  public var share: Double {
    box.count == 4 ? max(0, box[2] - box[0]) * max(0, box[3] - box[1]) : 0
  }
}
