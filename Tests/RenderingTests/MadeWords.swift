import Support

/// Random texts of the kinds that shops write, and of kinds that they should not.
struct MadeWords {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let words = [
    "显瘦", "不勒肚子", "透气", "妈妈", "小个子", "通勤", "收纳", "一撕就开", "孩子", "今天", "的", "了", "就",
    "真的很好穿", "左下角", "面料", "柔软", "到手价", "办公室", "随手一放", "不掉色", "赣南脐橙", "阔腿裤",
  ]
  private static let marks = ["，", "。", "！", "？", "、", "：", "…", "“好”", "《手册》", "（限量）", "——", "·", " "]
  private static let units = [
    "39.9元", "¥128", "500g×3袋", "36-41码", "95%棉", "1.5L", "100ml", "3件套", "$19.99", "2024-2025年", "-18℃",
    "14寸", "5000mAh", "三十九块九", "第2代", "￥1,299", "8 oz", "1080 g", "两双", "3.5折", "满300减50",
  ]
  private static let latin = [
    "SuperGlow", "Everyday", "for", "the", "train", "home", "A", "USB-C", "T恤", "A字裙", "don't", "wi-fi", "X9",
    "Pneumonoultramicroscopic", "Donaudampfschifffahrtsgesellschaft", "iPhone15", "café",
  ]
  private static let odd = ["🎉", "👍🏽", "👨‍👩‍👧", "❤️", "🇨🇳", "①", "※", "龘", "\u{13080}", "\u{E001}", "\u{202E}"]

  /// A text of 1 to 40 characters.
  mutating func next() -> String {
    let length = Int.random(in: 1...40, using: &random)
    let mode = Int.random(in: 0..<10, using: &random)
    var text = ""
    while text.count < length {
      text += piece(mode)
      if mode >= 6, mode < 9 { text += " " }
    }
    let cut = String(text.prefix(length))
    return cut.allSatisfy(\.isWhitespace) ? "好" : cut
  }

  private mutating func piece(_ mode: Int) -> String {
    func any(_ list: [String]) -> String { list.randomElement(using: &random) ?? "" }
    let die = Int.random(in: 0..<100, using: &random)
    switch mode {
    case 0...3: return die < 62 ? any(Self.words) : die < 80 ? any(Self.marks) : any(Self.units)
    case 4...5:
      return die < 35
        ? any(Self.words) : die < 60 ? any(Self.latin) : die < 85 ? any(Self.units) : any(Self.marks)
    case 6...7: return die < 75 ? any(Self.latin) : any(Self.units)
    case 8: return die < 60 ? any(Self.units) : any(Self.odd)
    default: return die < 40 ? any(Self.odd) : die < 70 ? any(Self.words) : any(Self.marks)
    }
  }
}
