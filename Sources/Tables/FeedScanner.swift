/// Takes down which elements an XML file has.
final class FeedScanner: MarkupHandler {
  private struct Frame {
    var kind: Int
    var leaves = 0
    var attributes: Int
    var siblings: Int
    var elements: [(kind: Int, count: Int)] = []
  }

  private(set) var outline = FeedOutline()
  private(set) var refusal: TableError?
  private var stack = [Frame(kind: 0, attributes: 0, siblings: 1)]

  func start(_ tag: MarkupTag) {
    let top = stack.count - 1
    let kind = outline.child(tag.name.string, of: stack[top].kind)
    var siblings = 1
    if let place = stack[top].elements.firstIndex(where: { $0.kind == kind }) {
      stack[top].elements[place].count += 1
      siblings = stack[top].elements[place].count
    } else {
      stack[top].elements.append((kind, 1))
    }
    var attributes = 0
    tag.attributes.forEach { name, _ in
      guard FeedReader.isValue(name) else { return }
      attributes += 1
      _ = outline.child("@" + name.string, of: kind)
    }
    if outline.kinds.count > FeedOutline.most {
      refusal = TableError(
        .tooLarge, "the XML has over \(FeedOutline.most) kinds of elements: no catalogue has that")
    }
    stack.append(Frame(kind: kind, attributes: attributes, siblings: siblings))
  }

  func end(_ name: MarkupName) {
    let frame = stack.removeLast()
    let isGroup = !frame.elements.isEmpty
    outline.note(
      frame.kind, leaves: frame.leaves, attributes: frame.attributes, siblings: frame.siblings,
      isGroup: isGroup)
    if !isGroup { stack[stack.count - 1].leaves += 1 }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
