internal import CZXingShims
public import Model
public import Pixels

/// One slate in one picture.
public struct SlateSighting: Sendable, Hashable {
  /// A corner of the code, in pixels.
  public struct Corner: Sendable, Hashable {
    public var x: Int
    public var y: Int

    public init(x: Int, y: Int) {
      self.x = x
      self.y = y
    }
  }

  public var payload: SlatePayload
  public var upsideDown: Bool
  /// Upper left, upper right, lower right and lower left of the code itself.
  public var corners: [Corner]

  public init(payload: SlatePayload, upsideDown: Bool, corners: [Corner] = []) {
    self.payload = payload
    self.upsideDown = upsideDown
    self.corners = corners
  }
}

/// What one picture shows of slates.
public struct SlateLook: Sendable, Hashable {
  /// By payload, each once.
  public var slates: [SlateSighting] = []
  /// What looks like a slate and could not be read, or whose check does not hold.
  public var unread: [SlateTrace] = []
  /// Strangers' codes that were read.
  public var strangers: [SlateTrace] = []

  public init() {}
}

/// Where in a picture something like a code stands.
public struct SlateTrace: Sendable, Hashable {
  /// Its middle, in shares of the picture's longer side.
  public var x: Double
  public var y: Double
  /// Whether the whole code is seen, or only one of its eyes.
  public var isWhole: Bool

  public init(x: Double, y: Double, isWhole: Bool) {
    self.x = x
    self.y = y
    self.isWhole = isWhole
  }

  /// Whether both can be of one code.
  func isBeside(_ other: SlateTrace) -> Bool {
    let (dx, dy) = (x - other.x, y - other.y)
    return dx * dx + dy * dy < 0.15 * 0.15
  }
}

/// Reads slates in pictures.
///
/// Strangers' codes, and ours whose check does not hold, are not reported as slates.
public struct SlateReader: Sendable {
  /// How much is tried.
  public enum Effort: Sendable {
    /// One look.
    case quick
    /// One look, and when it finds no slate all that helps with glare, screens and small print.
    case thorough
  }

  public init() {}

  /// Every slate in the picture, by payload, each once.
  public func read(_ image: GrayImage, effort: Effort = .quick) -> [SlateSighting] {
    look(image, effort: effort).slates
  }

  /// Every slate in the picture, and what looks like one.
  public func look(_ image: GrayImage, effort: Effort = .quick) -> SlateLook {
    guard image.width >= 21, image.height >= 21, image.width <= 16_384, image.height <= 16_384
    else { return SlateLook() }
    var gathering = Gathering(image)
    gathering.read(image, ways: 0)
    if effort == .thorough { gathering.tryHarder() }
    return gathering.look
  }

  /// Codes found so far, and what is still to be tried.
  private struct Gathering {
    private let image: GrayImage
    private var slates: [String: SlateSighting] = [:]
    private var strangers: [SlateTrace] = []
    private var unread: [SlateTrace] = []
    /// Codes looked for in one picture, strangers' included.
    private static let most = 8

    init(_ image: GrayImage) { self.image = image }

    var look: SlateLook {
      var look = SlateLook()
      look.slates = slates.sorted { $0.key < $1.key }.map(\.value)
      look.strangers = strangers
      look.unread = unread.filter { trace in !strangers.contains { $0.isBeside(trace) } }
      return look
    }

    /// Reads the picture, or an enlarged part of it.
    mutating func read(_ part: GrayImage, ways: Int, grid: QRGrid? = nil) {
      var codes = [shopreel_qr](repeating: shopreel_qr(), count: Self.most)
      let count = part.bytes.withUnsafeBufferPointer { luma in
        shopreel_read_qr(
          luma.baseAddress, Int32(part.width), Int32(part.height), Int32(ways), &codes,
          Int32(Self.most))
      }
      for code in codes.prefix(Int(count)) {
        take(QRCodeSeen(code, through: grid))
      }
    }

    private mutating func take(_ code: QRCodeSeen) {
      if let payload = SlatePayload(text: code.text) {
        slates[payload.text] = SlateSighting(
          payload: payload, upsideDown: code.isUpsideDown, corners: code.corners)
      } else if code.text.hasPrefix("SR1*") {
        unread.append(trace(code.middle, isWhole: true))
      } else {
        let stranger = trace(code.middle, isWhole: true)
        if !strangers.contains(where: stranger.isBeside) { strangers.append(stranger) }
      }
    }

    private func trace(_ middle: (x: Double, y: Double), isWhole: Bool) -> SlateTrace {
      let side = Double(max(image.width, image.height))
      return SlateTrace(x: middle.x / side, y: middle.y / side, isWhole: isWhole)
    }

