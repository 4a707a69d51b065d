import Ingesting
import Model
import Testing

struct NamePatternTests {
  private func owner(_ path: String, patterns: [String]) -> String {
    var policy = IngestPolicy()
    policy.names.patterns = patterns
    let names = ProductNames(skus: Shoot.skus, shots: Shoot.shots, naming: policy.names)
    let filing = Filer(policy: policy, shots: Shoot.shots, names: names).file([Shoot.clip(path)])
    return filing.takes.map { "\($0.shot ?? $0.sku) \($0.status.rawValue)" }.first ?? "orphan"
  }

  @Test(arguments: [
    ("{sku}_{shot}_{take}_{status}", "A-100_close_03_NG", "A-100-close ng"),
    ("{sku}_{shot}_{take}_{status}", "A-100_wear_3_ok", "A-100-wear ok"),
    ("{sku}_{shot}_{take}_{status}", "Ａ 100 close 003 KP", "A-100-close keep"),
    ("{date}_{sku}_{shot}", "20260501_B-200_pour", "B-200-pour unmarked"),
    ("{any}-{sku}-{any}", "shop-A-100-XL-blue", "A-100-XL unmarked"),
    ("S{shot}T{take}", "SA-100-closeT2", "A-100-close unmarked"),
    ("{sku}__{take}", "77_2", "77 unmarked"),
    // What the pattern does not fit is searched freely.
    ("{sku}_{shot}_{take}", "A-100-close NG", "A-100-close ng"),
  ])
  func aPatternReadsProductShotAndStatus(pattern: String, name: String, read: String) {
    #expect(owner("footage/\(name).mp4", patterns: [pattern]) == read)
  }

  @Test(arguments: [
    ("A-100-close_NG", "A-100-close ng"), ("A-100-close_t2_OK", "A-100-close ok"),
    ("A-100-close_ok_2", "A-100-close ok"), ("A-100-close keep (1)", "A-100-close keep"),
    ("OK A-100-close", "A-100-close unmarked"), ("A-100-book", "A-100 unmarked"),
    ("A-100", "A-100 unmarked"),
  ])
  func theLastWordOfANameMarksTheTake(name: String, read: String) {
    #expect(owner("footage/\(name).mp4", patterns: []) == read)
  }

  @Test func aCardSpeaksLouderThanTheName() {
    let clip = Shoot.clip(
      "footage/A-100-close_OK.mp4",
      [Shoot.slate("A-100-close", 0, 1), Shoot.card("NG", 8, 9)])
    let take = Shoot.filer().file([clip]).takes[0]
    #expect(take.status == .ng)
    #expect(take.reasons.contains("marked ng by a card"))
  }
}
