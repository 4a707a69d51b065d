/// How a take is held against what its shot wants.
extension IngestPolicy {
  /// What a shot is about, by which its takes are marked.
  public enum ShotClass: String, Sendable, Codable, CaseIterable {
    /// The camera stands and shows a thing.
    case locked
    /// The camera moves.
    case moving
    /// Something is done: hands, somebody who wears it, a cut or a pour.
    case action
    /// Somebody speaks to the camera.
    case talking
  }

  /// Shares of a score; their sum is taken as the whole.
  public struct Weights: Sendable, Codable, Hashable {
    public var sharpness: Double
    public var exposure: Double
    /// A locked camera that stands, or a moving one that moves evenly.
    public var steadiness: Double
    /// As much movement as the shot wants: of the camera, of what is done, or none.
    public var motion: Double
    /// A face towards the camera.
    public var face: Double
    public var speech: Double
    /// No speech in the sound.
    public var quiet: Double

    public init(
      sharpness: Double, exposure: Double, steadiness: Double, motion: Double = 0,
      face: Double = 0, speech: Double = 0, quiet: Double = 0
    ) {
      self.sharpness = sharpness
      self.exposure = exposure
      self.steadiness = steadiness
      self.motion = motion
      self.face = face
      self.speech = speech
      self.quiet = quiet
    }
  }

  public struct Choice: Sendable, Codable, Hashable {
    public var locked: Weights
    public var moving: Weights
    public var action: Weights
    public var talking: Weights
    /// A moment with less of the best take's sharpness than this is all but rejected.
    public var sharpnessLeast: Double
    /// What a score or a moment is multiplied with for each such fault.
    public var rejected: Double
    /// Share of the picture that changes where something is done.
    public var actionShare: Double
    /// Movement that counts half against a locked camera, in pixels a sample at 480 pixels' side.
    public var drift: Double
    /// Movement from which a camera counts as moving, in the same pixels.
    public var travel: Double
    /// Share of a stretch that must show a face, or hold speech, where the shot wants one.
    public var presence: Double
    /// A silence within speech that is longer is a pause, in seconds.
    public var pause: Double
    /// Seconds left free at both ends of the best stretch where the take has room.
    public var handle: Double

    public init(
      locked: Weights = Weights(
        sharpness: 0.45, exposure: 0.15, steadiness: 0.3, motion: 0.07, quiet: 0.03),
      moving: Weights = Weights(
        sharpness: 0.3, exposure: 0.15, steadiness: 0.35, motion: 0.17, quiet: 0.03),
      action: Weights = Weights(
        sharpness: 0.27, exposure: 0.15, steadiness: 0.2, motion: 0.35, quiet: 0.03),
      talking: Weights = Weights(
        sharpness: 0.2, exposure: 0.15, steadiness: 0.1, face: 0.25, speech: 0.3),
      sharpnessLeast: Double = 0.35, rejected: Double = 0.5, actionShare: Double = 0.06,
      drift: Double = 4, travel: Double = 1, presence: Double = 0.3, pause: Double = 0.8,
      handle: Double = 0.2
    ) {
      self.locked = locked
      self.moving = moving
      self.action = action
      self.talking = talking
      self.sharpnessLeast = sharpnessLeast
      self.rejected = rejected
      self.actionShare = actionShare
      self.drift = drift
      self.travel = travel
      self.presence = presence
      self.pause = pause
      self.handle = handle
    }

    public func weights(of kind: ShotClass) -> Weights {
      switch kind {
      case .locked: locked
      case .moving: moving
      case .action: action
      case .talking: talking
      }
    }
  }
}
