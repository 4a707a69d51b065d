import Foundation
import Model
import Selecting
import Testing

struct QuotaTests {
  static let products = Shop.many(seed: 5)
  static let bySku = Dictionary(uniqueKeysWithValues: products.map { ($0.sku, $0) })

  func breaches(of selection: Selection) -> [String] {
    let policy = selection.policy
    let all = selection.selected
    let free = all.filter { $0.role != "team" }
    let chosen = all.compactMap { Self.bySku[$0.sku] }
    var found: [String] = []
    func hold(_ name: String, _ used: Double, _ most: Double) {
      if used > most + 1e-9 { found.append("\(name): \(used) > \(most)") }
    }
    hold("count", Double(all.count), Double(policy.count))
    // What the team wants may go beyond a quota; nothing else may be added to it then.
    for (category, members) in Dictionary(grouping: all, by: { Self.bySku[$0.sku]?.category ?? "" })
    {
      let team = members.count { $0.role == "team" }
      hold(category, Double(members.count), Double(max(policy.perCategory, team)))
    }
    for (supplier, members) in Dictionary(grouping: all, by: { Self.bySku[$0.sku]?.supplier }) {
      guard let supplier else { continue }
      let team = members.count { $0.role == "team" }
      hold(supplier, Double(members.count), Double(max(policy.quotas.perSupplier, team)))
    }
    let parents = Dictionary(grouping: chosen.compactMap(\.parentSku), by: { $0 })
    for (parent, members) in parents
    where free.contains(where: { Self.bySku[$0.sku]?.parentSku == parent }) {
      hold("variants", Double(members.count), 1)
    }
    if let budget = policy.shoot.budget {
      let team = all.filter { $0.role == "team" }.compactMap(\.minutes).reduce(0, +)
      hold("minutes", all.compactMap(\.minutes).reduce(0, +), max(budget, team))
    }
    if policy.quotas.strict, all.count == free.count {
      for (role, share) in policy.quotas.ladder {
        let most = (share.most * Double(policy.count)).rounded(.up)
        hold(role, Double(all.count { $0.role == role }), most)
      }
    }
    return found
  }

  @Test(arguments: 0..<10)
  func legalPoliciesNeverCrashAndKeepTheirQuotas(block: UInt64) throws {
    for seed in block * 50..<block * 50 + 50 {
      let policy = RandomPolicies.policy(seed: seed)
      let stage = SelectStage(
        policy: policy, date: seed % 3 == 0 ? nil : "2026-11-23", effort: seed % 9 == 0 ? 600 : 0)
      let selection = stage.select(Array(Self.products.prefix(seed % 10 == 0 ? 80 : 16)))
      #expect(breaches(of: selection) == [], "seed \(seed)")
      for item in selection.selected {
        let points = item.reasons.map { Int(($0.points * 100).rounded()) }.reduce(0, +)
        #expect(Double(points) / 100 == item.score, "seed \(seed)")
      }
      #expect(throws: Never.self) { try selection.encoded() }
    }
  }

  @Test(arguments: 0..<25)
  func swapsNeverLowerTheTotal(seed: UInt64) {
    var policy = RandomPolicies.policy(seed: seed)
    policy.count = 9
    policy.shoot.budget = 150
    policy.shoot.setup = 3
    func total(_ improving: Bool) -> Double {
      SelectStage(policy: policy, improving: improving, effort: 0).select(Self.products).selected
        .filter { $0.role != "team" }.map(\.score).reduce(0, +)
    }
    #expect(total(true) >= total(false) - 1e-6)
  }

  func select(_ products: [Product], _ change: (inout SelectionPolicy) -> Void) -> Selection {
    var policy = Shop.policy
    change(&policy)
    return SelectStage(policy: policy, date: "2026-11-23").select(products)
  }

  func loss(_ sku: String, _ selection: Selection) -> RejectedProduct? {
    selection.rejected.first { $0.sku == sku }
  }

