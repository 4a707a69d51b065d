import Foundation

/// Where the camera looks at a moment of a take.
struct CameraPath: Sendable {
  enum Move: Sendable { case still, push, pull, pan, tilt, follow, orbit, whip }

  struct View: Sendable {
    var zoom = 1.0
    /// In pixels of the upright picture.
    var x = 0.0
    var y = 0.0
    var roll = 0.0
  }

  let move: Move
  /// The picture's width in pixels.
  let width: Double
  /// 1 for a camera on a tripod, 12 for one that runs.
  let unrest: Double
  private let phases: [Double]

  init(_ movement: String, width: Double, unrest: Double, random: inout SeededGenerator) {
    move = Self.move(named: movement)
    self.width = width
    self.unrest = unrest
    phases = (0..<9).map { _ in random.number(in: 0...(2 * .pi)) }
  }

  static func move(named text: String) -> Move {
    let words: [(Move, [String])] = [
      (.orbit, ["环绕", "绕", "orbit", "arc", "360"]), (.whip, ["甩", "whip"]),
      (.push, ["推", "push", "dolly in", "zoom in"]),
      (.pull, ["拉", "pull", "dolly out", "zoom out"]),
      (.follow, ["跟", "follow", "track"]), (.tilt, ["升", "降", "tilt", "crane", "boom"]),
      (.pan, ["摇", "移", "pan", "slide", "truck"]),
    ]
    let lower = text.lowercased()
    return words.first { $0.1.contains { lower.contains($0) } }?.0 ?? .still
  }

  /// - Parameters:
  ///   - share: How much of the scene is over, 0…1.
  ///   - time: Seconds since the clip's start, for the hand's unrest.
  func view(share: Double, time: Double) -> View {
    let ease = share * share * (3 - 2 * share)
    var view = View()
    switch move {
    case .still: break
    case .push: view.zoom = 1 + 0.20 * ease
    case .pull: view.zoom = 1.20 - 0.20 * ease
    case .pan: view.x = (ease - 0.5) * width * 0.16
    case .tilt: view.y = (0.5 - ease) * width * 0.20
    case .follow: view.x = sin(share * 5) * width * 0.03
    case .orbit: view.x = (ease - 0.5) * width * 0.12
    case .whip:
      let rush = max(0, 1 - share / 0.18)
      view.x = -rush * rush * width * 0.5
    }
    let scale = unrest * width / 720
    view.x += scale * (1.1 * sin(time * 2.1 + phases[0]) + 0.5 * sin(time * 5.3 + phases[1]))
    view.y += scale * (1.1 * sin(time * 1.7 + phases[2]) + 0.5 * sin(time * 4.7 + phases[3]))
    if unrest > 6 {
      view.roll = unrest * 0.0007 * sin(time * 1.3 + phases[4])
      view.x += scale * (1.5 * sin(time * 27 + phases[5]) + 0.9 * sin(time * 43 + phases[6]))
      view.y += scale * (1.5 * sin(time * 31 + phases[7]) + 0.9 * sin(time * 39 + phases[8]))
    }
    return view
  }
}
