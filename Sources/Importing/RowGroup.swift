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
