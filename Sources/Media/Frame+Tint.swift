import CFFmpeg
import Pixels

extension Frame {
  /// The mean colours of the cells of a grid, from a few samples of each; nil for what is not planar
  /// luma and colour differences.
  func tint(longSide: Int, _ orientation: Orientation) -> TintImage? {
    guard let kind = descriptor, kind.nb_components >= 3, !isRGB,
      let luma = LatticePlane(self, 0, kind.comp.0), let blue = LatticePlane(self, 1, kind.comp.1),
      let red = LatticePlane(self, 2, kind.comp.2)
    else { return nil }
    let (columns, rows) = TintImage.grid(width: width, height: height, longSide: longSide)
    let isFull = isFullRange
    func plane(_ plane: LatticePlane, low: Double, span: Double, middle: Double) -> GrayImage {
      plane.means(columns: columns, rows: rows) { mean in
        isFull ? mean : (mean - low) * 255 / span + middle
      }
      .turned(orientation)
    }
    let y = plane(luma, low: 16, span: 219, middle: 0)
    let u = plane(blue, low: 128, span: 224, middle: 128)
    let v = plane(red, low: 128, span: 224, middle: 128)
    return TintImage(columns: y.width, rows: y.height, luma: y.bytes, blue: u.bytes, red: v.bytes)
  }
}

/// One plane of a frame, read here and there.
private struct LatticePlane {
  private let base: UnsafePointer<UInt8>
  private let stride: Int
  private let width: Int
  private let height: Int
  private let depth: Int
  /// Samples of a cell, each way.
  private static let reads = 6

  init?(_ frame: Frame, _ index: Int, _ component: AVComponentDescriptor) {
    let picture = frame.pointer.pointee
    let planes = [picture.data.0, picture.data.1, picture.data.2]
    let strides = [picture.linesize.0, picture.linesize.1, picture.linesize.2]
    guard let kind = frame.descriptor, Int(component.plane) == index, let base = planes[index],
      component.offset == 0, component.shift == 0,
      kind.flags & UInt64(AV_PIX_FMT_FLAG_BE | AV_PIX_FMT_FLAG_FLOAT | AV_PIX_FMT_FLAG_HWACCEL) == 0
    else { return nil }
    switch (component.step, component.depth) {
    case (1, 8), (2, 9...16): depth = Int(component.depth)
    default: return nil
    }
    self.base = UnsafePointer(base)
    stride = Int(strides[index])
    func side(_ length: Int, _ shift: UInt8) -> Int {
      index == 0 ? length : (length + (1 << Int(shift)) - 1) >> Int(shift)
    }
    width = side(frame.width, kind.log2_chroma_w)
    height = side(frame.height, kind.log2_chroma_h)
    guard stride > 0, width > 0, height > 0 else { return nil }
  }

  /// - Parameter level: Turns a mean of eight bits into what is shown.
  func means(columns: Int, rows: Int, level: (Double) -> Double) -> GrayImage {
    let reads = LatticePlane.reads
    let scale = 1 / Double(reads * reads << (depth - 8))
    func place(_ cell: Int, _ read: Int, _ cells: Int, _ length: Int) -> Int {
      min(length - 1, ((cell * reads + read) * 2 + 1) * length / (2 * cells * reads))
    }
    let xs = (0..<columns).flatMap { cell in (0..<reads).map { place(cell, $0, columns, width) } }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(columns * rows)
    var sums = [Int](repeating: 0, count: columns)
    for row in 0..<rows {
      for column in 0..<columns { sums[column] = 0 }
      for read in 0..<reads {
        let line = base + place(row, read, rows, height) * stride
        for (index, x) in xs.enumerated() {
          let value =
            depth == 8
            ? Int(line[x]) : Int(line[2 * x]) | Int(line[2 * x + 1]) << 8
          sums[index / reads] &+= value
        }
      }
      for sum in sums {
        bytes.append(UInt8(max(0, min(255, level(Double(sum) * scale).rounded()))))
      }
    }
    return GrayImage(width: columns, height: rows, bytes: bytes)
  }
}
