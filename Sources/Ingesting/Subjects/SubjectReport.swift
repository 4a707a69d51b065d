public import Foundation
public import Model
import Pixels

/// What a scan saw of a clip's subject, and what finds a product's own colours in it later.
public struct SubjectReport: Sendable, Codable, Hashable {
  /// By time.
  public var samples: [SubjectSample]
  /// By time.
  public var tints: [TintSample]
  /// Luma and both colour differences of the upper and of the lower edge, 0…255.
  public var edges: [[Int]]?
  /// The same of a slate's paper.
  public var white: [Int]?

  public init(
    samples: [SubjectSample], tints: [TintSample], edges: [[Int]]? = nil, white: [Int]? = nil
  ) {
    self.samples = samples
    self.tints = tints
    self.edges = edges
    self.white = white
  }
}

/// The colours of one picture, told coarsely.
public struct TintSample: Sendable, Codable, Hashable {
  /// Seconds in the file.
  public var time: Double
  public var columns: Int
  /// A byte a cell, row by row: the colour's kind in six bits, what stands out in two.
  public var cells: Data

  init(time: Double, _ colors: TintImage, evidence: EvidenceMap) {
    self.time = time
    columns = colors.columns
    cells = Data(
      colors.luma.indices.map { cell in
        let kind = ColorKind.of(colors.luma[cell], colors.blue[cell], colors.red[cell])
        let level = min(3, Int(evidence.values[cell] * 6))
        return UInt8(kind << 2 | level)
      })
  }
}
