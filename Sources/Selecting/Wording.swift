import Foundation
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
    case "licence":
      say("缺少资质信息（\(limit)）", "a licence is missing (\(limit))")
    case "sample": say("拍摄日前样品不在手", "no sample at hand by the shoot")
    case "margin": say("毛利率 \(value)，低于该角色下限", "margin \(value), too low for its role")
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

  func loss(_ reason: String, _ value: String, _ limit: String, _ taker: String?) -> String {
    let place = taker.map { say("，由 \($0) 占用", "; '\($0)' has the place") } ?? ""
    switch reason {
    case "variant":
      return say("同一款的 \(limit) 已入选", "'\(limit)' of the same listing is chosen")
    case "twin":
      return say("与已入选的 \(limit) 几乎相同", "all but the same as '\(limit)', which is chosen")
    case "category":
      return say("该类目名额 \(limit) 个已满", "the category's \(limit) places are taken") + place
    case "supplier":
      return say(
        "供应商 \(value) 名额 \(limit) 个已满", "the \(limit) places of supplier '\(value)' are taken")
        + place
    case "minutes":
      return say(
        "拍摄需 \(value) 分钟，只剩 \(limit) 分钟",
        "filming takes \(value) minutes, \(limit) are left") + place
    case "ladder":
      return say(
        "\(role(value))名额 \(limit) 个已满", "the \(limit) places for \(role(value)) are taken")
        + place
    default:
      return say(
        "得分 \(value)，最后一名入选者\(taker.map { " \($0) " } ?? "")为 \(limit)",
        "scored \(value); the last one chosen\(taker.map { ", '\($0)'," } ?? "") has \(limit)")
    }
  }

  func teamChoice(rank: Int, of count: Int) -> String {
    say(
      "由团队选定；只按得分排第 \(rank) / \(count)",
      "chosen by the team; by score alone it would be #\(rank) of \(count)")
  }

  /// What one change would do; `rank` is the place now, nil for a product that is not chosen.
  func change(_ change: SelectionChange?, rank: Int?, currency: String) -> String {
    guard let change else {
      if rank == 1 { return say("已是第 1 名", "it stands first already") }
      return rank.map {
        say("没有单项改动能改变第 \($0) 名", "no single change moves it from #\($0)")
      } ?? say("没有单项改动能让它入选", "no single change gets it chosen")
    }
    let (name, old) = (field(change.field), figure(change.from, of: change.field, currency))
    let new = figure(change.to, of: change.field, currency)
    let what = say("若\(name)由 \(old) 变为 \(new)，", "at \(name) \(new) instead of \(old) ")
    let gain = (change.gain ?? 0).rounded(to: 2).plain
    guard change.verified else {
      return what + say("多得 \(gain) 分", "it gains \(gain) points")
    }
    switch (rank, change.newRank) {
    case (let rank?, let new?) where new < rank:
      return what + say("名次由第 \(rank) 升到第 \(new)", "it moves from #\(rank) to #\(new)")
    case (let rank?, _):
      return what + say("多得 \(gain) 分，仍排第 \(rank)", "it gains \(gain) points and stays #\(rank)")
    case (nil, let new?): return what + say("入选，排第 \(new)", "it is chosen as #\(new)")
    case (nil, nil):
      if change.gain == nil {
        return what + say("可过关，但仍不入选", "it passes the gate, and is still not chosen")
      }
      return what + say("多得 \(gain) 分，仍不入选", "it gains \(gain) points and is still not chosen")
    }
  }

  func coordinate(keys: [String], otherCategory: Bool) -> String {
    let parts = keys.sorted().reversed().map { key in
      let text = key.dropFirst()
      return switch key.first {
      case "s": say("同场景“\(text)”", "same scene '\(text)'")
      case "a": say("同人群“\(text)”", "same people '\(text)'")
      case "b": say("同品牌“\(text)”", "same brand '\(text)'")
      default: say("同色“\(text)”", "same colour '\(text)'")
      }
    }
    return (parts + (otherCategory ? [say("不同类目，可搭配", "another category, to go with it")] : []))
      .joined(separator: say("，", ", "))
  }

  /// A field of the catalogue that people can change.
  func field(_ field: String) -> String {
    switch field {
    case "price": say("售价", "price")
    case "cost": say("成本", "cost")
    case "commission_rate": say("佣金率", "commission")
    case "return_rate": say("退货率", "return rate")
    case "stock": say("库存", "stock")
    case "images": say("图片数", "pictures")
    default: field
    }
  }

  func gateName(_ gate: String) -> String {
    switch gate {
    case "team": say("团队决定", "team's decision")
    case "listed": say("在售", "on sale")
    case "price": say("价格", "price")
    case "category": say("类目", "category")
    case "licence": say("资质", "licence")
    case "sample": say("样品", "sample")
    case "contribution": say("单均贡献", "contribution")
    case "margin": say("毛利率", "margin")
    case "stock": say("库存", "stock")
    case "cover_days": say("可售天数", "days of cover")
    case "rating": say("评分", "rating")
    case "facts": say("可说的事实", "facts to tell")
    case "duplicate": say("SKU重复", "SKU stands twice")
    default: gate
    }
  }

  func constraint(_ constraint: String) -> String {
    switch constraint {
    case "variant": say("同款", "same listing")
    case "twin": say("近似品", "near duplicate")
    case "category": say("类目名额", "category places")
    case "supplier": say("供应商名额", "supplier places")
    case "minutes": say("拍摄时间", "shooting time")
    case "ladder": say("价格带名额", "price ladder places")
    case "count": say("总名额", "places in all")
    case "new": say("新品名额", "places for new")
    default: constraint
    }
  }

  func name(_ criterion: String) -> String {
    switch criterion {
    case "economics": say("单均贡献率", "contribution")
    case "demand": say("近7天销量", "7-day sales")
    case "trend": say("销量趋势", "sales trend")
    case "conversion": say("转化率", "conversion")
    case "content": say("内容适配度", "content suitability")
    case "headroom": say("投放空间", "traffic headroom")
    case "competition": say("竞争者数", "competitors")
    case "season": say("应季", "season")
    case "rating": say("评分", "rating")
    case "returns": say("退货率", "return rate")
    case "stock": say("库存", "stock")
    case "newness": say("上新天数", "days since launch")
    case "results": say("过往千次成交额", "past GPM")
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

  /// A field's figure with its unit.
  func figure(_ value: Double, of field: String, _ currency: String) -> String {
    switch field {
    case "commission_rate", "return_rate", "economics", "returns", "conversion": value.percent
    case "price", "cost":
      (value < 0 ? "-" : "") + Money(Decimal(exactly: abs(value)), currency).description
    case "rating": value.rounded(to: 2).plain
    default: value.short
    }
  }
}
