/// The kinds of elements that an XML file has, by their paths, and how often they occur.
struct FeedOutline {
  struct Kind {
    var name: String
    var parent: Int
    var depth: Int
    /// By local name; attributes with `@` in front.
    var children: [String: Int] = [:]
    var count = 0
    /// Elements without elements in them, over all occurrences.
    var leaves = 0
    var attributes = 0
    /// Occurrences that have elements in them.
    var groups = 0
    /// The most occurrences within one parent.
    var siblings = 0
  }

  /// How many kinds a catalogue can have.
  static let most = 20_000
  private(set) var kinds = [Kind(name: "", parent: -1, depth: -1)]

  mutating func child(_ name: String, of parent: Int) -> Int {
    if let known = kinds[parent].children[name] { return known }
    kinds.append(Kind(name: name, parent: parent, depth: kinds[parent].depth + 1))
    kinds[parent].children[name] = kinds.count - 1
    return kinds.count - 1
  }

  mutating func note(_ kind: Int, leaves: Int, attributes: Int, siblings: Int, isGroup: Bool) {
    kinds[kind].count += 1
    kinds[kind].leaves += leaves
    kinds[kind].attributes += attributes
    kinds[kind].groups += isGroup ? 1 : 0
    kinds[kind].siblings = max(kinds[kind].siblings, siblings)
  }

  /// The element that is one product: RSS's item, Atom's entry, Yandex's offer, or else the
  /// shallowest that repeats and has values of its own.
  var item: Int? {
    let named: [(String, String)] = [("channel", "item"), ("feed", "entry"), ("offers", "offer")]
    for (parent, name) in named {
      if let found = kinds.indices.first(where: {
        kinds[$0].name == name && kinds[$0].parent > 0 && kinds[kinds[$0].parent].name == parent
      }) {
        return found
      }
    }
    let repeated = { (kind: Kind) in kind.siblings >= 2 }
    let grouped = { (kind: Kind) in
      kind.groups > 0 && kind.leaves >= kind.groups * 2
        && kind.children.keys.count { !$0.hasPrefix("@") } >= 2
    }
    let attributed = { (kind: Kind) in kind.count > 0 && kind.attributes >= kind.count * 2 }
    return shallowest { repeated($0) && grouped($0) } ?? shallowest { grouped($0) }
      ?? shallowest { repeated($0) && attributed($0) }
  }

  /// Below the root the least deep kind that fits, and of those the one with most values.
  private func shallowest(_ fits: (Kind) -> Bool) -> Int? {
    let found = kinds.indices.filter { kinds[$0].depth >= 1 && fits(kinds[$0]) }
    guard let depth = found.map({ kinds[$0].depth }).min() else { return nil }
    return found.filter { kinds[$0].depth == depth }.max {
      (kinds[$0].leaves + kinds[$0].attributes, $1) < (kinds[$1].leaves + kinds[$1].attributes, $0)
    }
  }

  /// Repeated groups within the item that are variants: each has a code of its own.
  func variants(within item: Int) -> Set<Int> {
    Set(
      kinds.indices.filter { index in
        let kind = kinds[index]
        guard kind.siblings >= 2, kind.children.count >= 2, index != item, lies(index, in: item)
        else { return false }
        let names = Set(
          kind.children.keys.map { ($0.hasPrefix("@") ? String($0.dropFirst()) : $0).lowercased() })
        return !names.isDisjoint(with: FeedOutline.codes)
          || (!names.isDisjoint(with: FeedOutline.ids) && !names.isDisjoint(with: FeedOutline.sums))
      })
  }

  /// What stands between an item and a kind within it, as `shipping.price`.
  func label(_ index: Int, within item: Int) -> String {
    var names: [String] = []
    var place = index
    while place != item, place > 0 {
      let name = kinds[place].name
      names.append(name.hasPrefix("@") ? String(name.dropFirst()) : name)
      place = kinds[place].parent
    }
    return names.reversed().joined(separator: ".")
  }

  private func lies(_ index: Int, in item: Int) -> Bool {
    var place = kinds[index].parent
    while place > 0 {
      if place == item { return true }
      place = kinds[place].parent
    }
    return false
  }

  private static let codes: Set<String> = [
    "sku", "sku_id", "skuid", "sku_code", "seller_sku", "barcode", "gtin", "ean", "upc", "code",
    "variant_id", "item_code", "货号", "编码", "条码", "商家编码", "规格编码",
  ]
  private static let ids: Set<String> = ["id", "offer_id"]
  private static let sums: Set<String> = [
    "price", "stock", "quantity", "qty", "inventory", "inventory_quantity", "价格", "售价", "库存",
  ]
}
