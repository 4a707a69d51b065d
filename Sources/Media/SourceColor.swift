import CFFmpeg
import CFFmpegShims

/// What a decoded picture's numbers mean, and the filters that bring them to BT.709 limited range.
struct SourceColor: Hashable {
  let matrix: String
  let isFullRange: Bool
  let hdr: HDR?
  /// Whether its primaries are BT.2020's.
  let isWide: Bool

  init(_ frame: Frame) {
    let picture = frame.pointer.pointee
    isFullRange = frame.isFullRange
    hdr = HDR(picture.color_trc)
    isWide = picture.color_primaries == AVCOL_PRI_BT2020 && !frame.isRGB
    switch picture.colorspace {
    case AVCOL_SPC_BT709: matrix = "bt709"
    case AVCOL_SPC_BT2020_NCL, AVCOL_SPC_BT2020_CL: matrix = "bt2020"
    case AVCOL_SPC_SMPTE170M, AVCOL_SPC_BT470BG: matrix = "bt601"
    case AVCOL_SPC_SMPTE240M: matrix = "smpte240m"
    case AVCOL_SPC_FCC: matrix = "fcc"
    default:
      let small = frame.width <= 1024 && frame.height <= 576
      matrix = hdr != nil ? "bt2020" : small ? "bt601" : "bt709"
    }
  }

  /// Whether it is BT.709 limited range already.
  var isStandard: Bool { matrix == "bt709" && !isFullRange && map == nil }

  /// A scale filter to a size; an HDR or wide picture keeps its own numbers for `toneMap` to take.
  func scale(_ width: Int, _ height: Int, out: String = "bt709", range: String = "tv") -> String {
    let size = "scale=\(width):\(height):flags=bicubic"
    if map != nil { return size }
    return size + ":in_color_matrix=\(matrix):in_range=\(isFullRange ? "pc" : "tv")"
      + ":out_color_matrix=\(out):out_range=\(range)"
  }

  /// The filters to BT.709 limited 4:2:0, or nil for a picture whose range and primaries are as
  /// usual.
  var toneMap: String? { map?.filters(range: isFullRange ? "pc" : "tv") }

  private var map: ToneMap? {
    switch hdr {
    case .hlg: ToneMap(.hlg)
    case .pq: ToneMap(.pq)
    case nil: isWide ? ToneMap(.wide) : nil
    }
  }
}

/// A high dynamic range transfer.
public enum HDR: String, Sendable, Codable, Hashable {
  case hlg, pq

  init?(_ transfer: AVColorTransferCharacteristic) {
    switch transfer {
    case AVCOL_TRC_ARIB_STD_B67: self = .hlg
    case AVCOL_TRC_SMPTE2084: self = .pq
    default: return nil
    }
  }
}
