import Foundation
import Model
import Selecting
import Testing

struct SelectionPageTests {
  private func page(_ products: [Product], _ locale: CopyLocale = .zh) throws -> String {
    let policy = try SelectionPolicyReadingTests.policy()
    let selection = SelectStage(policy: policy, date: "2026-11-23", effort: 600).select(products)
    return try SelectionPage(selection, products: products, locale: locale).html()
  }

  @Test func everyChosenProductStandsOnIt() throws {
    let products = MadeRange.products(40)
    let html = try page(products)
    let policy = try SelectionPolicyReadingTests.policy()
    let chosen = SelectStage(policy: policy, date: "2026-11-23").select(products).selected
    #expect(chosen.count == policy.count)
    for item in chosen {
      #expect(html.contains("data-sku=\"\(item.sku)\""))
      #expect(html.contains("\"sku\":\"\(item.sku)\""))
    }
    #expect(try page(products) == html)
    #expect(try page(products.reversed()) == html)
  }

  @Test func nothingIsLoadedFromElsewhere() throws {
    var products = MadeRange.products(20)
    products[0].images = ["https://img.example.com/a.jpg"]
    products[1].images = ["../../etc/passwd"]
    products[2].images = ["/etc/passwd"]
    let html = try page(products)
    #expect(!html.contains("example.com"))
    #expect(!html.contains("passwd"))
    let addresses = html.replacing("http://www.w3.org/2000/svg", with: "")
    #expect(!addresses.contains("http:") && !addresses.contains("https:"))
  }

  @Test func aHostileTitleStaysText() throws {
    var products = MadeRange.products(10)
    products[0].title = "</script><script>alert(1)</script>\"'<img onerror=x>\u{202E}\n"
    products[0].category = "\"><b>"
    products[0].supplier = "<i>"
    let html = try page(products)
    #expect(!html.contains("<script>alert"))
    #expect(!html.contains("<img onerror"))
    #expect(!html.contains("\"><b>"))
  }

  @Test func anEmptyShopHasAPage() throws {
    #expect(try page([]).contains("没有可画的商品"))
    #expect(try page([], .en).contains("nothing to draw"))
  }

  @Test func whatIsLeftOutIsCounted() throws {
    let html = try page(MadeRange.products(660), .en)
    #expect(html.contains("more that were not chosen are not listed"))
  }

  /// Writes pages to look at: `SHOPREEL_GALLERY=/some/folder swift test --filter SelectionPage`.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["SHOPREEL_GALLERY"] != nil))
  func pagesToLookAt() throws {
    let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["SHOPREEL_GALLERY"] ?? "")
    for (name, count, locale) in [
      ("zh", 60, CopyLocale.zh), ("en", 60, .en), ("many", 3000, .zh), ("few", 5, .zh),
    ] {
      let html = try page(MadeRange.products(count), locale)
      try Data(html.utf8).write(to: folder.appendingPathComponent("selection-\(name).html"))
    }
  }
}
