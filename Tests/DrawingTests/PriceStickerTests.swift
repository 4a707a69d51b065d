import Drawing
import Pixels
import Testing

struct PriceStickerTests {
  private let style = Samples.sticker

  @Test func theReferenceRowIsThereOnlyWhenAReferenceIsGiven() throws {
    let plain = try PriceSticker(price: "¥39.9", label: "到手价", style: style).bitmap()
    let labelled = try PriceSticker(
      price: "¥39.9", referenceLabel: "日常价", label: "到手价", style: style
    ).bitmap()
    let both = try PriceSticker(
      price: "¥39.9", reference: "¥69", referenceLabel: "日常价", label: "到手价", style: style
    ).bitmap()
    #expect(labelled == plain)
    #expect(both.height > plain.height)
  }

  @Test func nothingIsStruckThroughWithoutAReference() throws {
    // The strike alone has the reference's colour, pure green here.
    var green = style
    green.referenceColor = Color(red: 0, green: 1, blue: 0)
    green.tilt = 0
    func greenPixels(_ sticker: PriceSticker) throws -> Int {
      let bitmap = try sticker.bitmap()
      return stride(from: 0, to: bitmap.bytes.count, by: 4).filter {
        bitmap.bytes[$0] < 30 && bitmap.bytes[$0 + 1] > 220 && bitmap.bytes[$0 + 2] < 30
      }.count
    }
    #expect(try greenPixels(PriceSticker(price: "¥39.9", label: "到手价", style: green)) == 0)
    #expect(try greenPixels(PriceSticker(price: "¥39.9", reference: "¥69", style: green)) > 200)
  }

  @Test func aStickerShrinksToItsRoom() throws {
    let sticker = PriceSticker(price: "¥12,999.99/3袋装", label: "直播间到手价", style: style)
    #expect(try sticker.bitmap().width > 500)
    #expect(try sticker.bitmap(maxWidth: 400).width <= 401)
  }

  @Test(arguments: ["", "面议", "¥", "\0", "¥999999999999999999999999"])
  func anyTextMakesASticker(price: String) throws {
    #expect(try PriceSticker(price: price, style: style).bitmap(maxWidth: 800).width > 0)
  }
}
