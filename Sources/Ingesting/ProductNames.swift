public import Model

/// Finds products and shots in the names of files and folders.
public struct ProductNames: Sendable {
  /// What a path says.
  public enum Match: Sendable, Hashable {
    case product(sku: String, shot: ShotIndex.Entry?)
    /// Several products that it might mean.
    case ambiguous([String])
    case none
  }

  /// As they are written.
  let skus: Set<String>
  private let products: [NameText: String]
  /// Those of them that may stand anywhere in a name.
  private let telling: [NameText: String]
  /// Names that two products share in the loose comparison.
  private let shared: [NameText: [String]]
  private let shots: [NameText: ShotIndex.Entry]
  private let shotsOfProduct: [String: [NameText: ShotIndex.Entry]]
  private let patterns: [NamePattern]
  private let statuses: [NameText: Take.Status]

  public init(
    skus: [String], shots: ShotIndex, naming: IngestPolicy.Names = IngestPolicy.Names()
  ) {
    patterns = naming.patterns.map { NamePattern($0) }
    statuses = Dictionary(
      [(naming.ok, Take.Status.ok), (naming.ng, .ng), (naming.keep, .keep)].flatMap { list in
        list.0.map { (NameText($0), list.1) }
      }, uniquingKeysWith: { first, _ in first })
    self.skus = Set(skus + shots.entries.map(\.sku))
    var names: [NameText: Set<String>] = [:]
    for sku in skus + shots.entries.map(\.sku) {
      for name in [NameText(sku), NameText(sku.slug)] where !name.isEmpty {
        names[name, default: []].insert(sku)
      }
    }
    products = names.compactMapValues { $0.count == 1 ? $0.first : nil }
    telling = products.filter { Self.isTelling($0.key) }
    shared = names.filter { $0.value.count > 1 }.mapValues { $0.sorted() }
    var all: [NameText: ShotIndex.Entry] = [:]
    var own: [String: [NameText: ShotIndex.Entry]] = [:]
    for entry in shots.entries {
      for name in Self.globalNames(of: entry) where all[name] == nil { all[name] = entry }
      for name in Self.ownNames(of: entry) where own[entry.sku]?[name] == nil {
        own[entry.sku, default: [:]][name] = entry
      }
    }
    self.shots = all
    shotsOfProduct = own
  }

  /// A shot's id and code, which need no product beside them.
  private static func globalNames(of entry: ShotIndex.Entry) -> [NameText] {
    [NameText(entry.id), NameText(entry.id.slug), NameText(entry.code)]
      .filter { $0.letters.count >= 5 && !$0.isDigits }
  }

  /// What names a shot once its product is known: also the id without the product before it.
  private static func ownNames(of entry: ShotIndex.Entry) -> [NameText] {
    let id = NameText(entry.id)
    let sku = NameText(entry.sku)
    var names = [id, NameText(entry.id.slug), NameText(entry.code)]
    if id.begins(with: sku) {
      names.append(NameText(letters: id.letters.dropFirst(sku.letters.count + 1)))
    }
    return names.filter { $0.letters.count >= 2 && !$0.isDigits }
  }

  /// A name of the team's own pattern speaks first, then one that is searched freely.
  func read(_ path: String) -> (match: Match, status: Take.Status?) {
    let stem = NameText(FilePath(path).stem)
    if let own = patterns.lazy.compactMap({ $0.reading(of: stem, in: self) }).first,
      let sku = own.sku
    {
      return (.product(sku: sku, shot: own.shot ?? shot(of: sku, in: [stem])), own.status)
    }
    return (match(path), products[stem] == nil ? closingStatus(of: stem) : nil)
  }

  /// The status in a name's last word, or in the one before a last number.
  private func closingStatus(of stem: NameText) -> Take.Status? {
    var words = stem.letters.split(separator: "-")
    if words.count > 1, words.last?.allSatisfy(\.isNumber) == true { words.removeLast() }
    guard words.count > 1, let last = words.last else { return nil }
    return statuses[NameText(letters: last)]
  }

  func product(_ name: NameText) -> String? { products[name] }

  func shot(_ name: NameText, of sku: String?) -> ShotIndex.Entry? {
    if let sku { return shotsOfProduct[sku]?[name] }
    return shots[name]
  }

  func status(_ name: NameText) -> Take.Status? { statuses[name] }

  /// The file's own name speaks first, then its folders from the innermost out; the longest whole
  /// word counts.
  public func match(_ path: String) -> Match {
    let path = FilePath(path)
    let stem = NameText(path.stem)
    if let entry = only(stem.longest(in: shots)) {
      return .product(sku: entry.sku, shot: entry)
    }
    var unclear: [String] = []
    let folders = path.folders.reversed().map { NameText($0) }
    for (name, isFolder) in [(stem, false)] + folders.map({ ($0, true) }) {
      let skus = skus(in: name, isFolder: isFolder)
      if let sku = only(skus) {
        return .product(sku: sku, shot: shot(of: sku, in: [stem] + folders))
      }
      if unclear.isEmpty { unclear = skus }
    }
    return unclear.isEmpty ? .none : .ambiguous(unclear)
  }

  private func only<Value>(_ values: [Value]) -> Value? { values.count == 1 ? values[0] : nil }

  private func skus(in name: NameText, isFolder: Bool) -> [String] {
    if let sku = products[name], isFolder || Self.isTelling(name) { return [sku] }
    if let skus = shared[name] { return skus }
    let within = name.longest(in: telling)
    if !within.isEmpty { return within }
    // A short or numeric key still counts at the head of a name, as in `<sku>-front.jpg`.
    let heads = name.letters.indices.filter { name.letters[$0] == "-" }.reversed()
    for head in heads {
      if let sku = products[NameText(letters: name.letters[..<head])] { return [sku] }
    }
    return []
  }

  /// Whether a key is unlikely to stand in a camera's own file names by chance.
  private static func isTelling(_ name: NameText) -> Bool {
    name.letters.count >= (name.isDigits ? 5 : name.letters.allSatisfy(\.isASCII) ? 3 : 2)
  }

  private func shot(of sku: String, in names: [NameText]) -> ShotIndex.Entry? {
    guard let table = shotsOfProduct[sku] else { return nil }
    for name in names {
      if let entry = only(name.longest(in: table)) { return entry }
    }
    return nil
  }

  /// A shot by what a person wrote for it: id, code, slate text, or the id without its product.
  public func shot(named text: String, sku: String?) -> ShotIndex.Entry? {
    let name = NameText(SlatePayload(text: text)?.code ?? text)
    if let sku { return shotsOfProduct[sku]?[name] }
    return shots[name]
  }

  /// A product by what a person wrote for it.
  public func sku(named text: String) -> String? { products[NameText(text)] }
}
