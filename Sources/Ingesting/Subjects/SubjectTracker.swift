import Model
import Pixels

/// Decides where the subject of a stretch stands: where the product's own colours are, if that is
/// clear, else what the scan saw.
struct SubjectTracker {
  let report: SubjectReport
  /// Of the product's photos.
  let profile: ColorProfile?

  /// The product's colours are believed from here on, unless what stands out by itself is surer by
  /// more than a margin.
  private static let least = 0.6
  private static let margin = 0.25

  func track(from start: Double, to end: Double) -> SubjectTrack? {
    // What lies beside the stretch is a slate, or another take.
    let wanted = start...max(start, end)
    let likeness = profile.map { profile in
      Dictionary(
        report.tints.filter { wanted.contains($0.time) }.compactMap { tint in
          find(profile, in: tint).map { (tint.time, $0) }
        }, uniquingKeysWith: { first, _ in first })
    }
    let samples = report.samples.filter { wanted.contains($0.time) }.map { sample in
      guard sample.evidence != .face, let alike = likeness?[sample.time],
        alike.confidence >= Self.least, alike.confidence > sample.confidence - Self.margin
      else { return sample }
      return alike
    }
    return samples.isEmpty ? nil : SubjectTrack(samples: samples)
  }

  /// The back-projection of the product's colours onto a picture.
  private func find(_ profile: ColorProfile, in tint: TintSample) -> SubjectSample? {
    let cells = [UInt8](tint.cells)
    guard tint.columns > 0, cells.count >= tint.columns, cells.count % tint.columns == 0,
      profile.shares.count == ColorKind.count
    else { return nil }
    var shown = [Double](repeating: 0, count: ColorKind.count)
    for cell in cells { shown[Int(cell >> 2)] += 1 / Double(cells.count) }
    var map = EvidenceMap(columns: tint.columns, rows: cells.count / tint.columns)
    for (place, cell) in cells.enumerated() {
      let kind = Int(cell >> 2)
      // A colour that the picture is full of says little, however common it is on the product.
      let ratio = min(1, profile.shares[kind] / (shown[kind] * 4 + 0.02))
      map.values[place] = ratio * (0.7 + 0.1 * Double(cell & 3))
    }
    guard let found = map.subject() else { return nil }
    return SubjectSample(
      time: tint.time, box: found.box.rounded, confidence: found.confidence.rounded(toPlaces: 2),
      evidence: .likeness)
  }
}
