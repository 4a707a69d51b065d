public import Model
import Timing

/// What the takes of one shot are looked at for.
public struct ShotWants: Sendable, Hashable {
  /// Nil where nothing is known of the shot.
  public var kind: IngestPolicy.ShotClass?
  /// Whether the camera is to move, whatever the shot is about.
  public var isMoving: Bool
  /// Somebody looks into the camera.
  public var face: Bool
  /// Somebody speaks in the picture.
  public var speech: Bool
  /// Seconds that are shown of it; nil for any.
  public var length: Double?

  public init(
    kind: IngestPolicy.ShotClass? = nil, isMoving: Bool = false, face: Bool = false,
    speech: Bool = false, length: Double? = nil
  ) {
    self.kind = kind
    self.isMoving = isMoving
    self.face = face
    self.speech = speech
    self.length = length
  }

  /// A shot of a printed list.
  public init(_ shot: ListedShot, _ policy: ShootPolicy) {
    self.init(
      rig: shot.rig, movement: shot.movement, isSpent: shot.destructive, line: shot.line,
      length: shot.duration.decimal, policy)
  }

  /// A shot of a script that has not been listed.
  public init(_ shot: Shot, in script: Script, _ policy: ShootPolicy) {
    let line = script.beats.indices.contains(shot.beat) ? script.beats[shot.beat].voice : ""
    self.init(
      rig: shot.rig, movement: shot.movement, isSpent: shot.destructive, line: line,
      length: shot.duration.decimal, policy)
  }

  /// A line is spoken on camera only where the rig has a presenter; elsewhere it is a voice-over.
  private init(
    rig: String, movement: String, isSpent: Bool, line: String, length: Double,
    _ policy: ShootPolicy
  ) {
    let people = policy.rig(rig).people
    let speaks = people == .presenter && line.contains { $0.isLetter || $0.isNumber }
    let words = Set(policy.lockedMovements.map(Self.folded))
    isMoving = !words.contains(Self.folded(movement))
    let acts = people == .hands || people == .model || isSpent
    kind =
      people == .presenter && (speaks || !isSpent)
      ? .talking : acts ? .action : isMoving ? .moving : .locked
    face = people == .presenter
    speech = speaks
    self.length = length > 0 ? length : nil
  }

  private static func folded(_ word: String) -> String {
    word.lowercased().filter { !$0.isWhitespace }
  }
}
