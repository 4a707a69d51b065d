/// The rows of one listing: the first names it, the others are its variants and pictures.
struct RowGroup {
  var main: TableRow
  var rest: [TableRow] = []
  /// What the rows have in common: handle, item id or parent; nil for a row of its own.
  var key: String?
  /// The first row is the listing's own, and is not for sale itself.
  var mainIsParent = false

  var rows: [TableRow] { [main] + rest }
}

/// Which rows belong together, without the rows: a few bytes for each.
struct RowGroups {
  /// For each row its group; -1 where it was left out.
  private var groupOf: [Int32] = []
  private var hasParent: [Bool] = []
  /// Rows by group: those of group `g` stand from `starts[g]` to `starts[g + 1]`.
  private var order: [Int32] = []
  private var starts: [Int32] = []

  var count: Int { hasParent.count }
  /// Groups that are open while rows are being added.
  var last: Int { hasParent.count - 1 }

  mutating func leaveOut() { groupOf.append(-1) }
  mutating func add(to group: Int) { groupOf.append(Int32(group)) }

  mutating func open() {
    groupOf.append(Int32(hasParent.count))
    hasParent.append(false)
  }

  mutating func setParent(_ group: Int) { hasParent[group] = true }
  func isParent(_ group: Int) -> Bool { hasParent[group] }

  /// To be called when all rows are in.
  mutating func close() {
    starts = [Int32](repeating: 0, count: count + 1)
    for group in groupOf where group >= 0 { starts[Int(group) + 1] += 1 }
    for place in 0..<count { starts[place + 1] += starts[place] }
    var next = starts
    order = [Int32](repeating: 0, count: Int(starts[count]))
    for (row, group) in groupOf.enumerated() where group >= 0 {
      order[Int(next[Int(group)])] = Int32(row)
      next[Int(group)] += 1
    }
    groupOf = []
  }

  /// Ordinals of a group's rows, in their order.
  func rows(of group: Int) -> ArraySlice<Int32> {
    order[Int(starts[group])..<Int(starts[group + 1])]
  }
}
