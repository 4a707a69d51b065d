public import Foundation
internal import Model
internal import Tables
internal import Timing

/// Every file with what was understood of it, one row each, for spreadsheets.
public struct FootageTable: Sendable {
  public var files: [FileRecord]

  public init(files: [FileRecord]) { self.files = files }

  private static let header = [
    "文件 File", "种类 Kind", "结果 Result", "SKU", "镜号 Shots", "条数 Takes", "宽 Width", "高 Height",
    "帧率 Rate", "旋转 Turn", "HDR", "声音 Sound", "时长 Length (s)", "说明 Reason",
  ]

  /// UTF-8 with a byte order mark; no cell can be taken for a formula.
  public func csv() -> Data {
    Data(DelimitedWriter.csv([FootageTable.header] + files.map(FootageTable.cells)))
  }

  private static func rate(_ facts: TakeFacts?) -> String {
    facts?.rate.map { "\($0.framesPerSecond.double.rounded(toPlaces: 3))" } ?? ""
  }

  private static func cells(of record: FileRecord) -> [String] {
    let facts = record.facts
    func figure(_ value: Int?) -> String { value.flatMap { $0 > 0 ? "\($0)" : nil } ?? "" }
    let length = facts.flatMap { $0.duration > .zero ? $0.duration.decimal : nil }
    return [
      record.file, record.kind.rawValue, record.state.rawValue, record.sku,
      record.shots.joined(separator: " "), record.takes > 0 ? "\(record.takes)" : "",
      figure(facts?.width), figure(facts?.height), rate(facts),
      figure(facts?.rotation), facts?.hdr ?? "", facts.map { $0.audio ? "yes" : "no" } ?? "",
      length.map { "\($0.rounded(toPlaces: 3))" } ?? "", record.reasons.joined(separator: "; "),
    ]
  }
}
