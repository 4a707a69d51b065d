/// Makes rows out of the products of an XML catalogue.
final class FeedRows: MarkupHandler {
  /// Which of two values of one column stands: an attribute gives way to an element, that to one
  /// with a prefix, as RSS's title to Google's.
  private enum Rank: Int { case attribute, plain, prefixed }

  private struct Value {
    var column: Int
    var rank: Rank
    var text: [UInt8]
  }

  private struct Frame {
    var kind: Int
    var isVariant: Bool
    var hasElements = false
    /// Where the element is a named value, as `<param name="Colour">`: its name and unit.
    var label: String?
    var unit: String?
    /// What the pair's first half said, in Google's product details.
    var pairName: String?
    var link: String?
    var text: [UInt8] = []
  }

  private let outline: FeedOutline
  private let item: Int
  private let variants: Set<Int>
  private let store: RowStore
  private let limit: Int
  private(set) var refusal: TableError?
  private(set) var notes: FeedNotes
  private var path: [Int] = [0]
  private var frames: [Frame] = []
  private var columns: [String: Int] = [:]
  private var row: [Value] = []
  private var variantRows: [[Value]] = []
  private var variant: [Value]?
  private var size = 0

  init(_ outline: FeedOutline, item: Int, into store: RowStore, limit: Int) {
    self.outline = outline
    self.item = item
    self.store = store
    self.limit = limit
    variants = outline.variants(within: item)
    notes = FeedNotes(item: outline.label(item, within: 0))
  }

  func start(_ tag: MarkupTag) {
    let kind = outline.kinds[path[path.count - 1]].children[tag.name.string] ?? 0
    path.append(kind)
    guard !frames.isEmpty || kind == item else { return }
    if !frames.isEmpty { frames[frames.count - 1].hasElements = true }
    let isVariant = variant == nil && variants.contains(kind)
    if isVariant { variant = [] }
    var frame = Frame(kind: kind, isVariant: isVariant)
    if frames.isEmpty == false { name(&frame, tag) }
    if frame.label == nil { takeAttributes(of: tag, kind, &frame) }
    frames.append(frame)
  }

  func end(_ name: MarkupName) {
    path.removeLast()
    guard let frame = frames.popLast() else { return }
    var text = frame.text.trimmedASCII
    let rank: Rank = name.isPrefixed ? .prefixed : .plain
    if text.isEmpty, !frame.hasElements, let link = frame.link { text = Array(link.utf8) }
    if frames.isEmpty {
      if !text.isEmpty, !frame.hasElements { put(label: "text", text, rank) }
      endItem()
      return
    }
    if !text.isEmpty {
      if let label = frame.label {
        if let unit = frame.unit { text += Array((" " + unit).utf8) }
        put(label: label, text, rank)
      } else if !takePair(name, text, rank) {
        put(label: outline.label(frame.kind, within: item), text, rank)
      }
    }
    if frame.isVariant {
      if let values = variant, !values.isEmpty { variantRows.append(values) }
      variant = nil
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if !frames.isEmpty { frames[frames.count - 1].text.append(contentsOf: bytes) }
  }
}

extension FeedRows {
  private static let named: Set<String> = [
    "param", "attribute", "property", "spec", "custom_attribute", "parameter",
  ]

  /// Takes the name of a named value out of its attributes.
  private func name(_ frame: inout Frame, _ tag: MarkupTag) {
    guard FeedRows.named.contains(outline.kinds[frame.kind].name.lowercased()) else { return }
    let name = tag.attributes.string("name") ?? tag.attributes.string("key")
    guard let name, let label = String(validating: Array(name.utf8).trimmedASCII) else { return }
    frame.label = label
    frame.unit = tag.attributes.string("unit").flatMap { $0.isEmpty ? nil : $0 }
  }

  private func takeAttributes(of tag: MarkupTag, _ kind: Int, _ frame: inout Frame) {
    var link: String?
    tag.attributes.forEach { name, value in
      guard FeedReader.isValue(name), !value.isEmpty else { return }
      if name == "href" { link = value }
      guard let attribute = outline.kinds[kind].children["@" + name.string] else { return }
      put(label: outline.label(attribute, within: item), Array(value.utf8), .attribute)
    }
    frame.link = link
  }

  /// Google's product details name the value in one element and give it in the next.
  private func takePair(_ name: MarkupName, _ text: [UInt8], _ rank: Rank) -> Bool {
    let top = frames.count - 1
    if name == "attribute_name" {
      frames[top].pairName = String(decoding: text, as: UTF8.self)
      return true
    }
    guard name == "attribute_value", let label = frames[top].pairName else { return false }
    frames[top].pairName = nil
    put(label: label, text, rank)
    return true
  }

  private func put(label: String, _ text: [UInt8], _ rank: Rank) {
    guard let column = column(label) else { return }
    if variant != nil {
      FeedRows.put(Value(column: column, rank: rank, text: text), into: &variant!)
    } else {
      FeedRows.put(Value(column: column, rank: rank, text: text), into: &row)
    }
  }

  private static func put(_ value: Value, into values: inout [Value]) {
    guard let place = values.firstIndex(where: { $0.column == value.column }) else {
      values.append(value)
      return
    }
    if values[place].rank.rawValue < value.rank.rawValue {
      values[place] = value
    } else if values[place].rank == value.rank {
      values[place].text += [0x0A] + value.text
    }
  }

  private func column(_ label: String) -> Int? {
    if let known = columns[label] { return known }
    guard notes.columns.count < CellReference.columns else {
      refusal = TableError(
        .tooLarge, "the XML has over \(CellReference.columns) kinds of values: no catalogue has so")
      return nil
    }
    columns[label] = notes.columns.count
    notes.columns.append(label)
    return notes.columns.count - 1
  }

  private func endItem() {
    notes.items += 1
    store(row)
    for values in variantRows { store(values) }
    notes.variants += variantRows.count
    row.removeAll(keepingCapacity: true)
    variantRows.removeAll(keepingCapacity: true)
    if size > limit {
      refusal = TableError(.tooLarge, "the XML's texts are over \(limit >> 30) GB")
    }
    if store.fault != nil {
      refusal = TableError(.cannotWrite, "the folder for temporary files is full")
    }
  }

  private func store(_ values: [Value]) {
    for value in values.sorted(by: { $0.column < $1.column }) {
      store.addBlanks(value.column - store.openCells)
      value.text.withUnsafeBufferPointer { store.add($0) }
      size += value.text.count
    }
    size += 2 * values.count
    store.endRow(notes.items)
  }
}

extension String {
  /// Nil for nothing.
  fileprivate init?(validating bytes: [UInt8]) {
    guard !bytes.isEmpty else { return nil }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
