/// One row of a file as it stands there; nothing in it is understood yet.
public struct Record: Sendable, Equatable {
  /// As a spreadsheet counts, the first being 1.
  public var row: Int
  public var cells: [String]

  public init(row: Int, cells: [String]) {
    self.row = row
    self.cells = cells
  }
}
