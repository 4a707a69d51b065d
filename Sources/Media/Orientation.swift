/// How a coded picture is turned or mirrored to stand upright, in EXIF's eight numbers.
enum Orientation: Int, Sendable {
  case upright = 1
  case mirrored, turned180, flipped, transposed, turned90, transversed, turned270

  /// Clockwise degrees that make the picture upright, mirroring aside.
  var degrees: Int {
    switch self {
    case .upright, .mirrored: 0
    case .turned180, .flipped: 180
    case .turned90, .transversed: 90
    case .turned270, .transposed: 270
    }
  }

  /// Whether width and height change places.
  var swapsSides: Bool { rawValue >= 5 }

  /// The filters that do it, or nil when the picture stands already.
  var filters: String? {
    switch self {
    case .upright: nil
    case .mirrored: "hflip"
    case .turned180: "hflip,vflip"
    case .flipped: "vflip"
    case .transposed: "transpose=0"
    case .turned90: "transpose=1"
    case .transversed: "transpose=3"
    case .turned270: "transpose=2"
    }
  }

  /// Where a rectangle of the upright picture lies in the coded one of the given size.
  func coded(_ rect: CropRect, width: Double, height: Double) -> CropRect {
    let (x, y, w, h) = (rect.x, rect.y, rect.width, rect.height)
    switch self {
    case .upright: return rect
    case .mirrored: return CropRect(x: width - x - w, y: y, width: w, height: h)
    case .turned180: return CropRect(x: width - x - w, y: height - y - h, width: w, height: h)
    case .flipped: return CropRect(x: x, y: height - y - h, width: w, height: h)
    case .transposed: return CropRect(x: y, y: x, width: h, height: w)
    case .turned90: return CropRect(x: y, y: height - x - w, width: h, height: w)
    case .transversed:
      return CropRect(x: width - y - h, y: height - x - w, width: h, height: w)
    case .turned270: return CropRect(x: width - y - h, y: x, width: h, height: w)
    }
  }

  /// Where a rectangle of the coded picture lies in the upright one; sizes are the coded picture's.
  func upright(_ rect: CropRect, width: Double, height: Double) -> CropRect {
    let (x, y, w, h) = (rect.x, rect.y, rect.width, rect.height)
    switch self {
    case .upright, .mirrored, .turned180, .flipped, .transposed:
      return coded(rect, width: width, height: height)
    case .turned90: return CropRect(x: height - y - h, y: x, width: h, height: w)
    case .transversed:
      return CropRect(x: height - y - h, y: width - x - w, width: h, height: w)
    case .turned270: return CropRect(x: y, y: width - x - w, width: h, height: w)
    }
  }
}
