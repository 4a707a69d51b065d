import Foundation
import Media
import Model
import Pixels
import Support
import Testing

/// Names, titles and files that mean harm or come from a broken disk.
@Suite struct HostileTests {
  static let catalogue = """
    SKU,Title,Category,Price,Cost,Stock,Material,Selling points,Images
    ../../evil,<script>alert(1)</script> cotton T-shirt,Women's clothing,19.99,6,300,Cotton,Soft collar,/etc/passwd
    -rf,"Bag ""quoted"" <img src=x onerror=alert(2)>",Bags,24.99,8,120,Canvas,Two inner pockets,../../x.jpg
    A/B,"Mug
    on two lines",Kitchen,9.99,3,500,Ceramic,Holds 300 ml,file:///etc/passwd
    =1+1,Formula bag,Bags,29.99,8,120,Canvas,One zip,photos/plain.jpg

    """

  /// A run on a workspace that means harm.
  final class Site: Sendable {
    static let finished = Result { try Site() }

    let folder: TemporaryFolder
    let root: URL
    let outcome: Program.Outcome
    /// What lies beside the workspace before and after.
    let outside: (before: Listing, after: Listing)

    private init() throws {
      folder = try TemporaryFolder()
      atexit {
        guard case .success(let site) = Site.finished else { return }
        try? FileManager.default.removeItem(at: site.folder.url)
      }
      root = folder.file("a/b/shop")
      try HostileTests.stock(root, in: folder)
      let before = Listing(folder.url, leavingOut: ["a/b/shop"])
      outcome = try Program.run("run", on: root)
      outside = (before, Listing(folder.url, leavingOut: ["a/b/shop"]))
    }
  }

  let site: Site
  var root: URL { site.root }
  var outcome: Program.Outcome { site.outcome }
  var outside: (before: Listing, after: Listing) { site.outside }

  init() throws { site = try Site.finished.get() }

  private static func stock(_ root: URL, in folder: TemporaryFolder) throws {
    try folder.write("secret", to: "x.jpg")
    try folder.write("secret", to: "a/x.jpg")
    try SmallPresets(canvases: ["tiktok": (270, 480)]).write(to: root)
    try root.write(
      "schema: workspace/1\nid: EVIL\nplatforms: [tiktok]\nrender: {quality: draft}\n",
      to: "shopreel.yaml")
    try root.write(catalogue, to: "catalogue.csv")
    try photograph(root)
    for name in ["--help.mp4", "a'b\"c\nd.mp4", "$(touch hacked).mp4", "<b>.mp4", "..mp4"] {
      try root.write("no video", to: "footage/" + name)
    }
    try FileManager.default.createSymbolicLink(
      atPath: root.appendingPathComponent("footage/link.mp4").path,
      withDestinationPath: "/etc/passwd")
  }

  /// Each product's photos, under the names that its SKU takes as a folder.
  private static func photograph(_ root: URL) throws {
    let names = ["../../evil", "-rf", "A/B", "=1+1"].map { "photos/\($0.slug)/1.jpg" }
    for (index, name) in (names + ["photos/plain.jpg"]).enumerated() {
      let file = root.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      let bytes = (0..<(240 * 240)).flatMap { pixel -> [UInt8] in
        let on = (pixel % 240 / 20 + pixel / 240 / 20 + index) % 2 == 0
        return on ? [200, 120, UInt8(index * 40), 255] : [40, 60, 90, 255]
      }
      try StillWriter.write(Bitmap(width: 240, height: 240, bytes: bytes), to: file.path)
    }
  }

  @Test func theRunEndsInOrder() {
    #expect([0, 1].contains(outcome.status), "\(outcome.status) \(outcome.err)")
  }

  @Test func nothingIsWrittenOutsideTheWorkspace() {
    #expect(outside.after.differing(from: outside.before) == [])
    #expect(!Listing(root).names.contains { $0.hasSuffix("hacked") })
    let made = Listing(root).names.filter { $0.contains("evil") && $0.hasSuffix(".mp4") }
    #expect(made.allSatisfy { $0.hasPrefix("drafts/tiktok/") })
  }

  @Test func nothingOutsideIsRead() throws {
    let takes = try root.artefact(Takes.self, "work/takes.json")
    for photo in takes.photos { #expect(photo.file.hasPrefix("photos/"), "\(photo.file)") }
    for name in Listing(root).names where name.hasPrefix("work/") || name.hasPrefix("drafts/") {
      let text = String(decoding: root.bytes(name) ?? Data(), as: UTF8.self)
      #expect(!text.contains("root:x:0:0"), "\(name)")
    }
  }

  @Test func everyOddFileIsNamedAsBroken() throws {
    let takes = try root.artefact(Takes.self, "work/takes.json")
    for name in ["--help.mp4", "a'b\"c\nd.mp4", "$(touch hacked).mp4", "<b>.mp4"] {
      #expect(takes.broken.contains { $0.file == "footage/" + name }, "\(name)")
    }
  }

  @Test func noTitleBecomesMarkup() throws {
    for name in ["drafts/index.html", "work/shotlist/shotlist.html"] {
      let page = String(decoding: try #require(root.bytes(name)), as: UTF8.self)
      #expect(!page.contains("<script>alert"), "\(name)")
      #expect(!page.contains("<img src=x"), "\(name)")
      #expect(!page.contains("</script>alert"), "\(name)")
    }
  }

  @Test func aTableForSpreadsheetsHoldsNoFormula() throws {
    for name in ["work/selection.csv", "work/shotlist/shotlist.csv"] {
      let text = String(decoding: try #require(root.bytes(name)), as: UTF8.self)
      #expect(text.firstMatch(of: /(^|[,\n"])=1\+1/) == nil, "\(name)")
    }
  }

  @Test func productsWithOddNamesHaveDrafts() throws {
    let drafts = try root.artefacts(Draft.self, below: "drafts")
    let selection = try root.artefact(Selection.self, "work/selection.json")
    #expect(!drafts.isEmpty)
    #expect(Set(drafts.map(\.sku)) == Set(selection.selected.map(\.sku)))
    #expect(drafts.allSatisfy { !$0.file.contains("/") && !$0.file.hasPrefix("-") })
  }
}
