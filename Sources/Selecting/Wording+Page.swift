import Model

/// Words of the explanation and of the page.
extension Wording {
  private func pick(_ zh: String, _ en: String) -> String { locale == .zh ? zh : en }

  func unknown(_ sku: String, nearest: String?) -> String {
    pick("商品表里没有 SKU '\(sku)'", "there is no SKU '\(sku)' in the catalogue")
      + (nearest.map { pick("；最接近的是 '\($0)'", "; the nearest is '\($0)'") } ?? "") + "\n"
  }

  var changedSince: String {
    pick(
      "商品表在上次选品之后有变动：以上按现在的数据重算，与 selection.json 不同，请重新运行 shopreel select。",
      "The catalogue has changed since the selection: this is what it would be now; "
        + "run 'shopreel select' again.")
  }

  func verdict(chosen: SelectedProduct) -> String {
    pick(
      "入选，第 \(chosen.rank) 名，\(chosen.score) 分，可信度 \(chosen.confidence.percent)，\(role(chosen.role))",
      "chosen, #\(chosen.rank), score \(chosen.score), confidence \(chosen.confidence.percent), "
        + role(chosen.role))
  }

  func keptPlace(_ place: String) -> String {
    let name = place == "new" ? pick("新品", "new products") : role(place)
    return pick("占用为\(name)保留的名额", "holds a place kept for \(name)")
  }

  func sum(start: Double, score: Double) -> String {
    pick("中位水平 \(start.plain) → 得分 \(score.plain)", "median \(start.plain) → score \(score.plain)")
  }

  func ranking(among peers: Int, _ shelf: Double) -> String {
    let own = Double(peers) + shelf > 0 ? Double(peers) / (Double(peers) + shelf) : 1
    return pick(
      "同类 \(peers) 件商品：名次按本类目占 \(own.percent)，其余按全店",
      "\(peers) products of its category: ranked \(own.percent) among them, the rest among the shop"
    )
  }

  var teamChosen: String { pick("由团队选定", "chosen by the team") }

  /// Terms of the trade.
  func term(_ term: String) -> String {
    switch term {
    case "fee": pick("平台费率", "platform fee")
    case "kept": pick("成交一单净得 (kept)", "left by an order kept")
    case "back": pick("退回一单亏损 (back)", "lost by an order back")
    case "contribution": pick("单均贡献 m", "contribution m")
    case "roas": pick("保本 ROAS", "break-even ROAS")
    case "cpa": pick("最高获客成本 CPA", "CPA, most")
    case "ctr": pick("点击率 CTR", "CTR")
    case "cvr": pick("转化率 CVR", "CVR")
    case "cpc": pick("最高点击成本 CPC", "CPC, most")
    case "cpm": pick("最高千展成本 CPM", "CPM, most")
    case "headroom": pick("投放空间", "headroom")
    default: term
    }
  }

  func title(_ key: String) -> String {
    switch key {
    case "economics": pick("单均经济账", "Economics of a paid order")
    case "noEconomics": pick("没有成本或该币种的订单费用，算不出", "no cost, or no order costs in its currency")
    case "gates": pick("关卡（值、限、余量）", "Gates (value, limit, slack)")
    case "nearest": pick("← 最险", "← nearest")
    case "waterfall": pick("得分构成（相对同类中位数）", "Points against the category's median")
    case "criterion": pick("维度", "criterion")
    case "versus": pick("差", "versus")
    case "points": pick("得分", "points")
    case "value": pick("本品", "value")
    case "median": pick("中位", "median")
    case "source": pick("出处", "source")
    case "whatIf": pick("怎样会不同", "What would change it")
    case "coordinate": pick("搭配商品", "Show it with")
    case "out": pick("未入选：", "not chosen: ")
    case "notThere": pick("不在这次选品里", "not in this selection")
    default: key
    }
  }
}
