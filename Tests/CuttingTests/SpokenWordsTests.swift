import Cutting
import Model
import Testing
import Timing

struct SpokenWordsTests {
  private let stage = CutStage(policy: Samples.policy)

  private func captions(voice seconds: Double?, facts: [Fact] = []) throws -> [Layer] {
    var request = Samples.request(
      takes: Samples.script.shots.map { Samples.take($0.id, 1, seconds: 9) },
      photos: [Samples.photo(1)],
      voices: seconds.map {
        [
          VoiceFile(
            sku: "A1", beat: "point", file: "voice/A1/point.wav", duration: Time(decimal: $0))
        ]
      } ?? [])
    request.script.beats[1].facts = facts
    return try stage.run(request).layers.filter {
      $0.kind == .caption && $0.range.start >= Time(decimal: 2.4)
        && $0.range.end <= Time(decimal: 8.6)
    }
  }

  @Test func withoutAVoiceNoWordHasATime() throws {
    #expect(try captions(voice: nil).allSatisfy { $0.words.isEmpty && $0.wordTiming == nil })
  }

  @Test func aVoicesWordsFollowEachOtherWithinItsLengthAndSayThatTheyAreEstimated() throws {
    let captions = try captions(voice: 5)
    #expect(captions.count >= 2)
    for caption in captions {
      #expect(caption.wordTiming == .estimated)
      #expect(caption.words.map(\.text).joined() == caption.text)
      #expect(caption.words.count > 1)
      for (a, b) in zip(caption.words, caption.words.dropFirst()) { #expect(a.at < b.at) }
      #expect(caption.words.allSatisfy { $0.at < caption.range.duration })
      #expect(caption.words.allSatisfy { $0.at.snapped(to: Samples.rate) == $0.at })
    }
    // The voice begins a tenth of a second after its beat and lasts five.
    let last = try #require(captions.last)
    let end = Time(decimal: 2.5 + 0.1 + 5)
    #expect(last.range.start + (try #require(last.words.last)).at < end)
  }

  @Test func captionsWithoutAVoiceFillTheBeatAndWithOneFollowIt() throws {
    // A short voice is over long before its beat: later captions begin with it.
    let (slow, quick) = (try captions(voice: nil), try captions(voice: 2))
    #expect(quick.count == slow.count)
    #expect(quick[1].range.start < slow[1].range.start)
    #expect(quick.last?.range.end == slow.last?.range.end)
  }

  @Test func aFactIsOneWord() throws {
    let fact = Fact(text: "14寸电脑", field: "attributes.size", source: "c.csv:2")
    let words = try captions(voice: 5, facts: [fact]).flatMap(\.words)
    #expect(words.contains { $0.text.contains("14寸电脑") })
  }

  @Test func layersWithWordsAreReadBackEqual() throws {
    var timeline = try stage.run(
      Samples.request(
        takes: Samples.script.shots.map { Samples.take($0.id, 1, seconds: 9) },
        voices: [
          VoiceFile(
            sku: "A1", beat: "point", file: "voice/A1/point.wav", duration: Time(decimal: 5))
        ]))
    timeline.layers.append(
      Layer(
        kind: .tag, text: "阿青 · 店主", range: timeline.shots[0].range, logo: "brand/l.png",
        code: "https://example.com"))
    timeline.cover.choice = 2
    let data = try timeline.otioData(mediaPrefix: "../../")
    #expect(try Timeline(otio: data) == timeline)
  }
}

struct BrandLayerTests {
  private func layers(_ brand: BrandKit, prohibited: [String] = [], contact: Bool = false) throws
    -> [Layer]
  {
    var request = Samples.request(
      takes: Samples.script.shots.map { Samples.take($0.id, 1) }, photos: [Samples.photo(1)])
    request.brand = brand
    request.platform.prohibited = prohibited
    request.platform.allowsContact = contact
    return try CutStage(policy: Samples.policy).run(request).layers
  }

  private var brand: BrandKit {
    BrandKit(
      name: "木与棉", slogan: "好好过日子", persona: .init(name: "阿青", role: "店主"),
      contact: .init(channel: "企业微信", code: "https://example.com/wx"), logo: "brand/logo.png",
      intro: .init())
  }

  @Test func aBrandsTagMarkIntroAndLineAreLaidOver() throws {
    let layers = try layers(brand)
    #expect(layers.first { $0.kind == .tag }?.text == "阿青 · 店主")
    #expect(layers.first { $0.kind == .logo }?.image == "brand/logo.png")
    #expect(layers.first { $0.kind == .intro }?.text == "木与棉")
    let card = try #require(layers.first { $0.kind == .endCard })
    #expect(card.accents == ["好好过日子"] && card.logo == "brand/logo.png")
  }

  @Test(arguments: ["brand_watermark", "corner_logo", "added_logo", "added_watermark"])
  func noMarkIsShownWhereThePlatformTakesNone(term: String) throws {
    let layers = try layers(brand, prohibited: [term])
    #expect(!layers.contains { $0.kind == .logo || $0.logo != nil })
    #expect(layers.first { $0.kind == .intro }?.image == nil)
  }

  @Test func aCodeIsShownOnlyWhereThePlatformAllowsContactAndCodes() throws {
    func code(_ prohibited: [String], _ contact: Bool) throws -> String? {
      try layers(brand, prohibited: prohibited, contact: contact).first { $0.kind == .endCard }?
        .code
    }
    #expect(try code([], false) == nil)
    #expect(try code(["qr_code"], true) == nil)
    #expect(try code([], true) == "https://example.com/wx")
  }

  @Test func aDearerPriceIsStruckThroughOnlyBesideWhatItWas() throws {
    func sticker(_ reference: ReferencePrice?) throws -> Offer? {
      var request = Samples.request(takes: Samples.script.shots.map { Samples.take($0.id, 1) })
      request.script.beats[2].offer = Offer(label: "现价", price: "¥79", reference: "¥129")
      request.product.referencePrice = reference
      return try CutStage(policy: Samples.policy).run(request).layers
        .first { $0.kind == .sticker }?.offer
    }
    #expect(try sticker(nil)?.reference == nil)
    #expect(try sticker(ReferencePrice(amount: 129))?.reference == nil)
    let founded = try sticker(ReferencePrice(amount: 129, basis: "日常价"))
    #expect(founded?.reference == "¥129" && founded?.basis == "日常价")
  }
}

struct CoverPlannerTests {
  @Test func threeCoversAreOfferedEachOfAnotherPicture() throws {
    let timeline = try CutStage(policy: Samples.policy).run(
      Samples.request(takes: Samples.script.shots.map { Samples.take($0.id, 1, seconds: 9) }))
    let candidates = timeline.cover.candidates
    #expect(candidates.count == 3)
    #expect(Set(candidates.map(\.range.start)).count == 3)
    for candidate in candidates {
      #expect(candidate.range.duration > .zero)
      #expect(
        timeline.shots.contains {
          $0.range.start <= candidate.range.start && candidate.range.end <= $0.range.end
        })
    }
  }
}
