public import Foundation
internal import JSON

/// `products.json` as text: head, then one product a line, so that a million of them are written
/// and read a line at a time, and two files can be compared with `diff`.
public enum CatalogueText {
  public static func head(problems: [Problem]) -> [UInt8] {
    var writer = JSONWriter()
    writer.append(raw: "{\"schema\":\"\(Catalogue.schema)\",\n\"problems\":")
    writer.append(raw: "[")
    for (place, problem) in problems.enumerated() {
      writer.append(raw: place == 0 ? "\n" : ",\n")
      problem.write(to: &writer)
    }
    writer.append(raw: "],\n\"products\":[\n")
    return writer.bytes
  }

  /// Between products: `line`, `separator`, `line`…
  public static let separator = Array(",\n".utf8)
  public static let tail = Array("\n]}\n".utf8)

  public static func line(_ product: Product) -> [UInt8] {
    var writer = JSONWriter(capacity: 2_048)
    product.write(to: &writer)
    return writer.bytes
  }

  /// Nil where the line is no product.
  public static func product(_ line: ArraySlice<UInt8>) -> Product? {
    guard let value = try? JSONParser.parse(line) else { return nil }
    return Product(json: value)
  }

  public static func problem(_ problem: Problem) -> [UInt8] {
    var writer = JSONWriter()
    problem.write(to: &writer)
    return writer.bytes
  }

  public static func problem(_ line: ArraySlice<UInt8>) -> Problem? {
    guard let value = try? JSONParser.parse(line) else { return nil }
    return Problem(json: value)
  }
}

extension Catalogue {
  public func encoded() throws -> Data {
    var data = Data(CatalogueText.head(problems: problems))
    for (place, product) in products.enumerated() {
      if place > 0 { data.append(contentsOf: CatalogueText.separator) }
      data.append(contentsOf: CatalogueText.line(product))
    }
    data.append(contentsOf: CatalogueText.tail)
    return data
  }

  /// Reads the lines as this program writes them; a file of another form by its fields.
  ///
  /// - Throws: `ArtefactError` naming the schema or the field that does not fit.
  public static func decoded(from data: Data) throws -> Catalogue {
    try lines(Array(data)) ?? decodedByFields(from: data)
  }

  private static func lines(_ bytes: [UInt8]) -> Catalogue? {
    let mark = Array("\n\"products\":[\n".utf8)
    let prefix = Array("{\"schema\":\"\(schema)\",\n\"problems\":".utf8)
    guard bytes.starts(with: prefix),
      bytes.suffix(CatalogueText.tail.count).elementsEqual(CatalogueText.tail),
      let place = bytes.firstRange(of: mark)
    else { return nil }
    guard let value = try? JSONParser.parse(bytes[prefix.count..<(place.lowerBound - 1)]),
      let problems = value.list(Problem.self)
    else { return nil }
    let starts = lineStarts(bytes, from: place.upperBound)
    let products = parsed(bytes, starts)
    return products.map { Catalogue(products: $0, problems: problems) }
  }

  /// The place of each product's line, and of the end.
  private static func lineStarts(_ bytes: [UInt8], from first: Int) -> [Int] {
    let end = bytes.count - CatalogueText.tail.count
    guard first < end else { return [] }
    var starts = [first]
    for index in first..<end where bytes[index] == UInt8(ascii: "\n") { starts.append(index + 1) }
    starts.append(end + 1)
    return starts
  }

  private static func parsed(_ bytes: [UInt8], _ starts: [Int]) -> [Product]? {
    guard starts.count > 1 else { return [] }
    let count = starts.count - 1
    let parts = max(1, min(64, count / 256))
    let results = Parts(parts)
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      var products: [Product] = []
      for index in (count * part / parts)..<(count * (part + 1) / parts) {
        var end = starts[index + 1] - 1
        if index < count - 1 { end -= 1 }
        guard end > starts[index],
          let product = CatalogueText.product(bytes[starts[index]..<end])
        else { return }
        products.append(product)
      }
      results.set(products, part)
    }
    return results.joined
  }
}

/// Results of parts that are worked on at the same time.
private final class Parts: @unchecked Sendable {
  private let lock = NSLock()
  private var parts: [[Product]?]

  init(_ count: Int) { parts = Array(repeating: nil, count: count) }

  func set(_ products: [Product], _ part: Int) { lock.withLock { parts[part] = products } }

  /// Nil where a part has failed.
  var joined: [Product]? {
    lock.withLock {
      let whole = parts.compactMap { $0 }
      return whole.count == parts.count ? whole.flatMap { $0 } : nil
    }
  }
}
