public import Foundation
internal import Model
internal import Tables

extension ShotListPages {
  /// The list as a workbook: the rows of the table on one sheet, the header held in view.
  ///
  /// Every cell is text or a number; none can be a formula.
  ///
  /// - Throws: `TableError` where there is no memory for it.
  public func xlsx() throws -> Data {
    var rows = [ShotTable.header.map { WorkbookWriter.Cell.text($0) }]
    for setup in list.setups {
      let start = DayClock.time(setup.start, dayStart: policy.dayStart)
      for shot in setup.shots {
        let cells = ShotTable.cells(
          of: shot, number: rows.count, setup: setup.name, start: start)
        rows.append(
          cells.enumerated().map { column, text in
            ShotTable.numeric.contains(column) ? .number(text) : .text(text)
          })
      }
    }
    var workbook = WorkbookWriter()
    workbook.add(sheet: "拍摄单 Shot list", rows: rows)
    return Data(try workbook.bytes())
  }
}
