public import Diagnostics
public import Model

/// What a shoot is planned from.
public struct ShootInput: Sendable {
  /// In the order in which they would be filmed one by one.
  public var scripts: [Script]
  /// Products' short names by SKU; a SKU stands for itself where none is given.
  public var titles: [String: String]
  /// Places in the selection by SKU, from 1; a product without one comes last.
  public var ranks: [String: Int]
  /// ISO date of the first day, or empty.
  public var date: String
  public var edits: ShootEdits

  public init(
    scripts: [Script], titles: [String: String] = [:], ranks: [String: Int] = [:],
    date: String = "", edits: ShootEdits = ShootEdits()
  ) {
    self.scripts = scripts
    self.titles = titles
    self.ranks = ranks
    self.date = date
    self.edits = edits
  }
}

/// A planned shoot, and what it costs.
public struct ShootPlan: Sendable {
  public var list: ShotList
  /// Minutes as planned.
  public var bill: ShootBill
  /// Minutes of the same shots in the scripts' order.
  public var plainBill: ShootBill
  /// What people want and cannot have: warnings with their place in the file.
  public var findings: [Diagnostic]

  public init(
    list: ShotList, bill: ShootBill, plainBill: ShootBill, findings: [Diagnostic] = []
  ) {
    self.list = list
    self.bill = bill
    self.plainBill = plainBill
    self.findings = findings
  }
}