  /// The lower the number, the more is sold.
  func row(_ number: Int, _ change: (inout Product) -> Void = { _ in }) -> Product {
    Shop.product("p\(number)") {
      $0.sales7d = 60 - number
      change(&$0)
    }
  }

  @Test func aSupplierHasItsPlaces() throws {
    let products = (1...4).map { number in row(number) { $0.supplier = number == 4 ? "乙" : "甲" } }
    let selection = select(products) { $0.quotas.perSupplier = 2 }
    #expect(Set(selection.selected.map(\.sku)) == ["p1", "p2", "p4"])
    let lost = try #require(loss("p3", selection))
    #expect(lost.constraint == "supplier")
    #expect(lost.takenBy == "p2")
    #expect(lost.reason == "供应商 甲 名额 2 个已满，由 p2 占用")
  }

  @Test func placesForNewProductsAreKept() throws {
    let products = (1...6).map { number in
      row(number) { $0.launched = number == 6 ? "2026-11-01" : "2025-01-01" }
    }
    let selection = select(products) {
      $0.count = 3
      $0.quotas.new = 1
    }
    #expect(selection.selected.map(\.sku) == ["p1", "p2", "p6"])
    #expect(selection.selected.last?.place == "new")
    #expect(selection.quotas?.first { $0.kind == "new" }?.used == 1)
  }

  @Test func nearDuplicatesHaveOnePlace() throws {
    let same: (inout Product) -> Void = {
      $0.title = "大容量帆布通勤托特包 单肩手提两用 米白色"
      $0.attributes = ["面料": "帆布", "容量": "15L", "肩带": "可调", "里布": "涤纶"]
    }
    let products = [
      row(1, same),
      row(2) {
        same(&$0)
        $0.title += "新"
      },
      row(3) {
        same(&$0)
        $0.title = "儿童小书包 卡通恐龙 减负护脊"
      },
      row(4) {
        same(&$0)
        $0.price.amount = 300
      },
    ]
    let selection = select(products) { _ in }
    #expect(Set(selection.selected.map(\.sku)) == ["p1", "p3", "p4"])
    #expect(loss("p2", selection)?.constraint == "twin")
    #expect(loss("p2", selection)?.limit == "p1")
  }

  @Test func shootingMinutesLimitTheRange() throws {
    let products = (1...5).map { number in row(number) }
    let selection = select(products) {
      $0.shoot.budget = 60
      $0.shoot.setup = 4
      $0.shoot.perShot = 2
      $0.shoot.shots = 8
    }
    #expect(selection.selected.map(\.sku) == ["p1", "p2", "p3"])
    let lost = try #require(loss("p4", selection))
    #expect(lost.constraint == "minutes")
    #expect(lost.value == "20" && lost.limit == "0")
  }

  @Test func theLadderIsFilledBottomUpAndCapped() {
    let prices = [20, 22, 60, 61, 62, 63, 64, 65, 66, 300]
    let products = prices.enumerated().map { index, price in
      Shop.product("\(index)", price: Decimal(price), cost: Decimal(price) * 0.3) {
        $0.sales7d = price
        $0.attributes["款"] = "\(index)甲"
      }
    }
    let ladder: [String: SelectionPolicy.Share] = [
      "traffic": .init(least: 0.25, most: 1), "profit": .init(least: 0, most: 0.5),
      "main": .init(least: 0, most: 0.25),
    ]
    func chosen(strict: Bool) -> [String] {
      select(products) {
        $0.count = 8
        $0.gates.contribution = -100
        $0.quotas.ladder = ladder
        $0.quotas.strict = strict
      }.selected.map(\.role)
    }
    #expect(chosen(strict: true).count { $0 == "profit" } == 4)
    #expect(chosen(strict: true).count { $0 == "main" } <= 2)
    #expect(chosen(strict: true).count { $0 == "traffic" } == 2)
    #expect(chosen(strict: false).count == 8)
  }
}
