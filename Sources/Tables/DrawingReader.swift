internal import Foundation

/// Takes pictures and where they are anchored out of a drawing part.
final class DrawingReader: MarkupHandler {
  /// Rows and columns from 0, lengths in EMU.
  struct Anchor {
    var row: Int?
    var column: Int?
    var rowOffset = 0.0
    var bottomRow: Int?
    var bottomOffset = 0.0
    var height: Double?
    /// Of pictures that are anchored to the sheet: from its left and top.
    var x: Double?
    var y: Double?
  }

  private(set) var refusal: TableError?
  private(set) var pictures: [(anchor: Anchor, relation: String)] = []
  /// Pictures that are only linked to.
  private(set) var linked = 0
  private var anchor = Anchor()
  private var relations: [String] = []
  private var fallback = 0
  private var isInAnchor = false
  private var isInPicture = false
  private var corner: Corner?
  private var digits: [UInt8] = []

  private enum Corner { case from, to }

  func start(_ tag: MarkupTag) {
    let name = tag.name
    digits.removeAll(keepingCapacity: true)
    if DrawingReader.isAnchor(name) {
      (anchor, relations, isInAnchor, isInPicture) = (Anchor(), [], true, false)
    } else if name == "from" {
      corner = .from
    } else if name == "to" {
      corner = .to
    } else if name == "Fallback" {
      fallback += 1
    } else if name == "pic" || name == "sp" || name == "grpSp" {
      isInPicture = true
    } else if isInAnchor, !isInPicture, name == "ext" {
      anchor.height = tag.attributes.string("cy").flatMap { Double($0) }
    } else if isInAnchor, !isInPicture, name == "pos" {
      anchor.x = tag.attributes.string("x").flatMap { Double($0) }
      anchor.y = tag.attributes.string("y").flatMap { Double($0) }
    } else if name == "blip", fallback == 0 {
      if let relation = tag.attributes.prefixed("embed"), !relation.isEmpty {
        relations.append(relation)
      } else {
        linked += 1
      }
    }
  }

  func end(_ name: MarkupName) {
    if name == "from" || name == "to" {
      corner = nil
    } else if name == "Fallback" {
      fallback -= 1
    } else if let corner {
      take(name, corner)
    } else if DrawingReader.isAnchor(name) {
      isInAnchor = false
      for relation in relations { pictures.append((anchor, relation)) }
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if corner != nil, digits.count < 32 { digits.append(contentsOf: bytes.prefix(32)) }
  }

  private func take(_ name: MarkupName, _ corner: Corner) {
    let text = String(decoding: digits.trimmedASCII, as: UTF8.self)
    let offset = Double(text).map { min(max($0, 0), 1e12) } ?? 0
    if name == "row" {
      if corner == .from { anchor.row = Int(text) } else { anchor.bottomRow = Int(text) }
    } else if name == "col" {
      if corner == .from { anchor.column = Int(text) }
    } else if name == "rowOff" {
      if corner == .from { anchor.rowOffset = offset } else { anchor.bottomOffset = offset }
    }
  }

  private static func isAnchor(_ name: MarkupName) -> Bool {
    name == "twoCellAnchor" || name == "oneCellAnchor" || name == "absoluteAnchor"
  }
}

extension DrawingReader.Anchor {
  /// The row in which the picture's middle lies and the column in which it begins; nil where it
  /// stands nowhere on the sheet.
  func cell(in grid: SheetGrid) -> (row: Int, column: Int)? {
    let half = min(max(height ?? 0, 0), 1e12) / 2
    if let row, let column {
      guard (0..<CellReference.rows).contains(row), (0..<CellReference.columns).contains(column)
      else { return nil }
      // Offsets beyond a row's height count as its height.
      let top = min(rowOffset, grid.height(row + 1))
      guard let bottomRow, bottomRow >= row, bottomRow < CellReference.rows else {
        return (grid.row(top + half, below: row + 1), column + 1)
      }
      let bottom = grid.height(from: row + 1, to: bottomRow + 1) + bottomOffset
      return (grid.row((top + max(top, bottom)) / 2, below: row + 1), column + 1)
    }
    guard let x, let y, x.isFinite, y.isFinite, x >= 0, y >= 0 else { return nil }
    return (grid.row(min(y, 1e12) + half, below: 1), grid.column(at: min(x, 1e12)))
  }
}
