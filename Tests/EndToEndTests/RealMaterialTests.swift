import Foundation
import Model
import Support
import Testing

/// Catalogues, photos and clips as people have them, where they lie beside the checkout.
@Suite(.serialized) struct RealMaterialTests {
  /// Product → photo, and a plain clip that goes into its folder.
  static let goods: [String: (photo: String, clip: String?)] = [
    "OLJCESPC7Z": ("sunglasses.jpg", nil),
    "66VCHSJNUP": ("tank-top.jpg", "clothing_model_beach.mp4"),
    "1YMWWN1N4O": ("watch.jpg", nil), "L9ECAV7KIM": ("loafers.jpg", nil),
    "2ZYFJ3GM2N": ("hairdryer.jpg", nil), "0PUK6V6EV0": ("candle-holder.jpg", nil),
    "9SIQT8TOJO": ("bamboo-glass-jar.jpg", "bottles_table.mp4"),
    "6E92ZMYYFZ": ("mug.jpg", "cups_hands.mp4"),
  ]

  /// Clips without one picture that can be shown.
  static let broken = [
    "broken_no_moov.mp4", "made_truncated_no_moov.mp4", "not_a_video_text.mp4", "zero_length.mp4",
    "vvc_unsupported_codec.mp4", "made_truncated_faststart.mp4",
  ]

  /// Clips that can be shown, each with a peculiarity.
  static let odd = [
    "made_bitrot.mp4", "rot90_portrait.MOV", "made_webm_named.mp4",
    "hlg10_color_chart.mp4", "made_one_frame.mp4", "made_negative_start.ts", "sar_2by3.mp4",
    "made_vp9_odd_size_vertical.webm", "made_prores_hq.mov", "attached_pic_h264.mp4",
    "made_nonmonotonic_joined.ts", "矿泉水 特写（第1条）.mp4",
  ]

  @Test func aShopOfRealFilesHasItsDrafts() throws {
    guard let shared = SharedMaterial.folder.map({ URL(fileURLWithPath: $0) }) else {
      return print("skipped: no real material beside the checkout")
    }
    let before = Listing(shared.appendingPathComponent("footage"))
    let folder = try TemporaryFolder()
    let root = folder.file("shop")
    try stock(root, from: shared)
    let outcome = try Program.run("run", on: root)
    #expect([0, 1].contains(outcome.status), "\(outcome.err)")

    let takes = try root.artefact(Takes.self, "work/takes.json")
    for name in Self.broken {
      let named = takes.broken.first { $0.file == "footage/6E92ZMYYFZ/" + name }
      #expect(named?.reason.isEmpty == false, "\(name)")
    }
    for name in Self.odd {
      #expect(!takes.broken.contains { $0.file == "footage/6E92ZMYYFZ/" + name }, "\(name)")
    }
    for name in ["footage/6E92ZMYYFZ/zero_length.mp4", "photos/6E92ZMYYFZ/empty.heic"] {
      #expect(takes.broken.contains { $0.file == name }, "\(name)")
    }
    #expect(takes.photos.count >= Self.goods.count)
    #expect(!takes.music.isEmpty)

    let drafts = try root.artefacts(Draft.self, below: "drafts")
    let selected = try root.artefact(Selection.self, "work/selection.json").selected.map(\.sku)
    #expect(Set(drafts.map(\.sku)) == Set(selected).intersection(Self.goods.keys))
    #expect(outcome.err.contains("'LS4PSXUNUM' has no take and no photo"))
    for draft in drafts {
      let short = draft.checks.filter { !$0.pass }
      #expect(short.isEmpty, "\(draft.platform)/\(draft.id): \(short)")
      #expect(draft.music.allSatisfy { !$0.licence.isEmpty })
    }
    #expect(drafts.contains { $0.shots.contains { $0.file.hasSuffix("clothing_model_beach.mp4") } })
    #expect(Listing(shared.appendingPathComponent("footage")).differing(from: before) == [])
  }

