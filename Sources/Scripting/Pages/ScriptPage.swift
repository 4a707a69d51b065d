import Model
import Timing

/// Lays out one script as Markdown.
struct ScriptPage {
  let script: Script
  let product: Product
  let level: Int

  private var zh: Bool { script.locale == .zh }

  private func word(_ zh: String, _ en: String) -> String { self.zh ? zh : en }

  private func heading(_ text: String, _ depth: Int) -> String {
    String(repeating: "#", count: min(6, level + depth)) + " " + text + "\n\n"
  }

  var text: String {
    var text = heading(MarkdownCell.text(script.id), 0) + summary + "\n"
    text += heading(word("分镜与台词", "Beats"), 1) + beats + "\n"
    text += heading(word("镜头", "Shots"), 1) + shots + "\n"
    text += heading(word("发布文案", "Posts"), 1) + posts
    if !script.findings.isEmpty { text += heading(word("审词", "Findings"), 1) + findings + "\n" }
    if !script.notes.isEmpty {
      text += heading(word("备注", "Notes"), 1)
      text += script.notes.map { "- " + MarkdownCell.text($0) + "\n" }.joined() + "\n"
    }
    return text
  }

  private var summary: String {
    let rows = [
      (word("商品", "Product"), String(product.title.plainCopy.prefix(80)) + " (\(script.sku))"),
      (word("平台", "Platforms"), script.platforms.joined(separator: ", ")),
      (
        word("方向 / 形式 / 钩子", "Orientation / format / hook"),
        "\(orientation) / \(script.format) / \(script.hook)"
      ),
      (word("时长", "Length"), seconds(script.duration)),
    ]
    return rows.map { "- **\($0.0)**: \(MarkdownCell.text($0.1))\n" }.joined()
  }

  private var orientation: String {
    switch script.orientation {
    case .discovery: word("货找人", "discovery")
    case .search: word("人找货", "search")
    case .private: word("私域", "private")
    }
  }

  private func role(_ role: BeatRole) -> String {
    switch role {
    case .hook: word("钩子", "hook")
    case .pain: word("痛点", "pain")
    case .reveal: word("亮相", "reveal")
    case .point: word("卖点", "point")
    case .proof: word("证明", "proof")
    case .offer: word("价格", "offer")
    case .cta: word("行动", "call to action")
    }
  }

  private func seconds(_ time: Time) -> String {
    let tenths = Int((time.decimal * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)" + word(" 秒", " s")
  }

  private func table(_ head: [String], _ rows: [[String]]) -> String {
    let lines = [head, head.map { _ in "---" }] + rows.map { $0.map(MarkdownCell.text) }
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  private var beats: String {
    let head =
      zh
      ? ["时间", "段落", "画面", "台词", "屏幕字", "事实来源"]
      : ["Time", "Beat", "Picture", "Voice", "On screen", "Facts"]
    return table(
      head,
      script.beats.map { beat in
        let pictures = beat.shots.compactMap { id in script.shots.first { $0.id == id }?.picture }
        return [
          "\(seconds(beat.start)) + \(seconds(beat.duration))", role(beat.role),
          pictures.joined(separator: "; "), beat.voice.isEmpty ? "—" : beat.voice,
          screen(beat),
          beat.facts.map { "\($0.text) ← \($0.source)" }.joined(separator: "; "),
        ]
      })
  }

  private func screen(_ beat: Beat) -> String {
    var parts: [String] = []
    if let title = beat.title { parts.append(word("大字", "title") + ": " + title) }
    if !beat.caption.isEmpty { parts.append(word("字幕", "caption") + ": " + beat.caption) }
    if let offer = beat.offer {
      let old = offer.reference.map { word("，划线 ", ", crossed out ") + $0 } ?? ""
      parts.append(word("贴纸", "sticker") + ": \(offer.label) \(offer.price)\(old)")
    }
    return parts.joined(separator: "; ")
  }

  private var shots: String {
    let head =
      zh
      ? ["镜号", "景别", "运镜", "机位", "画面", "秒", "道具", "声音", "必拍"]
      : ["Shot", "Size", "Movement", "Angle", "Picture", "Seconds", "Props", "Sound", "Must"]
    return table(
      head,
      script.shots.map { shot in
        [
          shot.id, shot.size, shot.movement, shot.angle, shot.picture,
          seconds(shot.duration), shot.props.joined(separator: ", "), shot.sound,
          shot.must ? word("是", "yes") : "",
        ]
      })
  }

  private var posts: String {
    script.post.keys.sorted().map { id -> String in
      guard let post = script.post[id] else { return "" }
      let rows = [
        (word("标题", "Title"), post.title), (word("正文", "Caption"), post.caption),
        (word("话题", "Tags"), post.hashtags.map { "#" + $0 }.joined(separator: " ")),
        (word("封面字", "Cover"), post.coverText), (word("行动", "Call to action"), post.cta),
        (
          word("依据", "Facts"),
          post.facts.map { "\($0.text) ← \($0.source)" }.joined(separator: "; ")
        ),
      ]
      return "**\(MarkdownCell.text(id))**\n\n"
        + rows.filter { !$0.1.isEmpty }.map { "- \($0.0): \(MarkdownCell.text($0.1))\n" }.joined()
        + "\n"
    }.joined()
  }

  private var findings: String {
    script.findings.map { finding in
      let advice = finding.suggestion.isEmpty ? "" : " → \(finding.suggestion)"
      return "- "
        + MarkdownCell.text(
          "\(finding.severity.rawValue): \(finding.term) (\(finding.rule), \(finding.place))\(advice)"
        ) + "\n"
    }.joined()
  }
}
