public import Foundation
internal import Tables

extension ShotListPages {
  /// The list as comma-separated values: UTF-8 with a byte order mark, one header of both
  /// vocabularies, one row a shot in filming order.
  ///
  /// A cell that a spreadsheet would take for a formula gets an apostrophe in front.
  public func csv() -> Data {
    let table = ShotTable(pages: self)
    return Data(DelimitedWriter.csv([table.header] + table.rows))
  }
}
