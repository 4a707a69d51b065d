import Diagnostics
import Model
import Tables

extension DraftBuilder {
  /// Every picture of the listing's rows, in their order.
  mutating func readImages() {
    var seen: Set<String> = []
    for row in group.rows {
      for (text, column) in values(.images, row) {
        let address = FormulaAddress(text).map { [$0.address] }
        for path in address ?? taobaoPaths(text) ?? ListText.paths(text) {
          guard product.images.count < 200, !seen.contains(path) else { continue }
          guard isInside(path) else {
            findings.add(
              .warning, row: row.number, column: sheet.header(column), value: path,
              "'\(path.shortened(to: 80))' leads out of the workspace and is not taken")
            continue
          }
          seen.insert(path)
          note("images[\(product.images.count)]", column, row: row)
          product.images.append(path.shortened(to: 2_000))
        }
      }
      for picture in sheet.table.rows.pictures[row.number] ?? []
      where product.images.count < 200 && seen.insert(picture.path).inserted {
        note("images[\(product.images.count)]", cell: picture.header, row: row)
        product.images.append(picture.path)
      }
    }
  }

  private func isInside(_ path: String) -> Bool {
    let isAddress = path.contains("://")
    return isAddress || !path.split { $0 == "/" || $0 == "\\" }.contains("..")
  }

  /// Taobao's `name:type:position:|url;`: the address, or the file in the folder beside the table.
  private func taobaoPaths(_ text: String) -> [String]? {
    guard text.utf8.contains(UInt8(ascii: "|")), text.utf8.contains(UInt8(ascii: ":")) else {
      return nil
    }
    let parts = text.split(separator: ";").map { String($0).cleaned }.filter { !$0.isEmpty }
    let folder = sheet.file.split(separator: ".").dropLast().joined(separator: ".")
    var paths: [String] = []
    for part in parts {
      let halves = part.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      let head = halves[0].split(separator: ":", omittingEmptySubsequences: false)
      guard halves.count == 2, head.count >= 3, let name = head.first,
        name.count >= 8, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
        Int(head[1]) != nil
      else { return nil }
      let address = String(halves[1]).cleaned
      paths.append(address.isEmpty ? "\(folder)/\(name).tbi" : address)
    }
    return paths.isEmpty ? nil : paths
  }
}
