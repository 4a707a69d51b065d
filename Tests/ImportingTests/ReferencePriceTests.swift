import Foundation
import Model
import Testing

/// A price to compare with, what it was and when: three columns, each with its own cell.
struct ReferencePriceTests {
  @Test(arguments: [
    ("划线价", "划线价依据", "划线价日期"), ("原价", "原价说明", "原价日期"),
    ("list_price", "reference_basis", "reference_date"),
  ])
  func basisAndDateAreReadFromTheirOwnColumns(_ price: String, _ basis: String, _ date: String) {
    let header = ["商家编码", "商品名称", "售价", price, basis, date].joined(separator: ",")
    let catalogue = Shipped.run(
      header + "\nA,双肩包,168,199,近7天成交价,2026-11-01\nB,手提包,99,129,,\n")
    let reference = catalogue.products.first?.referencePrice
    #expect(reference?.amount == 199, "\(catalogue.lines)")
    #expect(reference?.basis == "近7天成交价" && reference?.date == "2026-11-01")
    let cells = catalogue.products.first?.source.cells ?? [:]
    #expect(cells["reference_price.basis"] == basis && cells["reference_price.date"] == date)
    #expect(catalogue.products.last?.referencePrice?.basis == nil)
    #expect(catalogue.products.last?.referencePrice?.date == nil)
  }
}
