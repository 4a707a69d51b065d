/// Takes pictures and the cells that they are anchored to out of a drawing part.
final class DrawingReader: MarkupHandler {
  private(set) var refusal: TableError?
  private(set) var pictures: [(row: Int, column: Int, relation: String)] = []
  /// Pictures that stand at no cell.
  private(set) var floating = 0
  /// Pictures that are only linked to.
  private(set) var linked = 0
  private var row: Int?
  private var column: Int?
  private var isInFrom = false
  private var fallback = 0
  private var digits: [UInt8]?

  func start(_ tag: MarkupTag) {
    let name = tag.name
    if name == "from" {
      isInFrom = true
    } else if name == "Fallback" {
      fallback += 1
    } else if isInFrom, name == "row" || name == "col" {
      digits = []
    } else if name == "blip", fallback == 0 {
      take(tag.attributes)
    }
  }

  func end(_ name: MarkupName) {
    if name == "from" {
      isInFrom = false
    } else if name == "Fallback" {
      fallback -= 1
    } else if isInFrom, name == "row" {
      row = digits?.ordinal
    } else if isInFrom, name == "col" {
      column = digits?.ordinal
    } else if name == "twoCellAnchor" || name == "oneCellAnchor" || name == "absoluteAnchor" {
      (row, column) = (nil, nil)
    }
    digits = isInFrom && (name == "row" || name == "col") ? nil : digits
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if digits != nil, bytes.count < 20 { digits?.append(contentsOf: bytes) }
  }

  private func take(_ attributes: MarkupAttributes) {
    guard let relation = attributes.prefixed("embed"), !relation.isEmpty else {
      linked += 1
      return
    }
    guard let row, let column, row < CellReference.rows, column < CellReference.columns else {
      floating += 1
      return
    }
    pictures.append((row + 1, column + 1, relation))
  }
}
