import Model
import Timing

/// Words on the picture: inside the safe box, apart from each other, long enough to read.
struct TitleChecks {
  let request: CheckRequest

  var all: [Check] { [safeBox, apart, readingSpeed] }

  private var titles: [PlacedTitle] { request.draft.titles }

  private var safeBox: Check {
    let platform = request.platform
    let (left, top) = (platform.safeZone.left, platform.safeZone.top)
    let right = platform.canvas.width - platform.safeZone.right
    let bottom = platform.canvas.height - platform.safeZone.bottom
    let outside = titles.filter { title in
      guard title.box.count == 4 else { return true }
      return title.box[0] < left || title.box[1] < top || title.box[0] + title.box[2] > right
        || title.box[1] + title.box[3] > bottom
    }
    return Check(
      "safe-box", value: outside.isEmpty ? "all inside" : names(outside),
      limit: "x \(left)–\(right), y \(top)–\(bottom)", pass: outside.isEmpty)
  }

  private var apart: Check {
    let pairs = titles.indices.flatMap { i in
      titles.indices.filter { $0 > i && collide(titles[i], titles[$0]) }.map { (i, $0) }
    }
    let value = pairs.map { "'\(titles[$0.0].text)' on '\(titles[$0.1].text)'" }
    return Check(
      "titles-apart", value: value.isEmpty ? "apart" : value.joined(separator: ", "),
      limit: "no words on words", pass: pairs.isEmpty)
  }

  private func collide(_ a: PlacedTitle, _ b: PlacedTitle) -> Bool {
    guard a.start < b.end, b.start < a.end, a.box.count == 4, b.box.count == 4 else {
      return false
    }
    return a.box[0] < b.box[0] + b.box[2] && b.box[0] < a.box[0] + a.box[2]
      && a.box[1] < b.box[1] + b.box[3] && b.box[1] < a.box[1] + a.box[3]
  }

  /// Characters a second that a viewer can follow: 9 in Chinese, 20 in English.
  private var readingSpeed: Check {
    let fast = titles.filter { title in
      guard title.kind == "caption" else { return false }
      let limit = CopyLocale.detected(in: title.text) == .zh ? 9.0 : 20.0
      return Double(title.text.count) > limit * (title.end - title.start).decimal + 1
    }
    return Check(
      "reading-speed", value: fast.isEmpty ? "readable" : names(fast),
      limit: "9 characters a second, 20 in English", pass: fast.isEmpty)
  }

  private func names(_ titles: [PlacedTitle]) -> String {
    titles.map { "'\($0.text)' at \($0.start)" }.joined(separator: ", ")
  }
}
