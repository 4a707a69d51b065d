import Model

/// What is told from a text's shape and not by its words: numbers, accounts, addresses, prices.
struct ContactRule: Sendable {
  let rule: String
  /// Holds on platforms whose `prohibited` names one of these.
  let keys: Set<String>
  /// Holds on platforms that allow no prices.
  let onPriceless: Bool
  /// Digits that a text must have at least.
  let digits: Int
  let pattern: Pattern
  let suggestion: [CopyLocale: String]

  func holds(on platform: Platform) -> Bool {
    (onPriceless && !platform.allowsPrice) || !keys.isDisjoint(with: platform.prohibited)
  }

  func canOccur(in text: FoldedText) -> Bool {
    text.digits >= digits && (digits > 0 || text.hasLatin || text.digits > 0)
      && pattern.isAnnounced(in: text)
  }

  func spans(in text: FoldedText, for platform: Platform) -> [Span] {
    pattern.ranges(in: PatternText(text)).map { range in
      Span(
        range: range,
        finding: Finding(
          term: text.string(range), rule: rule, severity: .block, place: "",
          suggestion: suggestion[platform.locale] ?? "",
          basis: (platform.locale == .zh ? platform.nameZh : platform.name)
            + (platform.locale == .zh ? "平台规则" : " content policy")))
    }
  }

  /// - Throws: `GatingError` never in practice: the expressions are fixed.
  static func all() throws -> [ContactRule] {
    [
      try ContactRule(
        rule: "phone", keys: ["phone"], digits: 7,
        pattern: Pattern(
          #"(?<![\d.])(?:(?:\+?86[ -]?)?1[3-9]\d[ .-]?\d{4}[ .-]?\d{4}|0\d{2,3}-\d{7,8}|"#
            + #"[48]00-\d{3}-?\d{4}|\(?[2-9]\d{2}\)?[ .-]\d{3}[.-]\d{4})(?!\d)"#),
        suggestion: [.zh: "删除电话号码", .en: "delete the phone number"]),
      try ContactRule(
        rule: "wechat_id", keys: ["wechat_id"], digits: 0,
        pattern: Pattern(
          #"(?<![a-z0-9])(?:微信|微|薇信?|wechat|weixin|wx|vx|v|qq)\s*(?:号|id)?\s*[:：]\s*"#
            + #"[a-z0-9][a-z0-9_-]{4,19}"#),
        suggestion: [.zh: "删除微信号和QQ号", .en: "delete the account name"]),
      try ContactRule(
        rule: "off_platform_link", keys: ["off_platform_link"], digits: 0,
        pattern: Pattern(
          #"(?:https?://|www\.)[^\s,。]+|(?<![a-z0-9@.-])(?:[a-z0-9-]{1,63}\.){1,4}"#
            + #"(?:com|cn|net|org|shop|store|top|xyz|vip|cc|me|io|link|ltd|club|site|online)"#
            + #"(?![a-z0-9.-])(?:/[^\s,。]*)?"#),
        suggestion: [.zh: "删除站外链接", .en: "delete the link"]),
      try ContactRule(
        rule: "off_platform_link", keys: ["off_platform_link"], digits: 0,
        pattern: Pattern(
          #"[a-z0-9-]{2,63}\s*[\[(]?\s?(?<![a-z])dot(?![a-z])\s?[\])]?\s*"#
            + #"(?:com|net|org|shop|store|co)(?![a-z])"#),
        suggestion: [.zh: "删除站外链接", .en: "delete the link"]),
      try ContactRule(
        rule: "email", keys: ["email", "off_platform_link"], digits: 0,
        pattern: Pattern(#"[a-z0-9._+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z]{2,})+"#),
        suggestion: [.zh: "删除邮箱地址", .en: "delete the e-mail address"]),
      try ContactRule(
        rule: "price", keys: [], onPriceless: true, digits: 1,
        pattern: Pattern(
          #"(?:us|jp)?[$¥€£]\s?\d[\d,.]*|\d[\d,.]*\s?(?:元|块钱|(?:usd|dollars?|euros?)(?![a-z]))"#),
        suggestion: [.zh: "这个平台不允许出现价格", .en: "no prices on this platform"]),
    ]
  }

  private init(
    rule: String, keys: Set<String>, onPriceless: Bool = false, digits: Int,
    pattern: Pattern, suggestion: [CopyLocale: String]
  ) {
    self.rule = rule
    self.keys = keys
    self.onPriceless = onPriceless
    self.digits = digits
    self.pattern = pattern
    self.suggestion = suggestion
  }
}
