import Foundation
import Model
import Scripting
import Testing

struct LookTests {
  @Test func printed() throws {
    guard ProcessInfo.processInfo.environment["LOOK"] != nil else { return }
    let stage = try ShippedPresets.stage()
    let input = ScriptInput(
      products: MadeProducts.all,
      assets: ["XZ-88": ProductAssets(photos: 5, hasSample: false)],
      platforms: [MadePlatforms.douyin, MadePlatforms.taobao, MadePlatforms.tiktok],
      settings: Settings.Script(variants: 2), gate: { _, _, _, _ in [] })
    let output = try stage.run(input)
    for script in output.scripts {
      print("==", script.id, script.duration)
      for beat in script.beats {
        print(
          "  \(beat.role.rawValue) \(beat.duration) | \(beat.voice) | \(beat.title ?? "-") | \(beat.offer.map { "\($0)" } ?? "") | \(beat.shots.map { $0.dropFirst(script.sku.slug.count + 1) }.joined(separator: ","))")
      }
      for (id, post) in script.post.sorted(by: { $0.key < $1.key }) {
        print("  [\(id)] \(post.title) | \(post.caption) | \(post.hashtags) | \(post.coverText.replacingOccurrences(of: "\n", with: "/")) | \(post.cta)")
      }
      print("  notes:", script.notes)
    }
    print(output.diagnostics)
  }
}
