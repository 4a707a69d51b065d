import Foundation
import Model
import Scripting
import Testing

/// Figures that scripts work out, and lines that need a cell.
struct FactsTests {
  private static let rice = MadeProducts.make(
    "RC-1", "东北五常大米真空装", "snacks", "39.9", row: 11,
    ["净含量": "1.5kg", "产地": "黑龙江五常", "口味": "原味/海苔/番茄/芝士"]
  ) { $0.quantities["净含量"] = [Quantity(value: 1500, unit: "g")] }

  // MARK: Computed figures

  @Test func aSavingIsTheDifferenceToTheReferencePrice() throws {
    let slot = try #require(try MadeScripts.slot("saving", of: MadeProducts.bag))
    #expect(slot.text == "31元")
    let fact = try #require(slot.facts.first { $0.formula != nil })
    #expect(fact.formula == "199 - 168 = 31" && Decimal(199) - 168 == 31)
    #expect(fact.source == "catalogue.csv:7; catalogue.csv:7 售价")
  }

  @Test func choicesAreCounted() throws {
    let slot = try #require(try MadeScripts.slot("choices", of: MadeProducts.shirt))
    #expect(slot.text == "3种颜色")
    #expect(slot.facts.contains { $0.formula == "白色, 黑色, 雾蓝 = 3" })
    var two = MadeProducts.shirt
    two.attributes["颜色"] = "白色/黑色"
    #expect(try MadeScripts.slot("choices", of: two) == nil)
    two.attributes["颜色"] = "白色/黑色/白色"
    #expect(try MadeScripts.slot("choices", of: two) == nil)
  }

  @Test func aPriceByWeightIsWorkedOutFromTheCells() throws {
    let slot = try #require(try MadeScripts.slot("measure_price", of: Self.rice))
    #expect(slot.text == "每500克13.3元")
    #expect(slot.facts.contains { $0.formula == "39.9 ÷ 1500 × 500 = 13.3" })
    var uneven = Self.rice
    uneven.price.amount = 40
    let about = try #require(try MadeScripts.slot("measure_price", of: uneven))
    #expect(about.text == "每500克约13.33元")
    var unread = Self.rice
    unread.quantities = [:]
    #expect(try MadeScripts.slot("measure_price", of: unread) == nil)
    var range = Self.rice
    range.quantities["净含量"] = [Quantity(value: 1000, high: 1500, unit: "g")]
    #expect(try MadeScripts.slot("measure_price", of: range) == nil)
  }

  @Test(arguments: [("36", "3元", "36 ÷ 12 = 3"), ("39.9", "约3.33元", "39.9 ÷ 12 ≈ 3.33")])
  func aPriceAPieceSaysWhenItIsRounded(_ price: String, _ text: String, _ formula: String) throws {
    var product = MadeProducts.snack
    product.price.amount = Decimal(string: price)!
    let slot = try #require(try MadeScripts.slot("unit_price", of: product))
    #expect(slot.text == text)
    #expect(slot.facts.contains { $0.formula == formula })
  }

  /// Sums, differences and counts of every script are worked out once more.
  @Test func everyFormulaHolds() throws {
    var slim = MadeProducts.shoes
    slim.sku = "XZ-99"
    slim.source.row = 61
    slim.price.amount = 159
    slim.attributes["单只重量"] = "180g"
    let products = MadeProducts.all + [Self.rice, slim]
    var checked: Set<String> = []
    for seed in 1...3 {
      let output = try MadeScripts.run(
        products, shoot: Set(ShootAsset.allCases), variants: 8, seed: seed)
      for fact in output.scripts.flatMap(\.allFacts) {
        guard let formula = fact.formula else { continue }
        #expect(Self.holds(formula), "\(formula)")
        checked.insert(formula)
      }
    }
    for sign in [" - ", " ÷ ", " × "] {
      #expect(checked.contains { $0.contains(sign) }, "no '\(sign)' among \(checked.sorted())")
    }
    #expect(checked.count >= 4, "\(checked.sorted())")
  }

  private static func holds(_ formula: String) -> Bool {
    let isRounded = formula.contains("≈")
    let sides = formula.split { "=≈".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }
    guard sides.count == 2 else { return false }
    guard let said = Double(sides[1]) else { return true }
    guard !sides[0].contains(",") else {
      return Double(sides[0].split(separator: ",").count) == said
    }
    let parts = sides[0].split(separator: " ").map(String.init)
    guard var value = parts.first.flatMap(Double.init) else { return false }
    for place in stride(from: 1, to: parts.count - 1, by: 2) {
      guard let operand = Double(parts[place + 1]) else { return false }
      switch parts[place] {
      case "-": value -= operand
      case "÷": value /= operand
      case "×": value *= operand
      default: return false
      }
    }
    return abs(value - said) < (isRounded ? 0.0101 : 0.000_01)
  }

  // MARK: Reference prices

