import Demonstrating
import Foundation
import Media
import Support
import Testing
import Timing

struct DemoWorkspaceTests {
  @Test func holdsAllThatALineNeedsBesideFootage() throws {
    let folder = try TemporaryFolder()
    try DemoWorkspace(seed: 2, photoWidth: 120, musicBars: 3).write(to: folder.url)
    for sku in DemoWorkspace.skus {
      let sizes = try (1...4).map { index in
        let video = try Probe.facts(of: folder.file("photos/\(sku)/\(index).jpg").path).video
        return try #require(video).displayHeight
      }
      #expect(sizes == [160, 120, 160, 160], "\(sku)")
    }
    let list = try String(contentsOf: folder.file("music/music.yaml"), encoding: .utf8)
    for name in ["sunny-corner.wav", "slow-morning.wav"] {
      let facts = try Probe.facts(of: folder.file("music/\(name)").path)
      #expect(try #require(facts.duration).decimal > 6, "\(name)")
      #expect(list.contains("file: \(name)"))
    }
    expectCatalogue(try String(contentsOf: folder.file("catalogue.csv"), encoding: .utf8))
    #expect(try Probe.facts(of: folder.file("brand/logo.png").path).video?.width == 512)
  }

  private func expectCatalogue(_ text: String) {
    let lines = text.split(separator: "\r\n")
    #expect(lines.count == 2 + DemoWorkspace.skus.count + 4 + 1)
    #expect(DemoWorkspace.skus.count == 10)
    for fault in ["3.62E+15", "待定", "全网最低", "合计"] {
      #expect(lines.filter { $0.contains(fault) }.count == 1, "\(fault)")
    }
    let columns = lines[1].split(separator: ",", omittingEmptySubsequences: false).count
    for line in lines.dropFirst() {
      #expect(line.split(separator: ",", omittingEmptySubsequences: false).count >= columns)
    }
  }
}
