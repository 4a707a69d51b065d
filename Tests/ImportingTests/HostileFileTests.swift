import Diagnostics
import Foundation
import Importing
import Model
import Testing

/// Files that are broken, hostile or of another kind: a reason in words, or what can be read.
struct HostileFileTests {
  struct Truth: Decodable {
    enum Answer: String, Decodable { case error, read, either }

    var expect: Answer
    /// Products at most.
    var most: Int
    /// Words of the answer where nothing comes out.
    var says: String?
    /// Texts of the machine that may not come out.
    var never: [String]
  }

  static let folder = MadeFiles.folder.appendingPathComponent("hostile")

  @Test(arguments: MadeFiles.names(in: folder)) func isAnsweredInWords(_ name: String) throws {
    let truth = try MadeFiles.truth(Truth.self, of: name, in: Self.folder)
    let path = Self.folder.appendingPathComponent(name).path
    let stage = ImportStage(rules: Shipped.rules, keep: WorkbookTruthTests.place)
    let catalogue = stage.run([CatalogueFile(name: name, path: path)])
    let errors = catalogue.problems.filter { $0.severity == .error }
    #expect(catalogue.products.count <= truth.most)
    #expect(catalogue.problems.allSatisfy { $0.file == name && !$0.message.isEmpty })
    if truth.expect == .read { #expect(!catalogue.products.isEmpty, "\(catalogue.lines)") }
    if truth.expect == .error { #expect(catalogue.products.isEmpty) }
    if catalogue.products.isEmpty { #expect(!errors.isEmpty) }
    if catalogue.products.isEmpty, let says = truth.says {
      #expect(errors.contains { $0.message.contains(says) }, "\(catalogue.lines)")
    }
    let all = String(reflecting: catalogue)
    for text in truth.never { #expect(!all.contains(text)) }
    #expect(!all.contains("root:x:"))
  }

  @Test func aPackagesNamesLeadNowhere() throws {
    let around = Self.folder.deletingLastPathComponent().deletingLastPathComponent()
    for place in [Self.folder.path, around.path, "/tmp"] {
      let names = try FileManager.default.contentsOfDirectory(atPath: place)
      #expect(!names.contains { ["evil", "evil2", "evil.txt", "evil-absolute"].contains($0) })
    }
  }

  @Test func theFilesAreThere() {
    #expect(MadeFiles.names(in: Self.folder).count >= 15)
  }
}
