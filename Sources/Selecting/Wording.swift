import Model

/// What a selection says to the people who film, in their language.
struct Wording: Sendable {
  let locale: CopyLocale

  init(_ locale: CopyLocale) { self.locale = locale }

  private func say(_ zh: String, _ en: String) -> String { locale == .zh ? zh : en }

  func gate(_ gate: String, _ value: String, _ limit: String) -> String {
    switch gate {
    case "team": say("团队已决定不拍", "the team has said no")
    case "listed": say("已下架", "taken off sale")
    case "price": say("价格 \(value) 不能用", "the price \(value) cannot be one")
    case "category": say("该类目不拍", "this category is not filmed")
    case "contribution":
      say("每单贡献 \(value)，低于下限", "a paid order leaves \(value), too little")
    case "stock": say("库存只有 \(value) 件", "only \(value) pieces in stock")
    case "cover_days":
      say("按近7天销量，库存只够卖 \(value) 天", "at the last 7 days' pace the stock lasts \(value) days")
    case "rating": say("评分 \(value) 偏低", "rated \(value), too low")
    case "facts":
      say(
        "只有 \(value) 条可说的事实（属性、卖点、场景、描述）",
        "only \(value) facts to tell (attributes, points, scenes, description)")
    case "duplicate":
      say("与 \(limit) 的SKU相同", "the same SKU stands at \(limit)")
    default: gate
    }
  }

  /// Added where the team wants what a gate stops.
  var despiteTheTeam: String {
    say("；团队已选定，改好数据或放宽关卡后入选", "; the team wants it: mend the figure or widen the gate")
  }

  func loss(_ reason: String, _ value: String, _ limit: String) -> String {
    switch reason {
    case "variant":
      say("同一款的 \(limit) 已入选", "'\(limit)' of the same listing is chosen")
    case "per_category":
      say("该类目名额 \(limit) 个已满", "the category's \(limit) places are taken")
    default:
      say(
        "得分 \(value)，最后一名入选者为 \(limit)", "scored \(value); the last one chosen has \(limit)")
    }
  }

  func teamChoice(rank: Int, of count: Int) -> String {
    say(
      "由团队选定；只按得分排第 \(rank) / \(count)",
      "chosen by the team; by score alone it would be #\(rank) of \(count)")
  }

  func nothingHelps(rank: Int) -> String {
    say(
      "各项均已在同类前列，名次第 \(rank) 不会因单项改变",
      "every known figure is among the best of its category; no single one moves it from #\(rank)")
  }

  func counterfactual(
    criterion: String, from: Double, to: Double, isMedian: Bool, gain: Double, rank: Int,
    newRank: Int
  ) -> String {
    let (old, new) = (figure(from, of: criterion), figure(to, of: criterion))
    let target = isMedian ? say("同类中位数", "its category's median") : say("同类前列", "among the best")
    if newRank < rank {
      return say(
        "若\(name(criterion))由 \(old) 变为 \(new)（\(target)），名次由第 \(rank) 升到第 \(newRank)",
        "at \(name(criterion)) \(new) (\(target)) instead of \(old) "
          + "it moves from #\(rank) to #\(newRank)"
      )
    }
    return say(
      "若\(name(criterion))由 \(old) 变为 \(new)（\(target)），多得 \(gain) 分，仍排第 \(rank)",
      "at \(name(criterion)) \(new) (\(target)) instead of \(old) "
        + "it gains \(gain) points and stays #\(rank)"
    )
  }

  func name(_ criterion: String) -> String {
    switch criterion {
    case "economics": say("单均贡献率", "contribution")
    case "demand": say("近7天销量", "7-day sales")
    case "trend": say("销量趋势", "sales trend")
    case "content": say("内容适配度", "content suitability")
    case "rating": say("评分", "rating")
    case "returns": say("退货率", "return rate")
    case "stock": say("库存", "stock")
    default: criterion
    }
  }

  func role(_ role: String) -> String {
    switch role {
    case "traffic": say("引流款", "traffic")
    case "main": say("主推款", "main")
    case "profit": say("利润款", "profit")
    case "image": say("形象款", "image")
    case "team": say("团队选定", "team")
    default: role
    }
  }

  private func figure(_ value: Double, of criterion: String) -> String {
    switch criterion {
    case "economics", "returns": "\((value * 100).rounded(to: 1).plain) %"
    default: value.rounded(to: 2).plain
    }
  }
}

extension Double {
  /// Without a needless `.0`.
  var plain: String { self == rounded() && abs(self) < 1e15 ? "\(Int(self))" : "\(self)" }
}
