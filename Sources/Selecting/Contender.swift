import Model

/// What the quotas need to know of a product, in numbers.
struct Contender: Sendable {
  /// Place in the fixed order of the catalogue; equal scores go by it.
  let index: Int
  let isTeam: Bool
  let priority: Int
  let category: Int
  /// Nil where there is none.
  let supplier: Int?
  let parent: Int?
  let twin: Int
  var roles: [Int]
  let isNew: Bool
  let minutes: Double

  /// Contenders for all products.
  static func all(of candidates: [Candidate], in shop: Shop) -> (all: [Contender], names: Names) {
    var names = Names()
    let policy = shop.policy
    let twins = Twins(candidates.map(\.product), above: policy.quotas.nearDuplicate)
    let all = candidates.enumerated().map { index, candidate in
      let product = candidate.product
      return Contender(
        index: index, isTeam: candidate.isTeamChoice,
        priority: product.team?.priority ?? .max,
        category: names.categories.number(of: product.category),
        supplier: product.supplier.map { names.suppliers.number(of: $0) },
        parent: product.parentSku.map { names.parents.number(of: $0) },
        twin: twins.leader[index], roles: roleNumbers(of: candidate, by: policy),
        isNew: shop.age(of: product).map { $0 <= policy.quotas.newDays } ?? false,
        minutes: policy.shoot.minutes(for: product.category))
    }
    return (all, names)
  }

  static func roleNumbers(of candidate: Candidate, by policy: SelectionPolicy) -> [Int] {
    candidate.roles(by: policy.roles).compactMap(SelectionPolicy.ladder.firstIndex)
  }

  struct Names: Sendable {
    var categories = Numbering()
    var suppliers = Numbering()
    var parents = Numbering()
  }

  /// Texts by number.
  struct Numbering: Sendable {
    private(set) var texts: [String] = []
    private var numbers: [String: Int] = [:]

    mutating func number(of text: String) -> Int {
      if let number = numbers[text] { return number }
      numbers[text] = texts.count
      texts.append(text)
      return texts.count - 1
    }
  }
}
