/// Reads XML catalogues: Google Merchant's RSS and Atom, Meta's, Yandex's, and what shops and ERP
/// systems export.
///
/// The file is read twice, each time as a stream: once to find which element is one product, once
/// for the products. Columns are the paths within the product, as `shipping.price`; prefixes are
/// left out; what repeats is joined by line feeds.
public enum FeedReader {
  /// Reads the products into the store, without a header row.
  ///
  /// A product's row number is its ordinal from 1. Variants within it (repeated groups that have
  /// a code of their own) follow as rows of the same number, which have only their own values:
  /// of rows that share a number the first is the product.
  ///
  /// - Throws: `TableError` where the file cannot be read, is not well-formed, or has no products.
  public static func read(
    _ path: String, into store: RowStore, limits: ArchiveLimits = ArchiveLimits()
  ) throws -> FeedNotes {
    let scanner = FeedScanner()
    try parse(path, scanner)
    guard let item = scanner.outline.item else {
      throw TableError(
        .foreign, "the XML has no repeated element with values of its own: it is no catalogue",
        place: path)
    }
    let rows = FeedRows(scanner.outline, item: item, into: store, limit: limits.sheetText)
    try parse(path, rows)
    return rows.notes
  }

  private static func parse(_ path: String, _ handler: any MarkupHandler) throws {
    let reader = try MarkupReader(handler, allowsDoctype: true)
    do {
      let source = try ByteSource(at: path)
      var place = 0
      while place < source.count {
        let bytes = try source.read(at: place, count: 256 << 10)
        if bytes.isEmpty { break }
        try bytes.withUnsafeBytes { try reader.feed($0) }
        place += bytes.count
      }
      try reader.finish()
    } catch let error as TableError {
      throw error.at(path)
    }
  }

  /// Whether an attribute says something of the product rather than of the XML.
  static func isValue(_ name: MarkupName) -> Bool {
    if name == "xmlns" { return false }
    guard name.isPrefixed else { return true }
    let prefix = String(cString: name.base).prefix { $0 != ":" }
    return prefix != "xmlns" && prefix != "xml" && prefix != "xsi"
  }
}

/// What is to be said of an XML catalogue beside its rows.
public struct FeedNotes: Sendable, Equatable {
  /// The product's element, as `rss.channel.item`.
  public var item: String
  /// The names of the columns, in the order of the rows' cells.
  public var columns: [String] = []
  /// Products.
  public var items = 0
  /// Rows that are variants of the product before them.
  public var variants = 0
}
