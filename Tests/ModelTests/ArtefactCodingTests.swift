import Foundation
import Model
import Testing
import Timing

struct ArtefactCodingTests {
  private func catalogue() -> Catalogue {
    var product = Product(
      sku: "A-1", title: "纯棉T恤", category: "womens-clothing",
      price: Money(Decimal(string: "59.9")!, "CNY"),
      source: Source(file: "c.csv", row: 5, cells: ["salesWeek": "近7天销量"]))
    product.sales7d = 12
    product.attributes = ["fabricContent": "棉100%", "面料": "棉"]
    return Catalogue(products: [product])
  }

  @Test func schemaStandsFirstAndKeysAreSnakeCase() throws {
    let text = String(decoding: try catalogue().encoded(), as: UTF8.self)
    #expect(text.hasPrefix("{\"schema\":\"products/1\",\n"))
    #expect(text.contains("\"sales_7d\":12"))
    #expect(text.contains("\"category_evidence\""))
    #expect(text.contains("\"amount\":59.9,"))
  }

  @Test func namesGivenByPeopleAreKeptAsTheyAre() throws {
    let text = String(decoding: try catalogue().encoded(), as: UTF8.self)
    #expect(text.contains("\"fabricContent\":\"棉100%\""))
    #expect(text.contains("\"salesWeek\""))
  }

  @Test func whatIsWrittenIsReadBackEqual() throws {
    let before = catalogue()
    let after = try Catalogue.decoded(from: before.encoded())
    #expect(after.products == before.products)
  }

  @Test(arguments: [
    ("{}", "not a JSON object with a 'schema'; expected 'products/1'"),
    ("{\"schema\":\"products/2\"}", "schema 'products/2' is newer than this program knows"),
    ("{\"schema\":\"takes/1\"}", "schema is 'takes/1', expected 'products/1'"),
    ("{\"schema\":\"products/1\",\"products\":[]}", "'problems' is missing"),
    ("{\"schema\":\"products/1\",\"products\":[{\"sku\":3}],\"problems\":[]}", "'products"),
  ])
  func aFileThatDoesNotFitIsNamed(text: String, message: String) {
    let error = #expect(throws: ArtefactError.self) {
      try Catalogue.decoded(from: Data(text.utf8))
    }
    #expect(error?.message.hasPrefix(message) == true)
  }
}
