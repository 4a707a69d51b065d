import Model

/// One reason for a take's place or score, in both languages.
struct TakeReason: Sendable, Hashable {
  var en: String
  var zh: String

  init(_ en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  /// Words that stand in one language only.
  init(plain text: String) { self.init(text, zh: text) }
}

/// Where a take comes from.
extension TakeReason {
  static func unknownSlate(_ code: String) -> Self {
    Self("its slate '\(code)' is of no shot in the list", zh: "场记码 '\(code)' 不在拍摄清单里")
  }

  static func inherited(from file: String, minutes: Double, byNumber: Bool) -> Self {
    Self(
      "follows the slate in '\(file)' after \(minutes.rounded(toPlaces: 1)) min"
        + (byNumber ? ", by file number" : ""),
      zh: "沿用 '\(file)' 里的场记，相隔 \(minutes.rounded(toPlaces: 1)) 分钟" + (byNumber ? "（按文件号）" : ""))
  }

  static func marked(_ status: Take.Status, inLog: Bool) -> Self {
    Self(
      "marked \(status.rawValue) " + (inLog ? "in the shot log" : "by a card"),
      zh: (inLog ? "场记单" : "现场卡片") + "标为 \(status.rawValue)")
  }

  static func markedByName(_ status: Take.Status) -> Self {
    Self("marked \(status.rawValue) by its name", zh: "文件名里标为 \(status.rawValue)")
  }

  static func logDiffers(_ shot: String) -> Self {
    Self("the shot log says '\(shot)', the slate counts", zh: "场记单写的是 '\(shot)'，以场记码为准")
  }

  static func lastOf(_ count: Int) -> Self {
    Self("the last of \(count) takes, none is marked", zh: "\(count) 条里的最后一条，都没有标记")
  }

  static func copy(of take: String) -> Self {
    Self("the same recording as \(take), encoded again", zh: "与 \(take) 是同一条素材的另一份编码")
  }

  static func alike(_ number: Int) -> Self {
    Self("looks like take \(number)", zh: "画面与第 \(number) 条几乎一样")
  }

  static func byHand(_ en: String, zh: String) -> Self {
    Self("by hand: \(en)", zh: "人工：\(zh)")
  }
}

/// How good it is.
extension TakeReason {
  static func best(length: Double, start: Double) -> Self {
    let (length, start) = (length.rounded(toPlaces: 1), start.rounded(toPlaces: 1))
    return Self("best \(length) s from \(start) s", zh: "最好的 \(length) 秒从 \(start) 秒起")
  }

  static func sharper(_ ratio: Double, than take: Int) -> Self {
    let ratio = min(ratio, 99).rounded(toPlaces: 1)
    return Self("sharper \(ratio)× than take \(take)", zh: "清晰度是第 \(take) 条的 \(ratio) 倍")
  }

  static func softer(_ ratio: Double, than take: Int) -> Self {
    let ratio = ratio.rounded(toPlaces: 2)
    return Self(
      "softer: \(ratio)× as sharp as take \(take)", zh: "偏虚：清晰度只有第 \(take) 条的 \(ratio) 倍")
  }

  static func steadiness(_ own: Double, _ other: Double, take: Int) -> Self {
    let (own, other) = (own.rounded(toPlaces: 1), other.rounded(toPlaces: 1))
    return Self(
      "\(own < other ? "steadier" : "less steady"): jitter \(own) px against \(other) px of take \(take)",
      zh: "\(own < other ? "更稳" : "更晃")：抖动 \(own) 像素，第 \(take) 条 \(other) 像素")
  }

  static func action(_ own: Double, _ other: Double, take: Int) -> Self {
    Self(
      "\(own > other ? "more" : "less") action: \(percent(own)) of the picture moves, "
        + "\(percent(other)) in take \(take)",
      zh: "动作\(own > other ? "更多" : "更少")：画面 \(percent(own)) 在动，第 \(take) 条 \(percent(other))")
  }

  static func clipped(_ share: Double) -> Self {
    Self("\(percent(share)) clipped", zh: "过曝或死黑 \(percent(share))")
  }

  static func dark(_ mean: Double) -> Self {
    Self("dark: mean luma \(whole(mean))", zh: "偏暗：平均亮度 \(whole(mean))")
  }

  static func bright(_ mean: Double) -> Self {
    Self("bright: mean luma \(whole(mean))", zh: "偏亮：平均亮度 \(whole(mean))")
  }

  static func shaky(_ jitter: Double) -> Self {
    let jitter = jitter.rounded(toPlaces: 1)
    return Self("shaky: jitter \(jitter) px", zh: "画面抖：抖动 \(jitter) 像素")
  }

  static func soft(_ share: Double) -> Self {
    Self(
      "all but rejected: \(percent(share)) of the best take's sharpness",
      zh: "基本不可用：清晰度只有最好一条的 \(percent(share))")
  }

  static let noAction = Self("hardly anything moves, the shot wants action", zh: "几乎没有动作，这个镜头要动作")
  static let noTravel = Self("the camera hardly moves, the shot wants a move", zh: "机位几乎没动，这个镜头要运镜")

  static func drift(_ speed: Double) -> Self {
    let speed = speed.rounded(toPlaces: 1)
    return Self(
      "the camera moves \(speed) px a sample, the shot wants it locked",
      zh: "机位在动（每次采样 \(speed) 像素），这个镜头要固定")
  }

  static func face(_ share: Double) -> Self {
    Self("a face in \(percent(share)) of it", zh: "\(percent(share)) 的时间看得到正脸")
  }

  static let noFace = Self("no face, the shot wants a presenter", zh: "看不到正脸，这个镜头要有人出镜")

  static func speech(_ share: Double) -> Self {
    Self("speech in \(percent(share)) of it", zh: "\(percent(share)) 的时间有人声")
  }

  static let noSpeech = Self("no speech, the shot has a spoken line", zh: "没有人声，这个镜头有台词")
  static let noSound = Self("no sound, the shot has a spoken line", zh: "没有声音，这个镜头有台词")

  static func pauses(_ count: Int, over seconds: Double) -> Self {
    Self(
      "\(count) \(count == 1 ? "pause" : "pauses") over \(seconds.rounded(toPlaces: 1)) s",
      zh: "超过 \(seconds.rounded(toPlaces: 1)) 秒的停顿 \(count) 处")
  }

  static let clippedSound = Self("the sound is clipped", zh: "声音爆音")

  private static func whole(_ value: Double) -> Int { Int(min(max(value, -1e6), 1e6).rounded()) }

  private static func percent(_ share: Double) -> String { "\(whole(share * 100)) %" }
}