  @Test func aCatalogueInAnOldEncodingWithoutMediaEndsInOrder() throws {
    guard let file = SharedMaterial.path("catalogues/synthetic-zh/alimama_gb18030.csv") else {
      return print("skipped: no real material beside the checkout")
    }
    let folder = try TemporaryFolder()
    let root = folder.file("shop")
    try SmallPresets.demo.write(to: root)
    try root.write("schema: workspace/1\nplatforms: [taobao_main]\n", to: "shopreel.yaml")
    try FileManager.default.copyItem(
      atPath: file, toPath: root.appendingPathComponent("catalogue.csv").path)
    let outcome = try Program.run("run", on: root)
    #expect([0, 1].contains(outcome.status), "\(outcome.err)")
    let catalogue = try root.artefact(Catalogue.self, "work/products.json")
    #expect(catalogue.products.contains { $0.title.contains(/\p{Han}{2}/) })
    let selection = try root.artefact(Selection.self, "work/selection.json")
    #expect(selection.selected.count + selection.rejected.count == catalogue.products.count)
    for product in selection.rejected { #expect(outcome.out.contains("– \(product.sku): ")) }
    for product in selection.selected {
      #expect(outcome.err.contains("'\(product.sku)' has no take and no photo"))
    }
    #expect(root.holds("drafts/index.html"))
  }

  @Test(arguments: [
    "aws-ivs/products.json", "dotnet-eshop/catalog.json", "google-retail/products.json",
    "spree/products.csv", "vendor-profiles/shopify.json", "vendor-profiles/woocommerce.json",
    "synthetic-zh/bad_mixed_encoding.csv", "synthetic-zh/bad_truncated_utf16le.csv",
    "synthetic-zh/jushuitan_profit_utf8bom.csv", "synthetic-zh/taobao_assistant_utf16le.csv",
    "synthetic-zh/team_selection_semicolon_utf8.csv",
  ]) func aCatalogueOfAnyKindIsReadOrRefusedInWords(_ name: String) throws {
    guard let file = SharedMaterial.path("catalogues/" + name) else {
      return print("skipped: no real material beside the checkout")
    }
    let folder = try TemporaryFolder()
    let root = folder.file("shop")
    let ending = URL(fileURLWithPath: name).pathExtension
    try root.write("schema: workspace/1\nplatforms: [tiktok, douyin]\n", to: "shopreel.yaml")
    try FileManager.default.copyItem(
      atPath: file, toPath: root.appendingPathComponent("catalogue.\(ending)").path)
    for verb in ["import", "select", "script", "shotlist"] {
      let outcome = try Program.run(verb, on: root)
      #expect([0, 1, 65, 66].contains(outcome.status), "\(verb): \(outcome.err)")
      if outcome.status == 65 {
        #expect(outcome.err.contains("catalogue.\(ending)"), "\(outcome.err)")
        break
      }
    }
  }

  private func stock(_ root: URL, from shared: URL) throws {
    try SmallPresets(canvases: ["tiktok": (270, 480)]).write(to: root)
    try root.write(
      "schema: workspace/1\nplatforms: [tiktok]\nrender: {quality: draft}\n",
      to: "shopreel.yaml")
    try copy("catalogues/google-microservices-demo/products.json", "catalogue.json")
    for (sku, goods) in Self.goods {
      try copy("footage/images/boutique/" + goods.photo, "photos/\(sku)/1.jpg")
      guard let clip = goods.clip else { continue }
      try copy("footage/clips/plain/" + clip, "footage/\(sku)/" + clip)
    }
    for name in Self.broken + Self.odd {
      try copy("footage/clips/difficult/" + name, "footage/6E92ZMYYFZ/" + name)
    }
    for name in ["empty.heic", "truncated.jpg", "cmyk_small.jpg", "animated.gif"] {
      try copy("footage/images/difficult/" + name, "photos/6E92ZMYYFZ/" + name)
    }
    try copy("footage/audio/music/vibe_ace_jazz.ogg", "music/jazz.ogg")
    try root.write(
      "schema: music/1\ntracks:\n  - file: jazz.ogg\n    title: Vibe Ace\n    licence: CC-BY-3.0\n",
      to: "music/music.yaml")

    func copy(_ source: String, _ target: String) throws {
      let file = root.appendingPathComponent(target)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: shared.appendingPathComponent(source), to: file)
    }
  }
}
