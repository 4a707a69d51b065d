/// The words that follow a number and belong to it.
enum MeasureWords {
  /// Chinese measure words and units; the longest match counts.
  static let chinese: Set<String> = [
    "元", "块", "角", "毛", "分", "折", "斤", "克", "千克", "公斤", "两", "吨", "毫克", "毫升", "升",
    "米", "厘米", "毫米", "公分", "寸", "英寸", "尺", "码", "号", "件", "条", "双", "个", "只", "支",
    "包", "袋", "盒", "箱", "瓶", "罐", "桶", "片", "张", "套", "组", "对", "颗", "粒", "枚", "把",
    "根", "杯", "份", "人", "位", "天", "日", "月", "年", "岁", "周", "星期", "小时", "分钟", "秒",
    "秒钟", "点", "次", "倍", "层", "款", "种", "色", "度", "瓦", "伏", "安", "毫安", "毫安时", "期",
    "代", "页", "本", "间", "台", "部", "辆", "头", "朵", "束", "串", "卷", "抽", "万", "亿", "千",
    "百", "万元", "亿元", "万件", "万单", "块钱", "元钱", "个月", "平", "平米", "平方米", "人份",
    "人用", "步", "招", "单", "名", "斤装", "包装", "只装", "片装", "件套", "口", "寸屏", "以上",
    "左右", "起", "多",
  ]

  /// Latin units that may stand after a space: `500 g`, `1.5 L`, `19.99 USD`.
  static let latin: Set<String> = [
    "g", "kg", "mg", "t", "lb", "lbs", "oz", "ml", "l", "cl", "mm", "cm", "m", "km", "in", "inch",
    "inches", "ft", "w", "kw", "v", "a", "mah", "wh", "hz", "gb", "tb", "mb", "db", "pcs", "pc",
    "pack", "packs", "pairs", "pair", "sets", "set", "yuan", "rmb", "cny", "usd", "eur", "gbp",
    "min", "mins", "hours", "hour", "days", "day", "s", "sec", "x", "spf", "k", "fps",
  ]

  static let currencies: Set<Character> = ["¥", "￥", "$", "€", "£", "₩"]
  static let chineseNumerals: Set<Character> = [
    "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "半", "几", "零",
  ]
}