    mutating func tryHarder() {
      guard slates.isEmpty else { return }
      for isFine in [false, true] {
        var finder = QREyeFinder(image, isFine: isFine)
        for isInverted in [false, true] where slates.isEmpty {
          if isInverted { finder.invert() }
          tryEyes(finder.find(), isInverted: isInverted, isFine: isFine)
        }
        if !slates.isEmpty { return }
      }
      read(image, ways: SHOPREEL_QR_INVERTED)
      for ways in [SHOPREEL_QR_ONE_THRESHOLD, SHOPREEL_QR_ONE_THRESHOLD + SHOPREEL_QR_INVERTED]
      where slates.isEmpty { read(image, ways: ways) }
    }

    private mutating func tryEyes(_ eyes: [QREye], isInverted: Bool, isFine: Bool) {
      let grids = QRGrid.grids(of: eyes).filter { $0.isSlate(in: image, inverted: isInverted) }
      for grid in grids.prefix(4) where slates.isEmpty { read(grid, inverted: isInverted) }
      unread += grids.map { trace($0.middle, isWhole: true) }
      // Letters pass for eyes that are light on dark, or seen with a small neighbourhood.
      if grids.isEmpty, !isFine, !isInverted { noteParts(eyes) }
    }

    /// Reads a code that its eyes place.
    private mutating func read(_ grid: QRGrid, inverted: Bool) {
      for (gain, isLocal) in [(1.5, true), (3.0, false)] {
        for grid in [grid, grid.transposed] where slates.isEmpty {
          let part = grid.redrawn(from: image, inverted: inverted, gain: gain, isLocal: isLocal)
          read(part, ways: 0, grid: grid)
        }
      }
      guard slates.isEmpty else { return }
      read(grid.enlarged(from: image), ways: inverted ? SHOPREEL_QR_INVERTED : 0, grid: grid)
    }

    private mutating func noteParts(_ eyes: [QREye]) {
      let least = Double(max(image.width, image.height)) / 480
      unread += eyes.filter { $0.module >= least && $0.votes >= 5 }.map {
        trace(($0.x, $0.y), isWhole: false)
      }
    }
  }
}

/// A code as the library reports it.
private struct QRCodeSeen {
  var text: String
  var corners: [SlateSighting.Corner]

  init(_ code: shopreel_qr, through grid: QRGrid?) {
    text = withUnsafeBytes(of: code.text) {
      String(decoding: $0.prefix(Int(code.length)), as: UTF8.self)
    }
    let places = withUnsafeBytes(of: code.corners) { Array($0.bindMemory(to: Int32.self)) }
    corners = stride(from: 0, to: places.count - 1, by: 2).map { at in
      let (x, y) = (Double(places[at]), Double(places[at + 1]))
      let place = grid?.place(enlargedX: x, y: y) ?? (x, y)
      return SlateSighting.Corner(x: Int(place.0), y: Int(place.1))
    }
    // A mirror runs the corners the other way round; not every version of the library does.
    if code.mirrored != 0, isClockwise { corners.swapAt(1, 3) }
  }

  private var isClockwise: Bool {
    let (right, down) = (corners[1], corners[3])
    return (right.x - corners[0].x) * (down.y - corners[0].y)
      > (right.y - corners[0].y) * (down.x - corners[0].x)
  }

  var middle: (x: Double, y: Double) {
    (
      corners.reduce(0) { $0 + Double($1.x) } / Double(max(1, corners.count)),
      corners.reduce(0) { $0 + Double($1.y) } / Double(max(1, corners.count))
    )
  }

  /// Whether the code's foot is up, by 45 degrees at most to either side; a mirror does not matter.
  var isUpsideDown: Bool {
    let x = (corners[3].x - corners[0].x) + (corners[2].x - corners[1].x)
    let y = (corners[3].y - corners[0].y) + (corners[2].y - corners[1].y)
    return y < 0 && abs(x) <= -y
  }
}

extension SlateReader {
  /// A sample of a clip: a quick look at its small picture, near the clip's ends at the large one
  /// too, and a thorough one where something like a code's eyes is seen. Corners are in pixels of the
  /// large picture.
  func look(at image: GrayImage, small: GrayImage, isNearEnd: Bool) -> SlateLook {
    var quick = look(small)
    let scale = Double(image.width) / Double(max(1, small.width))
    for index in quick.slates.indices {
      quick.slates[index].corners = quick.slates[index].corners.map {
        SlateSighting.Corner(x: Int(Double($0.x) * scale), y: Int(Double($0.y) * scale))
      }
    }
    guard quick.slates.isEmpty, isNearEnd || quick.strangers.isEmpty else { return quick }
    if QREyeFinder.suspects(small) { return look(image, effort: .thorough) }
    return isNearEnd && small.width < image.width ? look(image) : quick
  }
}
