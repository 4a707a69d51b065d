import Diagnostics
import Foundation
import Model
import Support
import Testing

@Suite struct CatalogueTextTests {
  @Test func linesAreReadBackAsTheyWere() throws {
    var generator = SeededGenerator(seed: 7)
    let products = (0..<200).map { _ in Product.random(&generator) }
    let problem = Problem(
      file: "a\n.csv", row: 3, column: "售价", severity: .warning, message: "\"x\"", value: "\\")
    let catalogue = Catalogue(products: products, problems: [problem, problem])
    let data = try catalogue.encoded()
    #expect(try Catalogue.decoded(from: data) == catalogue)
    #expect(data.filter { $0 == 0x0A }.count == products.count + 6)
  }

  /// The same value by way of `Codable`, as other programs would read the fields.
  @Test func fieldsAreThoseOfCodable() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<200 {
      let catalogue = Catalogue(products: [Product.random(&generator)])
      let line = try catalogue.encoded()
      let spread = try JSONSerialization.data(
        withJSONObject: JSONSerialization.jsonObject(with: line), options: [.prettyPrinted])
      #expect(try Catalogue.decoded(from: spread) == catalogue)
    }
  }

  @Test func emptyCatalogueIsReadBack() throws {
    let data = try Catalogue(products: []).encoded()
    #expect(try Catalogue.decoded(from: data) == Catalogue(products: []))
    #expect(String(decoding: data.prefix(25), as: UTF8.self) == "{\"schema\":\"products/1\",\n\"")
  }

  @Test(arguments: [
    ("\"sku\":\"A\"", "\"sku\":7", "products[0].sku"),
    ("\"stock\":5", "\"stock\":\"five\"", "products[0].stock"),
    ("\"price\":{", "\"cost\":{", "products[0]."),
    ("\"products/1\"", "\"products/9\"", "newer"),
  ])
  func faultyFieldsAreNamed(_ right: String, _ wrong: String, _ part: String) throws {
    var product = Product(
      sku: "A", title: "t", category: "general", price: Money(1, "CNY"),
      source: Source(file: "f", row: 2))
    product.stock = 5
    let text = String(decoding: try Catalogue(products: [product]).encoded(), as: UTF8.self)
    let broken = Data(text.replacing(right, with: wrong).utf8)
    do {
      _ = try Catalogue.decoded(from: broken)
      Issue.record("was taken")
    } catch let error as ArtefactError {
      #expect(error.message.contains(part), "\(error.message)")
    }
  }
}

extension Product {
  fileprivate static func random(_ generator: inout SeededGenerator) -> Product {
    let texts = ["", "a", "中文 \"引号\"", "line\nbreak\t", "\\u0041", "😀\u{202E}", "</script>", "0"]
    func text() -> String { texts.randomElement(using: &generator)! }
    func maybe<Value>(_ value: @autoclosure () -> Value) -> Value? {
      Bool.random(using: &generator) ? value() : nil
    }
    func list() -> [String] { (0..<Int.random(in: 0...3, using: &generator)).map { _ in text() } }
    func amount() -> Decimal {
      Decimal(
        string: ["0", "39.9", "-5", "0.0001", "123456789.25"].randomElement(using: &generator)!)!
    }
    func share() -> Double { [0, 0.1, 0.085, 1, 2.5e-7].randomElement(using: &generator)! }
    var product = Product(
      sku: text(), title: text(), category: "bags", price: Money(amount(), "CNY"),
      source: Source(file: text(), row: 9, cells: ["price": text(), "attributes.\(text())": "x"]))
    product.source.elsewhere = maybe(["cost": Source.Cell(file: text(), row: 3)])
    product.parentSku = maybe(text())
    product.brand = maybe(text())
    product.categoryEvidence = [CategoryEvidence(field: "title", text: text(), matched: text())]
    product.categoryCertainty = share()
    product.referencePrice = maybe(ReferencePrice(amount: amount(), basis: text(), date: nil))
    product.cost = maybe(amount())
    product.commissionRate = maybe(share())
    product.stock = maybe(12)
    product.listed = maybe(false)
    product.sales7d = maybe(0)
    product.sales28d = maybe(1_000_000_000_000)
    product.rating = maybe(4.8)
    product.returnRate = maybe(share())
    product.conversionRate = maybe(share())
    product.clickRate = maybe(share())
    product.competitors = maybe(3)
    product.supplier = maybe(text())
    product.launched = maybe("2026-10-01")
    product.sample = maybe(true)
    var results = PastResults(rows: 2)
    results.revenue = maybe(amount())
    results.plays = maybe(99)
    results.latest = maybe("2026-01-01")
    product.results = maybe(results)
    product.attributes = [text(): text(), "材质": "棉"]
    product.quantities = [
      "净含量": [Quantity(value: 500, high: maybe(600.5), unit: "g", count: maybe(3))]
    ]
    (product.sellingPoints, product.audience, product.scenes) = (list(), list(), list())
    (product.images, product.tags) = (list(), list())
    product.link = maybe(text())
    product.description = maybe(text())
    var variant = Variant(sku: text(), options: [text(): text()], price: maybe(amount()), row: 3)
    variant.sales = maybe(4)
    product.variants = [variant]
    var team = TeamDecision()
    team.copy = list()
    team.priority = maybe(2)
    team.selected = maybe(true)
    team.category = maybe("shoes")
    var shot = TeamShot(picture: text())
    shot.duration = maybe(2.5)
    shot.props = list()
    team.shots = [shot]
    product.team = maybe(team)
    return product
  }
}
