import CFFmpeg
import CFFmpegShims

/// What a decoded picture's numbers mean, and the filters that bring them to BT.709 limited range.
struct SourceColor: Hashable {
  let matrix: String
  let isFullRange: Bool
  let hdr: HDR?

  init(_ frame: Frame) {
    let picture = frame.pointer.pointee
    isFullRange = frame.isFullRange
    hdr = HDR(picture.color_trc)
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
  var isStandard: Bool { matrix == "bt709" && !isFullRange && hdr == nil }

  /// A scale filter to a size; an HDR picture keeps its own numbers for `toneMap` to take.
  func scale(_ width: Int, _ height: Int, out: String = "bt709", range: String = "tv") -> String {
    let size = "scale=\(width):\(height):flags=bicubic"
    if hdr != nil { return size }
    return size + ":in_color_matrix=\(matrix):in_range=\(isFullRange ? "pc" : "tv")"
      + ":out_color_matrix=\(out):out_range=\(range)"
  }

  /// The filters from HLG or PQ to BT.709 limited 4:2:0, or nil for a picture that is SDR already.
  var toneMap: String? {
    guard let hdr else { return nil }
    let range = isFullRange ? "pc" : "tv"
    guard Components.hasFilter("zscale"), Components.hasFilter("tonemap") else {
      return plainToneMap(hdr, range)
    }
    let transfer = hdr == .hlg ? "arib-std-b67" : "smpte2084"
    let input = "tin=\(transfer):min=2020_ncl:pin=2020:rin=\(range)"
    return "zscale=\(input):t=linear:npl=100,format=gbrpf32le,zscale=p=709"
      + ",tonemap=hable:desat=0:peak=10,zscale=t=709:m=709:r=tv,format=yuv420p"
  }

  /// Without zscale: the matrix is converted and luma bent; hues of strong colours stay duller.
  private func plainToneMap(_ hdr: HDR, _ range: String) -> String {
    let convert =
      "scale=in_color_matrix=bt2020:in_range=\(range):out_color_matrix=bt709:out_range=tv"
      + ",format=yuv420p"
    switch hdr {
    case .hlg: return convert + ",lutyuv=y='16+219*pow(clip((val-16)/219,0,1),0.9)'"
    case .pq:
      return convert + ",lutyuv=y='16+219*pow(clip((val-16)/219/0.68,0,1),1.6)'"
        + ":u='128+(val-128)*1.4':v='128+(val-128)*1.4'"
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