  @Test(arguments: [
    (nil, "2026-11-01"), ("近7天最低成交价", nil), (nil, nil), ("", ""), ("近7天最低成交价", " "),
  ])
  func aReferencePriceWithoutBasisOrDateIsNeverSaid(_ basis: String?, _ date: String?) throws {
    var product = MadeProducts.bag
    product.referencePrice = ReferencePrice(amount: 199, basis: basis, date: date)
    for script in try MadeScripts.many(product) {
      #expect(!script.buyerTexts.contains { $0.text.contains("199") || $0.text.contains("31元") })
      #expect(!script.beats.contains { $0.offer?.reference != nil })
      #expect(!["price-drop", "price-contrast"].contains(script.hook))
    }
  }

  @Test func aReferencePriceBelowThePriceIsNone() throws {
    var product = MadeProducts.bag
    product.referencePrice?.amount = 150
    for script in try MadeScripts.many(product) {
      #expect(!script.beats.contains { $0.offer?.reference != nil })
    }
  }

  // MARK: Lines that need a cell

  @Test(arguments: [
    ("活动截止", "2026-11-30", "attribute.until", "11月30日"),
    ("赠品", "收纳袋1个", "attribute.bonus", "收纳袋1个"),
    ("检测报告", "SGS编号A1", "attribute.report", "SGS编号A1"),
    ("买家评价", "装得下两本书", "attribute.review", "装得下两本书"),
  ])
  func aLineWithACellOfItsOwnNeedsTheCell(
    _ header: String, _ value: String, _ slot: String, _ said: String
  ) throws {
    // One that leaves time for more than its points.
    let bare = MadeProducts.make("BG-0", "通勤双肩包", "bags", "168", row: 7, ["材质": "牛津布"])
    #expect(try MadeScripts.slot(slot, of: bare) == nil)
    var full = bare
    full.attributes[header] = value
    full.source.cells["attributes.\(header)"] = header
    let found = try #require(try MadeScripts.slot(slot, of: full))
    #expect(found.text == said)
    #expect(found.facts.contains { $0.source == "catalogue.csv:7 \(header)" })
    let words = try #require(
      [
        "attribute.until": ["截止", "为止"], "attribute.bonus": ["附赠", "随单", "赠品", "一起发"],
        "attribute.report": ["检测报告", "看报告"], "attribute.review": ["评价", "买家写"],
      ][slot])
    let without = try MadeScripts.many(bare).flatMap(\.voices)
    #expect(!without.contains { voice in words.contains(where: voice.contains) })
    let with = try MadeScripts.many(full).flatMap(\.voices)
    #expect(with.contains { $0.contains(said) }, "\(slot)")
  }

  // MARK: What is not said

  @Test(arguments: ["1袋", "1个", "1"])
  func aPackOfOneIsNoNews(_ pack: String) throws {
    var product = MadeProducts.snack
    product.title = "云南手工鲜花饼玫瑰味"
    product.attributes["规格"] = pack
    product.quantities["规格"] = [Quantity(value: 1, unit: "piece")]
    #expect(try MadeScripts.slot("unit_price", of: product) == nil)
    #expect(try MadeScripts.slot("pack", of: product) == nil)
    let voices = try MadeScripts.many(product).flatMap(\.voices)
    #expect(!voices.contains { $0.contains(pack) && pack.count > 1 }, "\(pack)")
  }

  @Test(arguments: ["1个底座3片香片", "5条、门扣、收纳袋", "2盒饼干+6包坚果", "买2送1 10袋", "3袋6瓶"])
  func piecesOfDifferentKindsHaveNoPriceEach(_ pack: String) throws {
    var product = MadeProducts.snack
    product.title = "云南手工鲜花饼玫瑰味"
    product.attributes["规格"] = pack
    #expect(try MadeScripts.slot("unit_price", of: product)?.text == nil, "\(pack)")
  }

  @Test func whatTheGoodsLackIsNoSellingPoint() throws {
    var product = MadeProducts.bag
    product.attributes["防水"] = "不防水"
    product.sellingPoints = ["没有拉链", "肩带加宽"]
    let voices = try MadeScripts.many(product).flatMap(\.voices)
    #expect(!voices.contains { $0.contains("不防水") || $0.contains("没有拉链") })
    #expect(voices.contains { $0.contains("肩带加宽") })
  }

  @Test func absolutePointsAreLeftUnsaidEvenWhereTheyOnlyWarn() throws {
    var product = MadeProducts.bag
    product.sellingPoints = ["首创侧袋结构", "肩带加宽"]
    let scripts = try MadeScripts.many(product) { text, place, _, _ in
      text.contains("首创")
        ? [
          Finding(
            term: "首创", rule: "absolute", severity: .warn, place: place, suggestion: "", basis: "")
        ] : []
    }
    #expect(!scripts.flatMap(\.voices).contains { $0.contains("首创") })
    #expect(scripts.flatMap(\.voices).contains { $0.contains("肩带加宽") })
  }
}
