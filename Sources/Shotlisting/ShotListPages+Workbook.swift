public import Foundation
internal import Model
internal import Tables

extension ShotListPages {
  /// The list as a workbook of three sheets: the shots, the schedule by day, what has to be there.
  ///
  /// Takes are marked from a drop-down. Every cell is text or a number; none can be a formula.
  ///
  /// - Throws: `TableError` where there is no memory or no room on the disk for it.
  public func xlsx() throws -> Data {
    var workbook = WorkbookWriter()
    workbook.add(shotSheet)
    workbook.add(scheduleSheet)
    workbook.add(checkSheet)
    return Data(try workbook.bytes())
  }

  private var shotSheet: WorkbookWriter.Sheet {
    let table = ShotTable(pages: self)
    let numeric = table.numeric
    let rows = table.rows.map { row in
      row.enumerated().map { column, text in
        numeric.contains(column) ? WorkbookWriter.Cell.number(text) : .text(text)
      }
    }
    var sheet = WorkbookWriter.Sheet(
      name: "\(kind.zh) \(kind.en)", rows: [table.header.map { .text($0) }] + rows)
    sheet.heldColumns = table.heldColumns
    sheet.widths = table.widths
    sheet.printedColumns = table.printedColumns
    for column in table.takeColumns { sheet.choices[column] = ShotTable.marks }
    return sheet
  }

  private var scheduleSheet: WorkbookWriter.Sheet {
    let header = [
      "天 Day", "日期 Date", "开始 Start", "结束 End", "场次 Setup", "镜头 Shots", "必拍 Must", "分钟 Minutes",
    ]
    let dates = days.reduce(into: [Int: String]()) { $0[$1.number] = $1.date }
    let rows: [[WorkbookWriter.Cell]] = list.setups.map { setup in
      [
        .number(String(setup.day)), .text(dates[setup.day] ?? ""),
        .text(DayClock.time(setup.start, dayStart: policy.dayStart)),
        .text(DayClock.time(setup.start + setup.minutes, dayStart: policy.dayStart)),
        .text(setup.name), .number(String(setup.shots.count)),
        .number(String(setup.shots.count { $0.must })), .number(DayClock.minutes(setup.minutes)),
      ]
    }
    var sheet = WorkbookWriter.Sheet(name: "日程 Schedule", rows: [header.map { .text($0) }] + rows)
    sheet.widths = [1: 12, 4: 36]
    return sheet
  }

  private var checkSheet: WorkbookWriter.Sheet {
    let header = ["天 Day", "类别 Kind", "名称 Item", "数量 Quantity", "镜头 Shots", "备注 Notes", "备齐 Ready"]
    let rows: [[WorkbookWriter.Cell]] = days.flatMap { day in
      CallList(shots: day.shots, policy: policy).sections.flatMap { section in
        section.lines.map { line in
          [
            .number(String(day.number)), .text("\(section.zh) \(section.en)"), .text(line.name),
            .number(line.quantity.map(String.init) ?? ""), .number(String(line.shots)),
            .text(line.note), .text(""),
          ]
        }
      }
    }
    var sheet = WorkbookWriter.Sheet(name: "清单 Checklist", rows: [header.map { .text($0) }] + rows)
    sheet.choices = [6: ["✓"]]
    return sheet
  }
}
