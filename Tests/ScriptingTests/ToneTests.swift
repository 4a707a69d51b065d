import Foundation
import Model
import Scripting
import Testing

/// How platforms are spoken to, and what assets let be filmed.
struct ToneTests {
  private static let cheap = MadePlatforms.platform("pdd", .discovery, tone: "price")
  private static let fine = MadePlatforms.platform("tmall", .discovery, tone: "brand")
  private static let plain = MadePlatforms.platform("other", .discovery)

  @Test func everyToneHasScriptsOfItsOwn() throws {
    let output = try MadeScripts.run(
      MadeProducts.all, platforms: [Self.cheap, Self.fine, Self.plain], variants: 2)
    #expect(output.scripts.count == MadeProducts.all.count * 6)
    for product in MadeProducts.all {
      let scripts = output.scripts.filter { $0.sku == product.sku }
      let voices = Dictionary(grouping: scripts) { $0.tone ?? "" }
      #expect(Set(voices.keys) == ["price", "brand", "plain"])
      #expect(voices["price"]?.allSatisfy { $0.platforms == ["pdd"] } == true)
      #expect(voices["brand"]?.allSatisfy { $0.id.contains("-brand") } == true)
      #expect(Set(scripts.map(\.voices)).count == 6, "\(product.sku)")
    }
  }

  @Test func aToneIsHeard() throws {
    func lines(_ tone: String) throws -> [[String]] {
      let own = try #require(ShippedPresets.shared.tones[tone])
      return own.lines.values.flatMap { $0[.zh] ?? [] }.map(Self.words)
        .filter { $0.joined().count >= 4 }
    }
    func heard(_ lines: [[String]], _ platform: Platform) throws -> Int {
      try MadeScripts.many(MadeProducts.shirt, platforms: [platform]).flatMap(\.voices)
        .filter { voice in lines.contains { $0.allSatisfy(voice.contains) } }.count
    }
    let (price, brand) = (try lines("price"), try lines("brand"))
    let own = (try heard(price, Self.cheap), try heard(brand, Self.fine))
    let foreign = (try heard(price, Self.fine), try heard(brand, Self.cheap))
    #expect(own.0 > 15 && own.0 > 3 * foreign.0, "\(own) \(foreign)")
    #expect(own.1 > 10 && own.1 > 3 * foreign.1, "\(own) \(foreign)")
  }

  /// What stands around the slots of a pattern.
  private static func words(_ pattern: String) -> [String] {
    var words = [""]
    var isSlot = false
    for letter in pattern {
      if "{}".contains(letter) {
        isSlot = letter == "{"
        if isSlot { words.append("") }
      } else if !isSlot {
        words[words.count - 1].append(letter)
      }
    }
    return words.filter { !$0.isEmpty }
  }

  @Test func whoeverComparesPricesHearsItBeforeThePoints() throws {
    func places(_ platform: Platform) throws -> [(offer: Int, point: Int)] {
      try MadeScripts.many(MadeProducts.shoes, platforms: [platform]).compactMap { script in
        let roles = script.beats.map(\.role)
        guard let offer = roles.firstIndex(of: .offer), let point = roles.firstIndex(of: .point)
        else { return nil }
        return (offer, point)
      }
    }
    let early = try places(Self.cheap)
    #expect(early.count > 20 && early.allSatisfy { $0.offer < $0.point })
    let late = try places(Self.fine)
    #expect(late.count > 20 && late.allSatisfy { $0.offer > $0.point })
  }

  @Test func aPlatformThatTakesNoSlideshowGetsNone() throws {
    let strict = MadePlatforms.platform("guang", .discovery, prohibited: ["slideshow"])
    let products = [MadeProducts.bag, MadeProducts.snack]
    let free = try MadeScripts.run(products, shoot: [], photos: 6, variants: 3)
    #expect(free.scripts.allSatisfy { $0.format == "slideshow" })
    let barred = try MadeScripts.run(
      products, shoot: [], photos: 6, platforms: [strict], variants: 3)
    #expect(!barred.scripts.isEmpty && !barred.scripts.contains { $0.format == "slideshow" })
    #expect(barred.scripts.allSatisfy { $0.notes[0].contains("素材还不够") })
    let asked = try MadeScripts.run(
      products, shoot: [], photos: 6, platforms: [strict], formats: ["slideshow"])
    #expect(asked.scripts.isEmpty)
    #expect(asked.diagnostics.map(\.message).contains { $0.contains("no script for 'BG-20L'") })
  }

  @Test(arguments: [
    ("taste-test", ["snacks", "fresh-food"]),
    ("try-on", ["womens-clothing", "mens-clothing", "shoes", "hats-accessories", "bags"]),
  ])
  func someFormatsAreForSomeGoods(_ format: String, _ categories: [String]) throws {
    for product in MadeProducts.all where product.locale == .zh {
      let scripts = try MadeScripts.run([product], formats: [format]).scripts
      #expect(scripts.isEmpty == !categories.contains(product.category), "\(product.sku)")
      let free = try MadeScripts.many(product).map(\.format)
      #expect(free.contains(format) == categories.contains(product.category), "\(product.sku)")
    }
  }

  @Test(arguments: [
    (ShootAsset.presenter, "talking-head"), (.actors, "scene"), (.location, "origin"),
    (.recording, "live-slice"), (.model, "try-on"),
  ])
  func everyAssetUnlocksItsFormat(_ asset: ShootAsset, _ format: String) throws {
    var product = MadeProducts.shirt
    product.attributes["产地"] = "福建晋江"
    let without = try MadeScripts.many(product, shoot: [.sample]).map(\.format)
    #expect(!without.contains(format))
    let with = try MadeScripts.many(product, shoot: [.sample, asset]).map(\.format)
    #expect(with.contains(format), "\(Set(with).sorted())")
  }

  @Test func notesNameWhatOneMoreAssetWouldUnlock() throws {
    var product = MadeProducts.shirt
    product.attributes["产地"] = "福建晋江"
    let notes = try #require(
      try MadeScripts.run([product], shoot: [.sample], photos: 1, formats: []).scripts.first
    ).notes
    let formats = ShippedPresets.shared.formats
    for id in ["talking-head", "scene", "origin", "live-slice"] {
      let unlock = try #require(formats.first { $0.id == id }?.unlock[.zh])
      #expect(notes.contains(unlock), "\(id)")
    }
    let rich = try #require(
      try MadeScripts.run([product], shoot: Set(ShootAsset.allCases), photos: 6).scripts.first
    ).notes
    #expect(!rich.contains { note in formats.contains { $0.unlock[.zh] == note } })
  }

  @Test func aPlaceWithoutAnOriginIsNoStory() throws {
    let scripts = try MadeScripts.many(MadeProducts.shirt, shoot: [.sample, .location])
    #expect(!scripts.contains { $0.format == "origin" })
  }
}
