/// Where the subject of a take stands, moment by moment.
public struct SubjectTrack: Sendable, Hashable, Codable {
  /// By time.
  public var samples: [SubjectSample]

  public init(samples: [SubjectSample] = []) { self.samples = samples }
}

/// Where the subject stands in one picture.
public struct SubjectSample: Sendable, Hashable, Codable {
  /// What it was known by.
  public enum Evidence: String, Sendable, Codable { case face, motion, saliency, likeness }

  /// Seconds in the file.
  public var time: Double
  /// In shares of the upright picture.
  public var box: ShareBox
  /// 0…1; how far the evidence stands out from the rest of the picture.
  public var confidence: Double
  public var evidence: Evidence

  public init(time: Double, box: ShareBox, confidence: Double, evidence: Evidence) {
    self.time = time
    self.box = box
    self.confidence = confidence
    self.evidence = evidence
  }
}
