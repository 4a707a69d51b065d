/// Takes the texts out of a shared-string part: rich text joined, phonetic runs left out.
final class SharedStringsReader: MarkupHandler {
  let pool = StringPool()
  private var text: [UInt8] = []
  private var isInText = false
  private var phonetic = 0
  private let limit: Int
  private(set) var refusal: TableError?

  private init(limit: Int) { self.limit = limit }

  /// - Throws: `TableError` where the part is damaged or too large.
  static func read(_ part: String, in archive: Archive) throws -> StringPool {
    let strings = SharedStringsReader(limit: archive.limits.sheetText)
    try archive.parse(part, with: strings)
    if strings.pool.fault != nil {
      throw TableError(.cannotWrite, "the folder for temporary files is full", place: archive.path)
    }
    return strings.pool
  }

  func start(_ tag: MarkupTag) {
    switch tag.name.local.count {
    case 1 where tag.name == "t": isInText = phonetic == 0
    case 2 where tag.name == "si": text.removeAll(keepingCapacity: true)
    case 3 where tag.name == "rPh": phonetic += 1
    default: break
    }
  }

  func end(_ name: MarkupName) {
    switch name.local.count {
    case 1 where name == "t": isInText = false
    case 2 where name == "si":
      EscapedText.decode(&text)
      text.withUnsafeBufferPointer { pool.add($0) }
      if pool.size > limit {
        refusal = TableError(.tooLarge, "the sheets' texts are over \(limit >> 30) GB")
      }
    case 3 where name == "rPh": phonetic -= 1
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInText { text.append(contentsOf: bytes) }
  }
}
