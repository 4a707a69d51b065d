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

/// Reads slates in pictures.
///
/// Strangers' codes, and ours whose check does not hold, are not reported.
public struct SlateReader: Sendable {
  /// Codes looked for in one picture, strangers' included.
  private static let most = 8

  public init() {}

  /// Every slate in the picture, by payload, each once.
  public func read(_ image: GrayImage) -> [SlateSighting] {
    guard image.width >= 21, image.height >= 21, image.width <= 16_384, image.height <= 16_384
    else { return [] }
    var codes = [shopreel_qr](repeating: shopreel_qr(), count: Self.most)
    let count = image.bytes.withUnsafeBufferPointer { luma in
      shopreel_read_qr(
        luma.baseAddress, Int32(image.width), Int32(image.height), &codes, Int32(Self.most))
    }
    var found: [String: SlateSighting] = [:]
    for code in codes.prefix(Int(count)) {
      guard let sighting = SlateSighting(code) else { continue }
      found[sighting.payload.text] = sighting
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension SlateSighting {
  fileprivate init?(_ code: shopreel_qr) {
    let text = withUnsafeBytes(of: code.text) {
      String(decoding: $0.prefix(Int(code.length)), as: UTF8.self)
    }
    guard let payload = SlatePayload(text: text) else { return nil }
    let places = withUnsafeBytes(of: code.corners) { Array($0.bindMemory(to: Int32.self)) }
    let corners = stride(from: 0, to: places.count - 1, by: 2).map {
      Corner(x: Int(places[$0]), y: Int(places[$0 + 1]))
    }
    let turn = (Int(code.orientation) % 360 + 360) % 360
    self.init(payload: payload, upsideDown: (135...225).contains(turn), corners: corners)
  }
}
