import CFFmpeg
import Foundation
import Media
import Support
import Testing
import Timing

/// Bars and ramps of known numbers come back as BT.709 limited. Tolerances are eight-bit code values
/// of luma and of both differences: three.
@Suite(.serialized) struct ColorTruthTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Luma and both differences in the middle of each patch of a file's first picture.
  private func patches(
    _ path: String, count: Int, width: Int = 256, height: Int = 128, grade: Grade? = nil
  ) throws -> [[Double]] {
    let reader = try PictureReader(
      path: path, range: nil, framing: Framing(width: width, height: height, grade: grade),
      rate: FrameRate(30), isStill: false)
    let picture = try #require(try reader.next())
    return picture.withPlanes { planes in
      (0..<count).map { patch in
        planes.map { plane in
          let x = (2 * patch + 1) * plane.width / (2 * count)
          return Double(plane.pointer[plane.height / 2 * plane.stride + x])
        }
      }
    }
  }

  private func worst(_ shown: [[Double]], _ wanted: [[Double]]) -> Double {
    zip(shown, wanted).flatMap { zip($0, $1).map { abs($0 - $1) } }.max() ?? .infinity
  }

  @Test(
    arguments: MadeColor.Matrix.allCases.flatMap { matrix in
      [(false, 8), (true, 8), (false, 10), (true, 10)].map { (matrix, $0.0, $0.1) }
    })
  func barsOfEachMatrixAndRangeComeBack(
    _ matrix: MadeColor.Matrix, _ isFull: Bool, _ depth: Int
  ) throws {
    let path = folder.file("bars.mp4").path
    try MadeColor(matrix: matrix, isFull: isFull, depth: depth).write(MadeColor.bars, to: path)
    let shown = try patches(path, count: MadeColor.bars.count)
    #expect(worst(shown, MadeColor.bars.map(MadeColor.standard)) <= 3)
  }

  @Test(arguments: [(256, 128, MadeColor.Matrix.bt601), (1280, 720, .bt709)])
  func untaggedPicturesAreGuessedBySize(
    _ width: Int, _ height: Int, _ matrix: MadeColor.Matrix
  ) throws {
    let path = folder.file("untagged.mp4").path
    try MadeColor(width: width, height: height, matrix: matrix, isTagged: false)
      .write(MadeColor.bars, to: path)
    let shown = try patches(path, count: MadeColor.bars.count, width: width, height: height)
    #expect(worst(shown, MadeColor.bars.map(MadeColor.standard)) <= 3)
  }

  @Test func oblongSamplesAreSquaredAndKeepTheirColours() throws {
    let path = folder.file("oblong.mp4").path
    try MadeColor(matrix: .bt601, aspect: AVRational(num: 3, den: 2)).write(
      MadeColor.bars, to: path)
    #expect(try Probe.facts(of: path).video?.displayWidth == 384)
    let shown = try patches(path, count: MadeColor.bars.count, width: 384)
    #expect(worst(shown, MadeColor.bars.map(MadeColor.standard)) <= 3)
  }

  /// The signal of so many candela, by the transfer's own formula.
  private func signal(_ transfer: ToneMap.Source, nits: Double) -> Double {
    switch transfer {
    case .pq:
      let p = pow(nits / 10000, 0.1593017578125)
      return pow((0.8359375 + 18.8515625 * p) / (1 + 18.6875 * p), 78.84375)
    case .hlg:
      let scene = pow(nits / 1000, 1 / 1.2)
      return scene <= 1.0 / 12
        ? (3 * scene).squareRoot() : 0.17883277 * log(12 * scene - 0.28466892) + 0.55991073
    case .wide: return pow(nits, 1 / 2.4)
    }
  }

  @Test(arguments: [ToneMap.Source.hlg, .pq], [false, true])
  func greysOfKnownLightLandOnTheCurve(_ source: ToneMap.Source, _ isFull: Bool) throws {
    let nits: [Double] = [0, 1, 5, 26, 50, 100, 150, 203, 300, 500, 800, 1000]
    let path = folder.file("grey.mp4").path
    try MadeColor(
      matrix: .bt2020, isFull: isFull,
      transfer: source == .hlg ? AVCOL_TRC_ARIB_STD_B67 : AVCOL_TRC_SMPTE2084,
      primaries: AVCOL_PRI_BT2020, depth: 10
    ).write(
      nits.map { light in [Double](repeating: signal(source, nits: light), count: 3) }, to: path)
    #expect(try Probe.facts(of: path).video?.hdr?.rawValue == source.rawValue)
    let wanted = nits.map { [16 + 219 * ToneMap.signal(ofNits: $0), 128, 128] }
    let shown = try patches(path, count: nits.count)
    #expect(worst(shown, wanted) <= 3, "\(shown)")
  }

  /// BT.709 in BT.2020's primaries.
  private func widened(_ rgb: [Double]) -> [Double] {
    [
      0.627404 * rgb[0] + 0.329283 * rgb[1] + 0.043313 * rgb[2],
      0.069097 * rgb[0] + 0.919540 * rgb[1] + 0.011362 * rgb[2],
      0.016391 * rgb[0] + 0.088013 * rgb[1] + 0.895595 * rgb[2],
    ]
  }

  @Test func coloursOfOrdinaryLightKeepTheirHue() throws {
    // Below the curve's knee a colour is only made darker or brighter.
    let nits: [[Double]] = [
      [80, 20, 20], [20, 80, 20], [20, 20, 80], [90, 90, 30], [60, 40, 30],
    ]
    let path = folder.file("colour.mp4").path
    try MadeColor(
      matrix: .bt2020, transfer: AVCOL_TRC_SMPTE2084, primaries: AVCOL_PRI_BT2020, depth: 10
    ).write(nits.map { widened($0).map { signal(.pq, nits: $0) } }, to: path)
    let wanted = nits.map { MadeColor.standard($0.map(ToneMap.signal(ofNits:))) }
    let shown = try patches(path, count: nits.count)
    #expect(worst(shown, wanted) <= 3, "\(shown)")
  }

  @Test func aWideGamutOfStandardRangeIsNarrowed() throws {
    let colours: [[Double]] = [
      [0.5, 0.2, 0.2], [0.2, 0.5, 0.2], [0.2, 0.2, 0.5], [0.5, 0.5, 0.5],
    ]
    let path = folder.file("wide.mp4").path
    try MadeColor(
      matrix: .bt2020, transfer: AVCOL_TRC_BT2020_10, primaries: AVCOL_PRI_BT2020, depth: 10
    ).write(
      colours.map { colour in
        widened(colour.map { pow($0, 2.4) }).map { pow($0, 1 / 2.4) }
      }, to: path)
    let shown = try patches(path, count: colours.count)
    #expect(worst(shown, colours.map(MadeColor.standard)) <= 3, "\(shown)")
  }

  @Test func theCurveRisesAllTheWayAndEndsAtWhite() {
    let steps = (0...1000).map { ToneMap.signal(ofNits: Double($0)) }
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 })
    #expect(ToneMap.signal(ofNits: 0) == 0)
    #expect(abs(ToneMap.signal(ofNits: 1000) - 1) < 1e-9)
    #expect((0.82...0.86).contains(ToneMap.signal(ofNits: 203)))
  }

  @Test func whatIsWrittenIsTaggedAndUpright() throws {
    let (from, to) = (folder.file("hdr.mp4").path, folder.file("out.mp4").path)
    try MadeColor(
      matrix: .bt2020, transfer: AVCOL_TRC_ARIB_STD_B67, primaries: AVCOL_PRI_BT2020, depth: 10
    ).write(MadeColor.bars, to: from)
    let reader = try PictureReader(
      path: from, range: nil, framing: Framing(width: 128, height: 128), rate: FrameRate(30),
      isStill: false)
    let writer = try MovieWriter(
      path: to, video: VideoEncoding(width: 128, height: 128, rate: FrameRate(30), gop: 30),
      sound: nil)
    while let picture = try reader.next() { try writer.write(picture) }
    try writer.finish()
    let video = try #require(try Probe.facts(of: to).video)
    #expect(video.colorPrimaries == "bt709" && video.colorTransfer == "bt709")
    #expect(video.colorSpace == "bt709" && !video.fullRange && video.hdr == nil)
    #expect(video.rotation == 0 && video.displayWidth == 128 && video.bitDepth == 8)
  }

  @Test func aGradeMultipliesLightAndATableIsAppliedLast() throws {
    let path = folder.file("grey.mp4").path
    let greys = [0.1, 0.3, 0.5].map { [$0, $0, $0] }
    try MadeColor().write(greys, to: path)
    let warm = try patches(path, count: 3, grade: Grade(red: 1.06, blue: 0.95))
    let wanted = greys.map {
      MadeColor.standard([$0[0] * pow(1.06, 1 / 2.4), $0[1], $0[2] * pow(0.95, 1 / 2.4)])
    }
    #expect(worst(warm, wanted) <= 2)
    let bright = try patches(path, count: 3, grade: Grade(exposure: 0.3))
    #expect(zip(bright, greys).allSatisfy { $0[0] > MadeColor.standard($1)[0] + 1 })
    // A table that swaps red and blue, in a folder whose name asks for trouble.
    let cube = folder.file("it's, a [table]; 50%:1.cube")
    var lines = ["TITLE \"swap\"", "LUT_3D_SIZE 2"]
    for blue in 0...1 {
      for green in 0...1 { for red in 0...1 { lines.append("\(blue) \(green) \(red)") } }
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: cube)
    try CubeFile.check(cube)
    let red = folder.file("red.mp4").path
    try MadeColor().write([[0.6, 0.2, 0.1]], to: red)
    let table = Grade.Table(identity: "swap", path: cube.path)
    let swapped = try patches(red, count: 1, grade: Grade(table: table))
    #expect(worst(swapped, [MadeColor.standard([0.1, 0.2, 0.6])]) <= 2, "\(swapped)")
  }

  @Test(arguments: [
    ("LUT_3D_SIZE 2\n0 0 0\n", "2 steps make 8 lines, not 1"),
    ("LUT_3D_SIZE 900\n", "line 1: 'LUT_3D_SIZE' is 2 to 65"),
    ("LUT_1D_SIZE 4\n", "line 1: tables of one dimension are not taken; export a 3D one"),
    ("# nothing\n", "'LUT_3D_SIZE' is missing"),
    ("LUT_3D_SIZE 2\n0 0 nan\n", "line 2: three numbers are expected"),
    ("LUT_3D_SIZE 2\n0 0\n", "line 2: three numbers are expected"),
  ])
  func aFileThatIsNoTableIsRefusedByItsLine(_ text: String, _ reason: String) throws {
    let url = folder.file("bad.cube")
    try Data(text.utf8).write(to: url)
    let error = #expect(throws: MediaError.self) { try CubeFile.check(url) }
    #expect(error?.message == "'bad.cube' is no colour table: \(reason)")
  }
}
