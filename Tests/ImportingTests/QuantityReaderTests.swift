import Foundation
import Importing
import Model
import Testing

struct QuantityReaderTests {
  private let reader = QuantityReader(Shipped.rules.units)

  /// `500 g ×3`, `1000–1500 g`, `95 percent of 棉`.
  private func written(_ quantities: [Quantity]) -> String {
    quantities.map { quantity in
      func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
      }
      return number(quantity.value) + (quantity.high.map { "–" + number($0) } ?? "") + " "
        + quantity.unit + (quantity.count.map { " ×\($0)" } ?? "")
        + (quantity.of.map { " of \($0)" } ?? "")
    }.joined(separator: ", ")
  }

  @Test(arguments: [
    ("500g×3袋", "500 g ×3"), ("250ml*2", "250 ml ×2"), ("100%棉", "100 percent of 棉"),
    ("棉95% 氨纶5%", "95 percent of 棉, 5 percent of 氨纶"),
    ("95%棉，5%氨纶", "95 percent of 棉, 5 percent of 氨纶"),
    ("棉95%氨纶5%", "95 percent of 棉, 5 percent of 氨纶"), ("36-41码", "36–41 size"),
    ("36码-41码", "36–41 size"), ("续航30h", "30 h"), ("5000mAh", "5000 mAh"), ("1.5L", "1500 ml"),
    ("20×30×10cm", "20 cm, 30 cm, 10 cm"), ("20cm×30cm×10cm", "20 cm, 30 cm, 10 cm"),
    ("约2斤", "1000 g"), ("3斤装", "1500 g"), ("12\"", "30.48 cm"), ("6.7英寸", "17.018 cm"),
    ("10片/盒×3盒", "10 piece ×3"), ("每盒10片", "10 piece"), ("3袋×500g", "500 g ×3"),
    ("2 x 250 ml", "250 ml ×2"), ("3×500g", "500 g ×3"), ("500g×3袋×2箱", "500 g ×6"),
    ("1,200g", "1200 g"), ("１．５Ｌ", "1500 ml"), ("-18℃", "18 celsius"), ("65W", "65 W"),
    ("5V/2A", "5 V, 2 A"),
    ("95% cotton, 5% elastane", "95 percent of cotton, 5 percent of elastane"),
    ("Organic Cotton 95%", "95 percent of Organic Cotton"), ("1.5-2kg", "1500–2000 g"),
    ("2 to 3 kg", "2000–3000 g"), ("8 oz", "226.796185 g"), ("12个月", "12 month"),
    ("3年", "36 month"), ("30抽*8包", "30 piece ×8"), ("300dpi", "300 dpi"), ("2小时", "2 h"),
    ("500g/袋", "500 g"), ("净重：0.48公斤", "480 g"), ("15.6 inch", "39.624 cm"), ("0.3㎡", "3000 cm2"),
  ])
  func aTextIsMeasured(_ text: String, _ expected: String) {
    #expect(written(reader.quantities(in: text)) == expected)
  }

  @Test(arguments: [
    "", "棉", "A4纸", "iPhone15", "5G手机", "USB3.0", "IP67", "2024年款", "2 in 1", "59元", "1.2.3kg",
    "9999999999999999999g", "M", "XL", "kg", "××", "3M胶",
  ])
  func whatIsNoMeasureGivesNone(_ text: String) {
    #expect(written(reader.quantities(in: text)) == "")
  }

  @Test func aBareNumberIsInTheUnitOfItsHeaderOrOfTheVocabulary() {
    #expect(written(reader.quantities(of: "重量(kg)", "1.2")) == "1200 g")
    #expect(written(reader.quantities(of: "自重", "480", hint: "克")) == "480 g")
    #expect(written(reader.quantities(of: "capacity", "20-25", hint: "litres")) == "20000–25000 ml")
    #expect(written(reader.quantities(of: "自重(kg)", "0.5", hint: "克")) == "500 g")
    #expect(written(reader.quantities(of: "自重", "0.5kg", hint: "克")) == "500 g")
    #expect(written(reader.quantities(of: "自重", "480")) == "")
    #expect(written(reader.quantities(of: "自重", "480型", hint: "克")) == "")
    #expect(written(reader.quantities(of: "尺寸（cm）", "20×30×10")) == "20 cm, 30 cm, 10 cm")
  }

  @Test(arguments: [
    ("S/M/L", ["S", "M", "L"]), ("S-XL", ["S", "M", "L", "XL"]), ("XXL、XXXL", ["2XL", "3XL"]),
    ("s, m", ["S", "M"]), ("36-41码", []), ("大号", []), ("", []), ("L-S", []),
  ])
  func letterSizesAreAList(_ text: String, _ sizes: [String]) {
    let found = reader.quantities(of: "尺码", text)
    #expect(found.filter { $0.unit == "letter_size" }.compactMap(\.of) == sizes)
  }

  @Test func aUnitOfAnySizeScalesToTheSameValue() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<300 {
      let grams = Int.random(in: 1...999_999, using: &random)
      let kilos = "\(grams / 1_000).\(String(grams % 1_000 + 1_000).dropFirst())"
      let expected = [Quantity(value: Double(grams), unit: "g")]
      #expect(reader.quantities(in: "\(grams)g") == expected)
      #expect(reader.quantities(in: "\(kilos)kg") == expected, "\(kilos)")
      #expect(reader.quantities(in: "\(grams)000mg") == expected)
    }
  }

  @Test func whatIsWrittenFromAQuantityReadsAsTheSame() {
    var random = SeededGenerator(seed: 5)
    for unit in Shipped.rules.units.units {
      let words = unit.words.filter { $0.value == 1 }.keys.sorted()
      for word in words {
        let value = Int.random(in: 7...50, using: &random)
        let count = Int.random(in: 2...9, using: &random)
        let single = reader.quantities(in: "\(value)\(word)")
        #expect(single.map(\.value) == [Double(value)] && single.first?.unit == unit.id, "\(word)")
        let many = reader.quantities(in: "\(value)\(word)×\(count)")
        #expect(many.first?.unit == unit.id || unit.id == "cm", "\(word)")
      }
    }
  }

  @Test func noTextCrashesIt() {
    let parts = [
      "1", "9", ".", ",", "g", "kg", "×", "*", "-", "~", "/", "%", " ", "棉", "每", "盒", "in", "x",
      "\"",
      "🧴", "\u{0}", "é", "约", "m", "G", "99999999999999", "0.", "to",
    ]
    var random = SeededGenerator(seed: 6)
    for _ in 0..<4_000 {
      let text = (0..<Int.random(in: 0...14, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      let found = reader.quantities(in: text, hint: "kg")
      #expect(found.count <= 20)
      #expect(
        found.allSatisfy { $0.value.isFinite && ($0.high ?? $0.value) >= $0.value }, "\(text)")
    }
  }
}
