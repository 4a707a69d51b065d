import Drawing
import Foundation
import Pixels
import Testing

struct CanvasTests {
  private func pixel(_ bitmap: Bitmap, _ x: Int, _ y: Int) -> [UInt8] {
    let start = (y * bitmap.width + x) * 4
    return Array(bitmap.bytes[start..<start + 4])
  }

  @Test func coloursComeOutAsPremultipliedRGBA() throws {
    let canvas = try Canvas(width: 4, height: 2)
    canvas.fill(.rect(CGRect(x: 0, y: 0, width: 2, height: 2)), with: Color("#FF800080")!)
    #expect(pixel(canvas.bitmap, 0, 0) == [128, 64, 0, 128])
    #expect(pixel(canvas.bitmap, 3, 1) == [0, 0, 0, 0])
  }

  @Test func aBitmapGoesInAndOutUnchanged() throws {
    let bytes: [UInt8] = (0..<15).flatMap { (n: UInt8) -> [UInt8] in [n * 7, n * 3, n, 255] }
    let bitmap = Bitmap(width: 5, height: 3, bytes: bytes)
    #expect(try Canvas(bitmap).bitmap == bitmap)
  }

  @Test func groupsFadeAsAWhole() throws {
    let canvas = try Canvas(width: 3, height: 1)
    canvas.group(alpha: 0.5) {
      canvas.fill(.rect(CGRect(x: 0, y: 0, width: 2, height: 1)), with: .white)
      canvas.fill(.rect(CGRect(x: 1, y: 0, width: 2, height: 1)), with: .white)
    }
    #expect((0..<3).map { pixel(canvas.bitmap, $0, 0)[3] } == [128, 128, 128])
  }

  @Test func savedTakesBackTransformsAndClips() throws {
    let canvas = try Canvas(width: 4, height: 1)
    canvas.saved {
      canvas.translate(x: 2, y: 0)
      canvas.clip(to: .rect(CGRect(x: 0, y: 0, width: 1, height: 1)))
      canvas.fill(with: .white)
    }
    #expect((0..<4).map { pixel(canvas.bitmap, $0, 0)[3] } == [0, 0, 255, 0])
    canvas.fill(with: .white)
    #expect((0..<4).map { pixel(canvas.bitmap, $0, 0)[3] } == [255, 255, 255, 255])
  }

  @Test func croppedPicturesShowOnlyTheirPart() throws {
    var bitmap = Bitmap(width: 4, height: 1)
    bitmap.bytes = [255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 9, 9, 9, 255]
    let canvas = try Canvas(width: 4, height: 2)
    canvas.draw(
      bitmap, in: CGRect(x: 0, y: 0, width: 4, height: 2),
      crop: CGRect(x: 1, y: 0, width: 1, height: 1), smooth: false)
    #expect((0..<4).allSatisfy { pixel(canvas.bitmap, $0, 1) == [0, 255, 0, 255] })
  }

  @Test func aBlurKeepsLightAndSpreadsIt() throws {
    let canvas = try Canvas(width: 81, height: 81)
    canvas.fill(.rect(CGRect(x: 30, y: 30, width: 21, height: 21)), with: .white)
    let soft = canvas.bitmap.blurred(sigma: 6)
    func light(_ bitmap: Bitmap) -> Int {
      stride(from: 3, to: bitmap.bytes.count, by: 4).reduce(0) { $0 + Int(bitmap.bytes[$1]) }
    }
    let share = Double(light(soft)) / Double(light(canvas.bitmap))
    #expect(share > 0.93 && share < 1.02)
    #expect(pixel(soft, 40, 40)[3] < 255 && pixel(soft, 24, 40)[3] > 10)
    #expect(
      pixel(soft, 20, 40) == pixel(soft, 60, 40) && pixel(soft, 40, 20) == pixel(soft, 40, 60))
  }

  @Test(arguments: [(0, 5), (5, -1), (40_000, 4), (Int.max, Int.max)])
  func impossibleSizesAreRefused(width: Int, height: Int) {
    #expect { try Canvas(width: width, height: height) } throws: {
      ($0 as? DrawingError)?.code == .sizeInvalid
    }
  }
}
