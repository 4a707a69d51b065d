import Diagnostics
import Foundation
import Model
import Testing

struct JSONReadingTests {
  private func run(_ text: String) -> Catalogue { Shipped.run(text, name: "products.json") }

  @Test(arguments: [
    #"[{"sku":"A","name":"Mug","price":9.99}]"#, #"{"sku":"A","name":"Mug","price":9.99}"#,
    #"{"data":{"items":[{"sku":"A","name":"Mug","price":9.99}]},"tags":[{"name":"x"}]}"#,
    "{\"sku\":\"A\",\"name\":\"Mug\",\"price\":9.99}\n{\"sku\":\"B\",\"name\":\"Jar\",\"price\":1}\n",
    #"{"products":[{"PutRequest":{"Item":{"sku":{"S":"A"},"name":{"S":"Mug"},"price":{"N":"9.99"}}}}]}"#,
    #"[{"sku":"A","name":"M\u0075g","priceUsd":{"currencyCode":"USD","units":9,"nanos":990000000}}]"#,
    #"[{"sku":"A","title":{"text":"Mug"},"price":{"amount":"9.99","currency":"USD"}}]"#,
  ])
  func productsAreFoundWhereverTheyStand(_ text: String) {
    let catalogue = run(text)
    let product = catalogue.product("A")
    #expect(product?.title == "Mug", "\(catalogue.lines)")
    #expect(product?.price == Money(Decimal(string: "9.99") ?? 0, "USD"))
    #expect(product?.source.row == 1)
  }

  @Test func nestedValuesAreFoundByTheEndOfTheirPaths() {
    let catalogue = run(
      """
      [{"id": "G1", "name": "G1", "title": "Pen", "brand": {"name": "Acme", "id": 7},
        "priceInfo": {"price": "16", "originalPrice": "45.0", "cost": "12", "currencyCode": "USD"},
        "images": [{"height": "300", "uri": "https://i.example/a.jpg"}],
        "availability": "OUT_OF_STOCK", "uri": "https://s.example/pen",
        "seller": {"name": "Some Shop"},
        "attributes": [{"key": "material", "value": {"indexable": "true", "text": ["Metal", "Wood"]}}]}]
      """)
    let product = catalogue.product("G1")
    #expect(product?.title == "Pen" && product?.brand == "Acme")
    #expect(product?.price == Money(16, "USD") && product?.referencePrice?.amount == 45)
    #expect(product?.cost == 12 && product?.stock == 0)
    #expect(product?.images == ["https://i.example/a.jpg"])
    #expect(product?.link == "https://s.example/pen")
    #expect(product?.attributes == ["material": "Metal, Wood"], "no height, no seller")
    #expect(product?.source.cells["price"] == "priceInfo.price")
  }

  @Test func aListOfVariantsIsOneProduct() {
    let catalogue = run(
      """
      {"products": [{"id": 632910392, "title": "Linen Shirt", "product_type": "Shirts",
        "variants": [{"id": 1, "sku": "LS-S", "price": "39.90", "inventory_quantity": 0},
                     {"id": 2, "sku": "LS-M", "price": "38.90", "inventory_quantity": 7}]}]}
      """)
    #expect(catalogue.products.map(\.sku) == ["LS-M"], "\(catalogue.lines)")
    #expect(catalogue.products.first?.parentSku == "632910392")
    #expect(catalogue.products.first?.variants.map(\.stock) == [0, 7])
  }

  @Test func longIdentifiersKeepEveryDigit() {
    let text = #"[{"id": 360000000000000000123, "name": "Mug", "price": 1.10}]"#
    #expect(run(text).products.map(\.sku) == ["360000000000000000123"])
  }

  @Test func aBrokenLineAmongLinesIsNamedAndTheOthersGoOn() {
    let catalogue = run(
      "{\"sku\":\"A\",\"name\":\"Mug\",\"price\":9}\n{\"sku\":\"B\",\n{\"sku\":\"C\",\"name\":\"Jar\",\"price\":1}\n"
    )
    #expect(catalogue.products.map(\.sku) == ["A", "C"])
    #expect(catalogue.products.map(\.source.row) == [1, 3])
    #expect(catalogue.says("this line is no JSON", row: 2))
  }

  @Test(arguments: [
    ("[{\"sku\":\"A\",\n\"name\": oops}]", "line 2: 'o' is no JSON value"),
    ("[{\"sku\":\"A\"", "the file ends in the middle"), ("{\"a\" 1}", "a ':' is missing after 'a'"),
    ("[1 2]", "a ',' or ']' is missing"), ("{\"a\":\"x", "the file ends in the middle"),
    (String(repeating: "[", count: 5_000), "nested deeper than 100"),
    ("{\"fileRoles\":[{\"role\":\"product\"}]}", "no products found"),
  ])
  func whatIsNoCatalogueSaysWhy(_ text: String, _ reason: String) {
    let catalogue = run(text)
    #expect(catalogue.products.isEmpty)
    #expect(catalogue.says(reason), "\(catalogue.lines)")
  }
}
