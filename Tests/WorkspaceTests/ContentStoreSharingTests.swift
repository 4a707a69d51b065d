import Foundation
import Support
import Testing
import Workspace

struct ContentStoreSharingTests {
  @Test func writersReadersAndPrunersOnTheSameKeysNeverSeeHalfAnObject() async throws {
    let bench = try StoreBench()
    let objects = (0..<8).map { bench.bytes(20_000 + 5_000 * $0) }
    try await withThrowingTaskGroup(of: Int.self) { group in
      for task in 0..<12 {
        // Each task has a store of its own, as another process or machine would.
        let store = ContentStore(at: bench.store.folder, limit: 60_000)
        group.addTask {
          var torn = 0
          for round in 0..<60 {
            let number = (task * 7 + round) % objects.count
            switch store.read(bench.key(number)) {
            case .bytes(let bytes): if bytes != objects[number] { torn += 1 }
            case .damaged: torn += 1
            case .absent: try store.keep(objects[number], under: bench.key(number))
            }
            if round % 3 == task % 3 { try store.keep(objects[number], under: bench.key(number)) }
            if round % 10 == task % 10, let problem = store.prune(to: 60_000).problem {
              Issue.record("\(problem)")
            }
          }
          return torn
        }
      }
      for try await torn in group { #expect(torn == 0) }
    }
    #expect(try bench.files().allSatisfy { $0.hasSuffix(".object") })
    for (number, object) in objects.enumerated() {
      try bench.store.keep(object, under: bench.key(number))
      #expect(bench.store.read(bench.key(number)) == .bytes(object))
    }
  }

  @Test func aStoreThatIsTakenAwayUnderTheWriterIsMadeAnew() async throws {
    let bench = try StoreBench()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for _ in 0..<200 { try? FileManager.default.removeItem(at: bench.store.folder) }
      }
      group.addTask {
        for number in 0..<200 {
          do {
            try bench.store.keep([1], under: bench.key(number))
          } catch let error as WorkspaceError {
            // Four times in a row the folder went between two steps; nothing else may be said.
            #expect(error.message.hasSuffix("No such file or directory"), "\(error)")
          }
        }
      }
      try await group.waitForAll()
    }
    try bench.store.keep([2], under: bench.key(1))
    #expect(bench.store.read(bench.key(1)) == .bytes([2]))
  }

  @Test func theStoreLiesInTheWorkspaceUnlessAPersonChoosesAnother() throws {
    let folder = try TemporaryFolder()
    let workspace = try WorkspaceFolder(folder.path)
    #expect(try workspace.store([:]) == workspace.work("store"))
    #expect(try workspace.store(["SHOPREEL_STORE": ""]) == workspace.work("store"))
    #expect(try workspace.store(["SHOPREEL_STORE": "/mnt/spans/"]).path == "/mnt/spans")
    let error = #expect(throws: WorkspaceError.self) {
      try workspace.store(["SHOPREEL_STORE": "../spans"])
    }
    #expect(error?.message == "SHOPREEL_STORE must be an absolute folder, found '../spans'")
  }

  @Test func theStoresOwnHalfFilesAreLeftToTheStore() throws {
    let bench = try StoreBench()
    try bench.store.keep([1], under: bench.key(1))
    let part = bench.file(1).deletingLastPathComponent().appendingPathComponent(".x.part")
    try Data().write(to: part)
    try bench.folder.write("", to: "work/renders/a.part")
    let workspace = try WorkspaceFolder(bench.folder.path)
    workspace.removeParts(below: ["work"])
    #expect(FileManager.default.fileExists(atPath: part.path))
    #expect(!FileManager.default.fileExists(atPath: workspace.work("renders/a.part").path))
  }
}
