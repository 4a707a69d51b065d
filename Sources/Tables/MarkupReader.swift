internal import CExpat
internal import Foundation

/// XML read as a stream: expat with everything refused that could reach out of the file or grow.
///
/// A DOCTYPE is refused, or with `allowsDoctype` allowed where it only names a DTD, which is never
/// fetched; entity declarations, external entities and unknown entities are always refused.
final class MarkupReader {
  /// Elements within each other.
  static let depth = 256
  /// Bytes of one text between two tags.
  static let textSize = 64 << 20
  /// Bytes of one tag, comment or instruction.
  static let tagSize = 1 << 20

  private let handler: any MarkupHandler
  private let allowsDoctype: Bool
  private let parser: XML_Parser
  private var transcoder: Transcoder?
  private var head: [UInt8]? = []
  private var fed = 0
  private var depth = 0
  private var textCount = 0
  private var fault: TableError?

  init(_ handler: any MarkupHandler, allowsDoctype: Bool = false) throws {
    guard let created = XML_ParserCreate(nil) else {
      throw TableError(.tooLarge, "there is no memory to read XML")
    }
    (parser, self.handler, self.allowsDoctype) = (created, handler, allowsDoctype)
    setHandlers()
  }

  deinit { XML_ParserFree(parser) }

  /// Takes the next bytes of the file.
  ///
  /// - Throws: `TableError` where the XML is not well-formed, forbidden or too large.
  func feed(_ bytes: UnsafeRawBufferPointer) throws {
    guard var head else { return try decode(bytes) }
    // The declaration has to be seen whole before the first byte is parsed.
    head.append(contentsOf: bytes)
    self.head = head
    guard head.count >= 256 else { return }
    try begin(head)
  }

  /// Ends the file.
  ///
  /// - Throws: as `feed`.
  func finish() throws {
    if let head { try begin(head) }
    if let transcoder {
      try transcoder.finish { try parse($0, last: false) }
    }
    try parse(UnsafeRawBufferPointer(start: nil, count: 0), last: true)
  }

  private func begin(_ head: [UInt8]) throws {
    self.head = nil
    if let name = XMLDeclaration.encoding(of: head) {
      transcoder = try Transcoder(from: name)
      if transcoder != nil { XML_SetEncoding(parser, "UTF-8") }
    }
    try head.withUnsafeBytes { try decode($0) }
  }

  private func decode(_ bytes: UnsafeRawBufferPointer) throws {
    guard let transcoder else { return try parse(bytes, last: false) }
    try transcoder.convert(bytes) { try parse($0, last: false) }
  }

  private func parse(_ bytes: UnsafeRawBufferPointer, last: Bool) throws {
    var rest = bytes
    repeat {
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 20))
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(piece.count))
      let status = XML_Parse(
        parser, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count),
        last ? 1 : 0)
      if let fault { throw fault }
      if let refusal = handler.refusal { throw refusal }
      guard status == XML_STATUS_OK else { throw notWellFormed() }
      fed += piece.count
      if fed - Int(XML_GetCurrentByteIndex(parser)) > MarkupReader.tagSize + (1 << 20) {
        throw TableError(
          .tooLarge, "line \(line) holds a tag or comment of over 1 MB: no table has that")
      }
    } while !rest.isEmpty
  }

  private var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

  private func notWellFormed() -> TableError {
    let code = XML_GetErrorCode(parser)
    let cause = XML_ErrorString(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
    let column = Int(XML_GetCurrentColumnNumber(parser)) + 1
    let place = "line \(line) column \(column)"
    switch code {
    case XML_ERROR_NO_ELEMENTS:
      return TableError(.damaged, "the XML is empty or cut off: export it again")
    case XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR, XML_ERROR_UNCLOSED_CDATA_SECTION:
      return TableError(.damaged, "the XML is cut off at \(place): copy or export it again")
    case XML_ERROR_UNKNOWN_ENCODING, XML_ERROR_INCORRECT_ENCODING:
      return TableError(.damaged, "the XML is not in the encoding that it declares (\(cause))")
    case XML_ERROR_INVALID_TOKEN:
      return TableError(
        .damaged,
        "the XML breaks off at \(place): a character that XML forbids, a bare '<' or '&', or "
          + "another encoding than declared; export it again as UTF-8")
    case XML_ERROR_UNDEFINED_ENTITY:
      return TableError(
        .forbidden,
        "\(place) uses an entity that XML does not know; legal are &lt; &gt; &amp; &quot; &apos;")
    default:
      return TableError(.damaged, "the XML is not well-formed at \(place) (\(cause))")
    }
  }
}

