public import Model
public import Tables

/// Finds what is different between two catalogues, line by line: what stands in both as it was is
/// never read.
public struct CatalogueComparison {
  /// Old lines that have not been met again: hash → where each stands.
  private var old: [Int: Place] = [:]
  private let source: ByteSource
  private var fresh: [Product] = []

  private struct Place {
    var offset: Int
    var count: Int
  }

  /// - Parameter source: The `products.json` that was there.
  /// - Throws: `TableError` `cannotRead`.
  public init(before source: ByteSource) throws(TableError) {
    self.source = source
    var offset = 0
    var tail: [UInt8] = []
    var place = 0
    while place < source.count {
      let bytes = try source.read(at: place, count: 4 << 20)
      if bytes.isEmpty { break }
      place += bytes.count
      tail += bytes
      var start = 0
      while let feed = tail[start...].firstIndex(of: 0x0A) {
        note(tail[start..<feed], at: offset)
        offset += feed + 1 - start
        start = feed + 1
      }
      tail.removeFirst(start)
    }
  }

  /// Product lines begin with a key of their own and end with a brace, perhaps a comma.
  private mutating func note(_ line: ArraySlice<UInt8>, at offset: Int) {
    var line = line
    if line.last == UInt8(ascii: ",") { line.removeLast() }
    guard line.first == UInt8(ascii: "{"), line.last == UInt8(ascii: "}") else { return }
    old[CatalogueComparison.hash(line)] = Place(offset: offset, count: line.count)
  }

  private static func hash(_ line: ArraySlice<UInt8>) -> Int {
    var hasher = Hasher()
    line.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }

  /// A product's line as it is now.
  public mutating func see(_ line: [UInt8]) {
    guard old.removeValue(forKey: CatalogueComparison.hash(line[...])) == nil else { return }
    if let product = CatalogueText.product(line[...]) { fresh.append(product) }
  }

  /// What is different, in the order of the catalogue; what is gone by SKU.
  ///
  /// - Throws: `TableError` `cannotRead`.
  public func changes() throws(TableError) -> CatalogueChanges {
    var before: [String: Product] = [:]
    for place in old.values {
      let line = try source.read(at: place.offset, count: place.count)
      if let product = CatalogueText.product(line[...]) { before[product.sku] = product }
    }
    var changes = CatalogueChanges()
    for product in fresh {
      guard let known = before.removeValue(forKey: product.sku) else {
        changes.new.append(product.sku)
        continue
      }
      if known.price != product.price {
        changes.prices.append(.init(sku: product.sku, from: known.price, to: product.price))
      }
      if known.stock != product.stock {
        changes.stocks.append(.init(sku: product.sku, from: known.stock, to: product.stock))
      }
      if known.price == product.price, known.stock == product.stock,
        !known.isSame(but: product)
      {
        changes.other.append(product.sku)
      }
    }
    changes.gone = before.keys.sorted()
    return changes
  }
}

extension Product {
  /// Equal but for where it stands: a row that was moved has not changed.
  fileprivate func isSame(but other: Product) -> Bool {
    var (a, b) = (self, other)
    a.source = b.source
    for place in a.variants.indices { a.variants[place].row = 0 }
    for place in b.variants.indices { b.variants[place].row = 0 }
    return a == b
  }
}
