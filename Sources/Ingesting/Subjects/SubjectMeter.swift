import Model
import Pixels

/// Gathers where the subject stands, about twice a second, as one way through a clip goes along.
struct SubjectMeter {
  private(set) var samples: [SubjectSample] = []
  private var tints: [TintSample] = []
  private var edges: [(top: [UInt8], bottom: [UInt8])] = []
  private var whites: [[UInt8]] = []
  private var stir: [ResidualMotion.Place] = []
  private var speed = 0.0
  private var nextSample = 0.0

  /// Cells along the longer side.
  static let cells = 24
  /// Samples of four hours.
  private static let most = 30_000
  /// Pixels a sample, at 480 pixels' longer side, beyond which what stirs is the camera's doing.
  private static let fastest = 14.0
  /// More of the picture than this is no subject that moves.
  private static let widest = 0.35

  /// Pictures come in the order of time.
  ///
  /// - Parameters:
  ///   - stir: What has changed beside the camera's movement; nil where that is not known.
  ///   - speed: The camera's, in pixels a sample at 480 pixels' longer side.
  ///   - face: The faces, where they were looked for.
  mutating func add(
    _ picture: GrayImage, at time: Double, stir: [ResidualMotion.Place]?, speed: Double,
    face: FaceSample?, tint: (Int) -> TintImage?
  ) {
    self.stir += stir ?? []
    self.speed = max(self.speed, stir == nil ? 0 : speed)
    guard time >= nextSample, samples.count < Self.most else { return }
    nextSample = time + 0.45
    defer { (self.stir, self.speed) = ([], 0) }
    let colors = tint(Self.cells)
    let grid = colors ?? picture.tint(longSide: Self.cells)
    let saliency = Saliency(grid)
    var map = saliency.map(detail: picture.detail(columns: grid.columns, rows: grid.rows))
    if let colors {
      tints.append(TintSample(time: time, colors, evidence: map))
      edges.append((colors.mean(ofRow: 0), colors.mean(ofRow: colors.rows - 1)))
    }
    let moves = mix(&map, saliency)
    if let face, let box = Self.person(face) {
      let sure = min(1, 0.6 + face.confidence / 2)
      samples.append(
        SubjectSample(time: time, box: box, confidence: sure.rounded(toPlaces: 2), evidence: .face))
    } else if let found = map.subject() {
      samples.append(
        SubjectSample(
          time: time, box: found.box.rounded, confidence: found.confidence.rounded(toPlaces: 2),
          evidence: moves ? .motion : .saliency))
    }
  }

  /// Lets what moves speak, the less the faster the camera goes.
  private func mix(_ map: inout EvidenceMap, _ saliency: Saliency) -> Bool {
    let trust = max(0, 1 - speed / Self.fastest)
    var moved = EvidenceMap(columns: map.columns, rows: map.rows)
    for place in stir {
      let column = min(map.columns - 1, max(0, Int(place.x * Double(map.columns))))
      let row = min(map.rows - 1, max(0, Int(place.y * Double(map.rows))))
      let cell = row * map.columns + column
      if saliency.holds(cell) { moved.values[cell] = max(moved.values[cell], place.size) }
    }
    let share = Double(moved.values.count(where: { $0 > 0.3 })) / Double(moved.values.count)
    guard trust > 0, share > 0.003, share < Self.widest else { return false }
    for cell in map.values.indices {
      map.values[cell] =
        (1 - 0.4 * trust) * map.values[cell] + 0.6 * trust * moved.values[cell]
    }
    return trust > 0.3
  }

  /// The head with a part of the shoulders.
  private static func person(_ face: FaceSample) -> ShareBox? {
    guard face.box.count == 4, face.share > 0 else { return nil }
    let (width, height) = (face.box[2] - face.box[0], face.box[3] - face.box[1])
    let left = max(0, face.box[0] - width * 0.5)
    let top = max(0, face.box[1] - height * 0.6)
    let right = min(1, face.box[2] + width * 0.5)
    let bottom = min(1, face.box[3] + height * 1.2)
    guard right > left, bottom > top else { return nil }
    return ShareBox(x: left, y: top, width: right - left, height: bottom - top).rounded
  }

  /// Reads the white of the paper round a slate's code.
  mutating func see(_ slate: SlateSighting, width: Int, height: Int, tint: (Int) -> TintImage?) {
    guard whites.count < 32, let colors = tint(96),
      let white = SlateWhite.read(slate, width: width, height: height, colors)
    else { return }
    whites.append(white)
  }

  var report: SubjectReport? {
    guard !samples.isEmpty || !tints.isEmpty else { return nil }
    return SubjectReport(
      samples: samples, tints: tints, edges: edgeColors, white: Self.median(whites))
  }

  private var edgeColors: [[Int]]? {
    guard let top = Self.median(edges.map(\.top)), let bottom = Self.median(edges.map(\.bottom))
    else { return nil }
    return [top, bottom]
  }

  private static func median(_ colors: [[UInt8]]) -> [Int]? {
    guard !colors.isEmpty else { return nil }
    return (0..<3).map { part in
      Int(colors.map { $0.count == 3 ? $0[part] : 0 }.sorted()[colors.count / 2])
    }
  }
}

extension ShareBox {
  /// To a thousandth, inside the picture.
  var rounded: ShareBox {
    func round(_ value: Double) -> Double { min(1, max(0, value)).rounded(toPlaces: 3) }
    let (left, top) = (round(x), round(y))
    return ShareBox(
      x: left, y: top, width: (round(right) - left).rounded(toPlaces: 3),
      height: (round(bottom) - top).rounded(toPlaces: 3))
  }
}

extension TintImage {
  /// Luma and both differences of a row of cells.
  func mean(ofRow row: Int) -> [UInt8] {
    let cells = row * columns..<(row + 1) * columns
    return [luma, blue, red].map { plane in
      UInt8(plane[cells].reduce(0) { $0 + Int($1) } / max(1, columns))
    }
  }
}

extension GrayImage {
  /// A grid of luma alone.
  func tint(longSide: Int) -> TintImage {
    let (columns, rows) = TintImage.grid(width: width, height: height, longSide: longSide)
    let cells = (0..<columns * rows).map { cell -> UInt8 in
      let (x, y) = (cell % columns, cell / columns)
      var sum = 0
      for j in 0..<4 {
        for i in 0..<4 {
          let column = min(width - 1, (x * 4 + i) * width / (columns * 4))
          let row = min(height - 1, (y * 4 + j) * height / (rows * 4))
          sum += Int(self[column, row])
        }
      }
      return UInt8(sum / 16)
    }
    let plain = [UInt8](repeating: 128, count: cells.count)
    return TintImage(columns: columns, rows: rows, luma: cells, blue: plain, red: plain)
  }
}
