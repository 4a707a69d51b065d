import CDlibShims
import Pixels

/// Finds faces that look towards the camera.
struct FaceFinder: Sendable {
  /// A face that is surer than this counts.
  private static let least = 0.05
  /// Faces that are told of one picture.
  private static let most = 16

  /// What one picture shows, at so many seconds of its file.
  func look(at picture: GrayImage, time: Double) -> FaceSample {
    var found = [shopreel_face](repeating: shopreel_face(), count: Self.most)
    let count = picture.bytes.withUnsafeBufferPointer { luma in
      shopreel_find_faces(
        luma.baseAddress, Int32(clamping: picture.width), Int32(clamping: picture.height), &found,
        Int32(Self.most))
    }
    let faces = found.prefix(Int(max(0, count))).filter { Double($0.confidence) > Self.least }
    guard let largest = faces.first else { return FaceSample(time: time) }
    let box = [largest.left, largest.top, largest.right, largest.bottom]
      .map { Double($0).rounded(toPlaces: 3) }
    let sure = faces.reduce(0.0) { $0 + Double($1.confidence) } / Double(faces.count)
    return FaceSample(
      time: time, count: faces.count, box: box, confidence: sure.rounded(toPlaces: 2))
  }
}
