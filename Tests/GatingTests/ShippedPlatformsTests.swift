import Gating
import Model
import Presets
import Testing

struct ShippedPlatformsTests {
  @Test func everyFileLoads() throws {
    let ids = try ShippedPresets.platforms().map(\.id)
    for id in [
      "amazon", "douyin", "instagram_reels", "jd", "kuaishou", "pdd", "taobao_guangguang",
      "taobao_main", "tiktok", "wechat_channels", "xiaohongshu", "youtube_shorts",
    ] {
      #expect(ids.contains(id))
    }
  }

  @Test func aLongestVideoFitsItsFileSize() throws {
    for platform in try ShippedPresets.platforms() {
      let rate = Double(platform.delivery.maxVideoRate + platform.delivery.audioRate)
      let megabytes = rate * platform.duration.sellTo / 8000
      #expect(megabytes <= Double(platform.delivery.maxFileSize), "\(platform.id)")
    }
  }

  @Test func sellingLengthsLieInsideWhatIsTaken() throws {
    for platform in try ShippedPresets.platforms() {
      #expect(platform.duration.min <= platform.duration.sellFrom, "\(platform.id)")
      #expect(platform.duration.sellTo <= platform.duration.max, "\(platform.id)")
      #expect(platform.sound.truePeak == -1.5, "\(platform.id)")
    }
  }

  @Test func everyPlatformHasACallInItsOwnLanguage() throws {
    for platform in try ShippedPresets.platforms() {
      #expect(platform.cta[platform.locale]?.isEmpty == false, "\(platform.id)")
    }
  }

  @Test(arguments: ["女装", "零食", "宠物用品"])
  func callsPassTheGateOfTheirOwnPlatform(category: String) throws {
    let gate = ShippedPresets.gate
    for platform in try ShippedPresets.platforms() {
      for (locale, calls) in platform.cta {
        for call in calls {
          let text = call.replacing("{category}", with: category)
          let findings = gate.findings(
            in: text, place: "cta", category: "womens-clothing", platforms: [platform.id])
          #expect(findings.isEmpty, "\(platform.id) \(locale) \(text): \(findings)")
        }
      }
    }
  }

  @Test func wechatStaysBelowTheRateThatIsCodedAgain() throws {
    let platform = try #require(try ShippedPresets.platforms().first { $0.id == "wechat_channels" })
    #expect(platform.delivery.maxVideoRate + platform.delivery.audioRate < 10_000)
  }
}
