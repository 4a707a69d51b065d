public import Foundation
internal import Model
internal import Tables
internal import Timing

extension ShotListPages {
  /// The list as comma-separated values: UTF-8 with a byte order mark, one header of both
  /// vocabularies, one row a shot in filming order.
  ///
  /// A cell that a spreadsheet would take for a formula gets an apostrophe in front.
  public func csv() -> Data {
    var rows = [ShotTable.header]
    var number = 0
    for setup in list.setups {
      for shot in setup.shots {
        number += 1
        rows.append(
          ShotTable.cells(
            of: shot, number: number, setup: setup.name,
            start: DayClock.time(setup.start, dayStart: policy.dayStart)))
      }
    }
    return Data(DelimitedWriter.csv(rows))
  }
}

/// The rows of the table, before they are written in some format.
enum ShotTable {
  static let header: [String] =
    ["序号 No.", "场次 Setup", "开始 Start", "SKU", "商品 Product"]
    + ShotColumn.allCases.map { "\($0.zh) \($0.en)" + ($0 == .duration ? " (s)" : "") }
    + ["必拍 Must", "毁样 Spends sample", "打板码 Slate", "脚本 Scripts", "OK", "NG", "保留 Keep"]

  /// Columns of figures: the number and the length.
  static let numeric: Set<Int> = Set(
    header.indices.filter { header[$0].hasSuffix("No.") || header[$0].hasSuffix("(s)") })

  static func cells(of shot: ListedShot, number: Int, setup: String, start: String) -> [String] {
    let columns = ShotColumn.allCases.map {
      $0 == .duration ? ShotColumn.seconds(shot.duration) : $0.text(of: shot)
    }
    let flags = [shot.must ? "✓" : "", shot.destructive ? "✓" : ""]
    return [String(number), setup, start, shot.sku, shot.product] + columns + flags
      + [shot.payload, shot.scripts.joined(separator: " "), "", "", ""]
  }
}
