public import Model
import Timing

/// All scripts as rows of one table, for people who plan in a spreadsheet.
public enum ScriptTable {
  /// The head and a row a script; the first platform's post stands for all.
  public static func rows(
    _ scripts: [Script], products: [String: Product], locale: CopyLocale
  ) -> [[String]] {
    let zh = locale == .zh
    let head =
      zh
      ? [
        "脚本", "SKU", "商品", "类目", "平台", "方向", "形式", "钩子", "角度", "语气", "秒", "开头", "台词", "行动",
        "标题", "封面字", "镜头数", "必拍", "改过", "提醒",
      ]
      : [
        "Script", "SKU", "Product", "Category", "Platforms", "Orientation", "Format", "Hook",
        "Angle", "Tone", "Seconds", "Opening", "Lines", "Call to action", "Title", "Cover",
        "Shots", "Must shots", "Edited", "Findings",
      ]
    return [head] + scripts.map { row($0, products[$0.sku]) }
  }

  private static func row(_ script: Script, _ product: Product?) -> [String] {
    let post = script.post.sorted { $0.key < $1.key }.first?.value
    let seconds = (script.duration.decimal * 10).rounded() / 10
    return [
      script.id, script.sku, product?.title.plainCopy ?? "", script.category,
      script.platforms.joined(separator: " "), script.orientation.rawValue, script.format,
      script.hook, script.angle ?? "", script.tone ?? "", "\(seconds)",
      script.beats.first?.voice ?? "",
      script.beats.dropFirst().map(\.voice).filter { !$0.isEmpty }.joined(separator: " / "),
      post?.cta ?? "", post?.title ?? "",
      post?.coverText.split(separator: "\n").joined(separator: " / ") ?? "",
      "\(script.shots.count)", "\(script.shots.filter(\.must).count)",
      (script.edited ?? []).joined(separator: " "),
      script.findings.map { "\($0.severity.rawValue) \($0.term)" }.joined(separator: "; "),
    ]
  }
}