extension MarkupReader {
  private func setHandlers() {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        MarkupReader.of(data) { $0.started(name!, attributes!) }
      },
      { data, name in MarkupReader.of(data) { $0.ended(name!) } })
    XML_SetCharacterDataHandler(parser) { data, bytes, count in
      MarkupReader.of(data) { $0.texted(bytes!, Int(count)) }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, name, _, _, hasSubset in
      let name = name.map { String(cString: $0).clipped } ?? ""
      MarkupReader.of(data) { $0.doctype(name, hasSubset: hasSubset != 0) }
    }
    XML_SetEntityDeclHandler(parser) { data, name, _, _, _, _, _, _, _ in
      let name = name.map { String(cString: $0).clipped } ?? ""
      MarkupReader.of(data) { $0.refuse("declares the entity '\(name)'") }
    }
    XML_SetExternalEntityRefHandlerArg(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetExternalEntityRefHandler(parser) { data, _, _, system, _ in
      let name = system.map { String(cString: $0).clipped } ?? ""
      MarkupReader.of(data.map { UnsafeMutableRawPointer($0) }) {
        $0.refuse("refers to '\(name)' outside")
      }
      return 0
    }
    XML_SetSkippedEntityHandler(parser) { data, name, _ in
      let name = name.map { String(cString: $0).clipped } ?? ""
      MarkupReader.of(data) { $0.refuse("uses the entity '&\(name);', which XML does not know") }
    }
  }

  private static func of(_ data: UnsafeMutableRawPointer?, _ use: (MarkupReader) -> Void) {
    guard let data else { return }
    Unmanaged<MarkupReader>.fromOpaque(data)._withUnsafeGuaranteedRef(use)
  }

  private func started(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>
  ) {
    textCount = 0
    depth += 1
    if depth > MarkupReader.depth {
      return stop(.tooLarge, "elements lie over \(MarkupReader.depth) deep: no table has that")
    }
    handler.start(
      MarkupTag(name: MarkupName(name), attributes: MarkupAttributes(list: attributes)))
    if handler.refusal != nil { XML_StopParser(parser, 0) }
  }

  private func ended(_ name: UnsafePointer<CChar>) {
    textCount = 0
    depth -= 1
    handler.end(MarkupName(name))
    if handler.refusal != nil { XML_StopParser(parser, 0) }
  }

  private func texted(_ bytes: UnsafePointer<CChar>, _ count: Int) {
    textCount += count
    if textCount > MarkupReader.textSize {
      return stop(.tooLarge, "a text is over \(MarkupReader.textSize >> 20) MB: no cell has that")
    }
    UnsafeRawPointer(bytes).withMemoryRebound(to: UInt8.self, capacity: count) {
      handler.text(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  private func doctype(_ name: String, hasSubset: Bool) {
    if allowsDoctype, !hasSubset { return }
    refuse("has a DOCTYPE '\(name)'" + (hasSubset ? " with declarations" : ""))
  }

  private func refuse(_ what: String) {
    stop(.forbidden, "the XML \(what): that is refused; export it without")
  }

  private func stop(_ code: TableError.Code, _ message: String) {
    if fault == nil { fault = TableError(code, "\(message) (line \(line))") }
    XML_StopParser(parser, 0)
  }
}
