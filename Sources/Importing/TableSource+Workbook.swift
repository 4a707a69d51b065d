import Diagnostics
import Foundation
import Model
import Tables

extension TableSource {
  /// Every sheet that is shown and has headers; of the others it is said why not.
  func workbook(_ path: String, _ findings: inout Findings) throws -> [Named] {
    let workbook = try Workbook(path: path)
    let shown = workbook.sheets.filter { $0.visibility == .visible }
    for sheet in workbook.sheets where sheet.visibility != .visible {
      findings.add(
        .note,
        "sheet '\(sheet.name.shortened(to: 60))' is hidden and not read: unhide it to have it read")
    }
    var tables: [Named] = []
    var bare: [String] = []
    for sheet in shown {
      findings.sheet = workbook.sheets.count > 1 ? sheet.name.shortened(to: 60) : nil
      do {
        if let table = try table(of: sheet, in: workbook, &findings) {
          tables.append(Named(table: table, sheet: findings.sheet))
        } else {
          bare.append(sheet.name)
        }
      } catch let error as TableError {
        findings.add(.error, error.message)
      }
    }
    findings.sheet = nil
    if tables.isEmpty, !findings.hasErrors {
      findings.add(.error, DelimitedReader.noHeaders)
    } else {
      for name in bare {
        findings.add(
          .note,
          "sheet '\(name.shortened(to: 60))' has no row of known column names and is left out")
      }
    }
    return tables
  }

  private func table(
    of sheet: WorkbookSheet, in workbook: Workbook, _ findings: inout Findings
  ) throws -> Table? {
    let store = RowStore()
    let notes = try workbook.read(sheet, into: store)
    let head = (0..<min(store.count, DelimitedReader.searched)).map(store.record)
    guard let found = finder.find(in: head) else { return nil }
    let columns = finder.columns(head[found.first...found.last])
    guard columns.count <= ImportLimits.columns else {
      findings.add(
        .error, "\(columns.count) columns; at most \(ImportLimits.columns) are read")
      return nil
    }
    note(notes, columns, below: head[found.last].row, &findings)
    var rows = TableRows(store: store, first: found.last + 1)
    rows.pictures = pictures(
      notes.pictures, in: workbook, columns, below: head[found.last].row, &findings)
    rows.width = columns.count
    for link in notes.links where columns.indices.contains(link.column - 1) {
      let field = columns[link.column - 1].meaning?.field
      guard field == .link || field == .images else { continue }
      rows.links[link.row, default: [:]][link.column - 1] = link.address
    }
    rows.identity = columns.indices.filter { place in
      columns[place].meaning.map {
        [.title, .productID, .handle, .parentReference].contains($0.field)
      } ?? false
    }
    return Table(columns: columns, rows: rows, form: .workbook)
  }

  private func note(
    _ notes: SheetNotes, _ columns: [Column], below header: Int, _ findings: inout Findings
  ) {
    for fault in notes.faults.list where fault.row > header || fault.row == 0 {
      findings.add(
        .warning, row: fault.row == 0 ? nil : fault.row,
        column: fault.column == 0 ? nil : columns.name(at: fault.column - 1, row: fault.row),
        fault.message)
    }
    let rows = notes.hiddenRows.filter { $0.upperBound > header }
    if let first = rows.first {
      let count = rows.reduce(0) { $0 + $1.count }
      findings.add(
        .note, row: first.lowerBound,
        "\(count) hidden \(count == 1 ? "row is" : "rows are") read too, from row "
          + "\(first.lowerBound) on: delete what is not for sale")
    }
    let names = notes.hiddenColumns.flatMap { Array($0.prefix(50)) }.filter { $0 <= columns.count }
      .map { "'\(columns.name(at: $0 - 1, row: header))'" }
    if !names.isEmpty {
      findings.add(
        .note, "hidden columns are read too: \(names.prefix(20).joined(separator: ", "))")
    }
  }

  /// Puts the pictures of rows into the workspace, each part once.
  private func pictures(
    _ found: [CellPicture], in workbook: Workbook, _ columns: [Column], below header: Int,
    _ findings: inout Findings
  ) -> [Int: [RowPicture]] {
    var paths: [String: String] = [:]
    var pictures: [Int: [RowPicture]] = [:]
    for picture in found where picture.row > header {
      let name = columns.name(at: picture.column - 1, row: picture.row)
      do {
        let known = try paths[picture.part] ?? keep(workbook.picture(picture.part))
        guard let path = known else { continue }
        paths[picture.part] = path
        pictures[picture.row, default: []].append(RowPicture(path: path, header: name))
      } catch {
        let message = (error as? TableError)?.message ?? "\(error)"
        findings.add(.warning, row: picture.row, column: name, message)
      }
    }
    return pictures
  }
}

extension [Column] {
  /// The header, or the cell's own name where none stands over it.
  fileprivate func name(at place: Int, row: Int) -> String {
    let header = indices.contains(place) ? self[place].header : ""
    return header.isEmpty ? "\(CellReference.name(column: place + 1))\(row)" : header
  }
}
