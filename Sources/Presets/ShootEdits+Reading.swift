import Diagnostics
public import Foundation
public import Model
import Yams

extension ShootEdits {
  /// Reads a `shoot-edits/1` file, a workspace's `edits/shoot.yaml`.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource) throws {
    self = try source.read(schema: ShootEdits.schema) { root in
      _ = root["note"].string("")
      return ShootEdits(
        drop: root["drop"].items.compactMap { $0.mention() }, pin: root.own("pin").pins(),
        first: root["first"].items.compactMap { $0.mention() },
        order: root["order"].items.map { $0.chain() })
    }
  }
}

extension PresetLibrary {
  /// What people want of the shoot; nothing when there is no file.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public func shootEdits(at file: URL) throws -> ShootEdits {
    guard FileManager.default.fileExists(atPath: file.path) else { return ShootEdits() }
    return try ShootEdits(
      reading: PresetSource(contentsOf: file.path, shownAs: "edits/shoot.yaml"))
  }
}

extension PresetNode {
  private static let expected = "a shot's id, or a product such as 'sku:A100'"

  private func position(of node: Node?) -> Position {
    Position(file: file, line: node?.mark?.line, column: node?.mark?.column)
  }

  fileprivate func mention() -> ShootEdits.Mention? {
    guard let text = node?.scalar?.string, node?.null == nil else {
      wrong(Self.expected)
      return nil
    }
    let mention = ShootEdits.Mention(text: text, at: position(of: node))
    guard mention.id.isEmpty else { return mention }
    wrong(Self.expected)
    return nil
  }

  /// Shot or product → day.
  fileprivate func pins() -> [ShootEdits.Pin] {
    guard isPresent else { return [] }
    guard let mapping = node?.mapping else {
      wrong("a mapping of shots to days, such as {A100-01: 2}")
      return []
    }
    return mapping.compactMap { key, value in
      let text = key.scalar?.string ?? ""
      let name = PresetNode(
        node: key, path: path, file: file, fileLines: fileLines, findings: findings)
      guard let mention = name.mention() else { return nil }
      let day = PresetNode(
        node: value, path: path + "." + text, file: file, fileLines: fileLines, findings: findings)
      return ShootEdits.Pin(mention, day: day.int(in: 1...366))
    }
  }

  fileprivate func chain() -> [ShootEdits.Mention] {
    guard let sequence = node?.sequence, sequence.count > 1 else {
      wrong("a list of lists of two or more, such as [[A100-01, A100-02]]")
      return []
    }
    return items.compactMap { $0.mention() }
  }
}
