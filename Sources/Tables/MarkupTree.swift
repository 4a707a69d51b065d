internal import Foundation

/// A small XML part, whole in memory; names without prefixes.
struct MarkupNode {
  var name: String
  /// By name without a prefix; of two that then are alike, the prefixed one is under `:name`.
  var attributes: [String: String] = [:]
  var children: [MarkupNode] = []
  var text = ""

  func first(_ name: String) -> MarkupNode? { children.first { $0.name == name } }

  func all(_ name: String) -> [MarkupNode] { children.filter { $0.name == name } }

  /// All below of that name, in the file's order.
  func descendants(_ name: String) -> [MarkupNode] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
  }

  /// Whether a boolean attribute is set.
  func flag(_ name: String) -> Bool {
    attributes[name].map { $0 == "1" || $0 == "true" } ?? false
  }
}

/// Builds a tree out of what a reader finds.
final class MarkupTree: MarkupHandler {
  /// Elements of one small part.
  private static let nodes = 1_000_000

  private var stack = [MarkupNode(name: "")]
  private var count = 0
  private(set) var refusal: TableError?

  /// The outermost element of a part of an archive.
  ///
  /// - Throws: `TableError` where the part is missing, damaged or too large.
  static func read(_ part: String, in archive: Archive) throws -> MarkupNode {
    let tree = MarkupTree()
    try archive.parse(part, with: tree, limit: archive.limits.held)
    return tree.stack[0].children.first ?? MarkupNode(name: "")
  }

  func start(_ tag: MarkupTag) {
    count += 1
    if count > MarkupTree.nodes {
      refusal = TableError(.tooLarge, "the part holds over \(MarkupTree.nodes) elements")
    }
    var node = MarkupNode(name: tag.name.string)
    tag.attributes.forEach { name, value in
      let key = name.string
      if node.attributes[key] == nil {
        node.attributes[key] = value
      } else {
        node.attributes[name.isPrefixed ? ":" + key : key] = value
      }
    }
    stack.append(node)
  }

  func end(_ name: MarkupName) {
    let node = stack.removeLast()
    stack[stack.count - 1].children.append(node)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    stack[stack.count - 1].text += String(decoding: bytes, as: UTF8.self)
  }
}
