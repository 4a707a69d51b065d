internal import Model

/// The rows of the producer's table, before they are written in some format.
struct ShotTable {
  let pages: ShotListPages

  /// One column: its head in both vocabularies and what stands in it.
  private struct Column {
    let head: String
    var isNumber = false
    var width: Double?
    let text: (Row) -> String
  }

  /// One shot with its place in the list.
  private struct Row {
    let shot: ListedShot
    let number: Int
    let setup: ShotList.Setup
  }

  static let takes = 4
  /// What a take can be, as the mark cards have it.
  static let marks = SlatePayload.marks

  var header: [String] { columns.map(\.head) }

  /// Columns of figures.
  var numeric: Set<Int> { Set(columns.indices.filter { columns[$0].isNumber }) }

  /// Columns in which a take is marked.
  var takeColumns: [Int] { columns.indices.filter { columns[$0].head.contains("Take") } }

  /// The columns that matter on paper stand first.
  var printedColumns: Int { (takeColumns.last ?? columns.count - 1) + 1 }

  /// Columns kept in view: up to the shot's id.
  var heldColumns: Int {
    (columns.firstIndex { $0.head == Self.head(.shot) } ?? -1) + 1
  }

  var widths: [Int: Double] {
    columns.enumerated().reduce(into: [:]) { $0[$1.offset] = $1.element.width }
  }

  /// One row a shot in filming order.
  var rows: [[String]] {
    var number = 0
    return pages.list.setups.flatMap { setup in
      setup.shots.map { shot in
        number += 1
        let row = Row(shot: shot, number: number, setup: setup)
        return columns.map { $0.text(row) }
      }
    }
  }

  private static func head(_ column: ShotColumn) -> String {
    "\(column.zh) \(column.en)" + (column == .duration ? " (s)" : "")
  }

  private static func tick(_ flag: Bool) -> String { flag ? "✓" : "" }

  private var columns: [Column] {
    let policy = pages.policy
    let dates = pages.days.reduce(into: [Int: String]()) { $0[$1.number] = $1.date }
    let first = [
      Column(head: "序号 No.", isNumber: true, width: 5) { String($0.number) },
      Column(head: "天 Day", isNumber: true, width: 5) { String($0.setup.day) },
      Column(head: "开始 Start", width: 7) {
        DayClock.time($0.setup.start, dayStart: policy.dayStart)
      },
      Column(head: "场次 Setup", width: 11) { $0.setup.name },
      column(.shot, width: 16), Column(head: "商品 Product", width: 15) { $0.shot.product },
    ]
    let craft = [
      column(.size, width: 7), column(.movement, width: 8), column(.angle, width: 7),
      column(.picture, width: 22), column(.line, width: 20), column(.caption, width: 16),
      Column(head: Self.head(.duration), isNumber: true, width: 7) {
        ShotColumn.seconds($0.shot.duration)
      },
      column(.sound, width: 8), column(.props, width: 11), column(.notes, width: 10),
      column(.backup, width: 14),
      Column(head: "必拍 Must", width: 6) { Self.tick($0.shot.must) },
    ]
    let takes = (1...Self.takes).map { take in
      Column(head: "条\(take) Take \(take)", width: 7) { _ in "" }
    }
    let stand = StandPart.allCases.map { part in
      Column(head: "\(part.zh) \(part.en)") { row in
        StandPart.named(row.shot, policy: policy).first { $0.part == part }?.name ?? ""
      }
    }
    let last = [
      Column(head: "日期 Date", width: 11) { dates[$0.setup.day] ?? "" },
      Column(head: "SKU") { $0.shot.sku },
      Column(head: "毁样 Spends sample", width: 8) { Self.tick($0.shot.destructive) },
      Column(head: "已定 Pinned", width: 8) { Self.tick($0.shot.pinned) },
      Column(head: "打板码 Slate") { $0.shot.payload },
      Column(head: "脚本 Scripts", width: 36) { $0.shot.scripts.joined(separator: " ") },
    ]
    return first + craft + takes + stand + last
  }

  private func column(_ column: ShotColumn, width: Double) -> Column {
    Column(head: Self.head(column), width: width) { column.text(of: $0.shot) }
  }
}
