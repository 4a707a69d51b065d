import Foundation
import Importing
import Model
import Testing

struct ImportPropertyTests {
  private static let columns: [(String, [String])] = [
    ("商家编码", ["A1", "A2", "A3"]), ("商品名称", ["T恤女", "雨伞", "保温杯"]),
    ("售价", ["¥59.9", "39", "１９"]), ("库存", ["1,204", "0", "--"]), ("类目", ["女装", "居家", "厨具"]),
    ("佣金率", ["20%", "5%", ""]), ("卖点1", ["轻", "", "稳"]), ("面料", ["棉", "布", "钢"]),
    ("入选", ["是", "否", ""]), ("主图", ["a.jpg|b.jpg", "", "c.jpg"]), ("划线价", ["99", "", "29"]),
  ]

  private func text(_ order: [Int]) -> String {
    let columns = order.map { ImportPropertyTests.columns[$0] }
    let rows = (0..<3).map { row in columns.map { "\"\($0.1[row])\"" }.joined(separator: ",") }
    return ([columns.map(\.0).joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
  }

  @Test func theOrderOfTheColumnsDoesNotMatter() {
    var random = SeededGenerator(seed: 7)
    let order = Array(ImportPropertyTests.columns.indices)
    let expected = Shipped.run(text(order))
    #expect(expected.products.count == 3)
    for _ in 0..<50 {
      #expect(Shipped.run(text(order.shuffled(using: &random))) == expected)
    }
  }

  @Test func equalInputGivesEqualBytes() throws {
    let order = Array(ImportPropertyTests.columns.indices)
    let first = try Shipped.run(text(order)).encoded()
    #expect(try Shipped.run(text(order)).encoded() == first)
    #expect(try Catalogue.decoded(from: first) == Shipped.run(text(order)))
  }

  @Test func anyBytesGiveACatalogue() {
    var random = SeededGenerator(seed: 1)
    let stage = ImportStage(rules: Shipped.rules)
    let seeds = ImportPropertyTests.seeds
    for _ in 0..<30 {
      let files = (0..<100).map { place in
        var bytes = seeds[place % seeds.count]
        for _ in 0..<Int.random(in: 0...8, using: &random) { mutate(&bytes, &random) }
        return CatalogueFile(name: "f\(place)", data: Data(bytes))
      }
      let catalogue = stage.run(files)
      #expect(catalogue.products.allSatisfy { !$0.sku.isEmpty && $0.price.amount > 0 })
    }
  }

  @Test func noFileIsPassedOverInSilence() {
    var random = SeededGenerator(seed: 2)
    let stage = ImportStage(rules: Shipped.rules)
    for seed in ImportPropertyTests.seeds {
      for _ in 0..<15 {
        var bytes = seed
        mutate(&bytes, &random)
        let catalogue = stage.run([CatalogueFile(name: "f", data: Data(bytes))])
        #expect(!catalogue.products.isEmpty || !catalogue.problems.isEmpty)
      }
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let tokens: [[UInt8]] = [
      [0], [0xFF], [0xFE, 0xFF], Array("\"".utf8), Array("\n".utf8), Array(",".utf8), [0xD8, 0x00],
      Array("1e999".utf8), Array("-".utf8), Array("{".utf8), Array("[".utf8), Array("\\u".utf8),
      Array("99999999999999999999999999".utf8), Array("¥".utf8), Array("<script".utf8),
      Array("&#x110000;".utf8), Array("万".utf8), [0x81], Array("=\"".utf8), Array(";:|".utf8),
    ]
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      bytes.insert(contentsOf: tokens[Int.random(in: 0..<tokens.count, using: &random)], at: place)
    case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 2: bytes.removeSubrange(place..<min(bytes.count, place + 3))
    default: bytes = Array(bytes.prefix(max(place, 4)))
    }
  }

  private static let texts = [
    "商家编码,商品名称,售价,库存,卖点,销售属性组合\nA,\"T恤\n女\",¥9-10,1.2万+,轻;稳,9:1:S:1:2;3:4;\nB,,,,,\n",
    "Handle,Title,Body (HTML),Variant Price,Variant SKU,Option1 Name,Option1 Value\n"
      + "a,A,<p>x: y</p>,9,1,S,M\na,,,8,2,,L\n",
    #"{"products":[{"id":{"S":"1"},"name":"\ud83d\ude00","price":{"units":1,"nanos":5},"#
      + #""variants":[{"sku":"v"}]}]}"#,
    "{\"sku\":1,\"name\":\"x\",\"price\":2}\n{\"sku\":2}\n",
    "SKU,镜号,画面,台词,时长\nA,1,x,y,3s\n,2,,,\n",
  ]

  private static let seeds: [[UInt8]] = {
    var seeds = texts.map { Array($0.utf8) }
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in "sku\ttitle\tprice\nA\t杯\t9\n".utf16 {
      wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    seeds.append(wide)
    let national: [UInt8] = [0xC9, 0xCC, 0xC6, 0xB7, 0xC3, 0xFB, 0xB3, 0xC6]
    seeds.append(national + Array(",price\n".utf8) + [0xB1, 0xAD] + Array(",9\n".utf8))
    seeds.append((0..<200).map { UInt8(truncatingIfNeeded: $0 &* 73 &+ 11) })
    return seeds
  }()
}
