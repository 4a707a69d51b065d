import Foundation
import Importing
import Model
import Tables
import Testing

/// Workbooks and feeds as shops, suppliers and their programs write them.
struct WorkbookTruthTests {
  /// Files that are not yet read as they should be, and in what.
  static let short: [String: Comment] = [
    "douyin-selection.xlsx": "notes and a shot list beside the products are taken for rows",
    "meta.csv": "the column of the stock on sale is not known",
    "offers.yml.xml": "rubles, the old price and the vendor's code are not taken",
    "online-sheet-links.xlsx": "links and pictures given by formulas are not followed",
    "pictures-merged.xlsx": "variants under merged cells without names of options are lost",
    "price-update.xlsx": "a later file's new prices and stocks do not win",
    "quotation-eur.xlsx": "a workbook with RRP for its price has no products",
    "sections.xlsx": "headings and subtotals between groups are taken for rows",
    "supplier-quotation.xlsx": "a workbook with 建议零售价 for its price has no products",
    "tiktok-shop-batch.xlsx": "marks and help below the header are taken for rows",
  ]

  /// A picture's place in the workspace, by what it is.
  static func place(of picture: PictureFile) -> String? {
    let hash = picture.bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return "pictures/" + String(repeating: "0", count: 16 - digits.count) + digits
      + "." + picture.format.rawValue
  }

  private func read(_ name: String, _ truth: WorkbookTruth) -> Catalogue {
    ImportStage(rules: Shipped.rules, keep: Self.place).run(
      (truth.with + [name]).map {
        CatalogueFile(name: $0, path: MadeFiles.folder.appendingPathComponent($0).path)
      })
  }

  @Test(arguments: MadeFiles.names()) func isReadAsItsMakerMeantIt(_ name: String) throws {
    let truth = try MadeFiles.truth(WorkbookTruth.self, of: name)
    let found = TruthComparison(
      truth, read(name, truth), slack: name.hasSuffix(".jsonl") ? 1 : 0)
    let words = found.shortfalls.joined(separator: "\n")
    withKnownIssue(Self.short[name]) {
      #expect(found.shortfalls.isEmpty, "\(name):\n\(words)")
    } when: {
      Self.short[name] != nil
    }
  }

  @Test func theFilesAreThere() {
    #expect(MadeFiles.names().count >= 14)
    #expect(Set(Self.short.keys).isSubset(of: MadeFiles.names()))
  }
}
