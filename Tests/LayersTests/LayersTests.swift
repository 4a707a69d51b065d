import Foundation
import Testing

/// Holds every import line, and the manifest, against the table in ARCHITECTURE.md.
struct LayersTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let everywhere: Set<String> = [
    "Foundation", "Dispatch", "Synchronization", "Glibc", "Darwin",
  ]

  private static let table: [String: Set<String>] = {
    let text = try? String(
      contentsOf: root.appendingPathComponent("ARCHITECTURE.md"), encoding: .utf8)
    var rules: [String: Set<String>] = [:]
    for line in (text ?? "").split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3 else { continue }
      let names = cells[2].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      rules[cells[0].trimmingCharacters(in: ["`"])] = Set(names).subtracting(["–"])
    }
    return rules
  }()

  private static let modules: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent("Sources").path)
    return (names ?? []).filter { $0 != "System" && !$0.hasPrefix(".") }.sorted()
  }()

  @Test func everyModuleStandsInTheTable() {
    #expect(!LayersTests.modules.isEmpty)
    for module in LayersTests.modules {
      #expect(LayersTests.table[module] != nil, "\(module) is missing in ARCHITECTURE.md")
    }
  }

  @Test(arguments: LayersTests.modules)
  func aModuleImportsOnlyWhatTheTableAllows(module: String) throws {
    let allowed = (LayersTests.table[module] ?? []).union(LayersTests.everywhere)
    for (file, name) in try imports(of: module) {
      #expect(allowed.contains(name), "\(file) imports \(name)")
    }
  }

  @Test func theArrowsMakeNoCircle() {
    var seen: Set<String> = []
    func visit(_ name: String, _ path: [String]) {
      #expect(!path.contains(name), "\((path + [name]).joined(separator: " → "))")
      guard !path.contains(name), seen.insert(name).inserted else { return }
      for next in LayersTests.table[name] ?? [] { visit(next, path + [name]) }
    }
    for name in LayersTests.table.keys.sorted() { visit(name, []) }
  }

  private func imports(of module: String) throws -> [(file: String, name: String)] {
    let folder = LayersTests.root.appendingPathComponent("Sources/\(module)")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var found: [(String, String)] = []
    while let url = files?.nextObject() as? URL {
      guard url.pathExtension == "swift" else { continue }
      for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let at = words.firstIndex(of: "import"), at <= 1, at + 1 < words.count else {
          continue
        }
        found.append((url.lastPathComponent, String(words[at + 1].split(separator: ".")[0])))
      }
    }
    return found
  }
}
