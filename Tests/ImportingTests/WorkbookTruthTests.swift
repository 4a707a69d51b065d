import Foundation
import Importing
import Model
import Tables
import Testing

/// Workbooks and feeds as shops, suppliers and their programs write them.
struct WorkbookTruthTests {
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
    #expect(found.shortfalls.isEmpty, "\(name):\n\(words)")
  }

  @Test func theFilesAreThere() {
    #expect(MadeFiles.names().count >= 14)
  }
}
