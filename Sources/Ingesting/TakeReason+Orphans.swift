import Model
import Timing

/// Why a file, or a part of it, has no owner.
extension TakeReason {
  /// For one part of a clip.
  func at(_ place: String) -> Self { Self("\(place): \(en)", zh: "\(place)：\(zh)") }

  static func onlySlate(of shot: String) -> Self {
    Self("shows only the slate of '\(shot)'", zh: "只拍到 '\(shot)' 的板")
  }

  static let nothingLeft = Self("nothing is left beside the slates", zh: "除了板什么也没拍到")

  static func strangersSlate(_ workspace: String) -> Self {
    Self("its slate is of another workspace ('\(workspace)')", zh: "板是别的工作区的（'\(workspace)'）")
  }

  static func unreadSlate(at time: Double) -> Self {
    let time = time.rounded(toPlaces: 1)
    return Self(
      "a slate was shown at \(time) s that could not be read", zh: "\(time) 秒处举过板，但读不出来")
  }

  static let severalInLog = Self(
    "the shot log names several shots for it, and no slate divides it",
    zh: "场记单给它写了几个镜头，片里又没有板把它们分开")

  static func ambiguousName(_ skus: [String]) -> Self {
    let list = skus.map { "'\($0)'" }.joined(separator: ", ")
    return Self("its name can mean several products: \(list)", zh: "文件名可以指几个商品：\(list)")
  }

  private static let advice = Self(
    "show a slate, or put it into footage/<sku>/", zh: "请举板，或放进 footage/<货号>/")

  static let noOwner = Self(
    "no slate, no product in its name, and no slate before it on this camera; \(advice.en)",
    zh: "没有板，文件名里没有货号，这台机器之前也没举过板；\(advice.zh)")

  static func noOwner(minutes: Double, most: Double) -> Self {
    let (gap, most) = (Int(min(minutes, 1e9).rounded()), most.rounded(toPlaces: 1))
    return Self(
      "no slate, no product in its name, and the camera's last slate is \(gap) min back "
        + "(\(most) at most); \(advice.en)",
      zh: "没有板，文件名里没有货号，这台机器上一块板已过去 \(gap) 分钟（最多 \(most)）；\(advice.zh)")
  }

  static func tooShort(_ length: Double, least: Double) -> Self {
    let length = max(0, length).rounded(toPlaces: 2)
    return Self(
      "only \(length) s are left between slates and edges, a take needs \(least) s",
      zh: "板和头尾之间只剩 \(length) 秒，一条至少要 \(least) 秒")
  }

  /// For a file of which a part is of use.
  var isUsedAnyway: Self {
    Self("\(en); what can be read is used", zh: "\(zh)，读得出的部分照用")
  }

  static func samePhoto(of sku: String) -> Self {
    Self(
      "the same picture as another photo of '\(sku)', which is used",
      zh: "和 '\(sku)' 的另一张照片一样，用那一张")
  }

  static let photoWithoutProduct = Self(
    "a photo without a product in its name; put it into photos/<sku>/",
    zh: "照片名里没有货号；请放进 photos/<货号>/")

  static let soundAlone = Self(
    "sound without a picture; recorded voice belongs in voice/<sku>/, music in music/",
    zh: "只有声音没有画面；配音请放 voice/<货号>/，音乐放 music/")

  static let unknownLength = Self("its length is not known", zh: "读不出时长")

  static let nobodysVoice = Self(
    "names no product or script; call it voice/<sku>/<beat>, such as hook or point-1",
    zh: "文件名里没有货号或脚本；请命名为 voice/<货号>/<段落>，如 hook、point-1")

  static let noLicence = Self(
    "has no licence in music/music.yaml, and is not used",
    zh: "music/music.yaml 里没有它的授权，不会使用")

  static func sameContent(as file: String) -> Self {
    Self("the same content as '\(file)', which is used", zh: "和 '\(file)' 内容一样，用那一个")
  }
}

extension ClipReport {
  /// How much of the file can be used.
  var cutOffReason: TakeReason {
    let (read, whole) = (
      readable.decimal.rounded(toPlaces: 1), facts.duration.decimal.rounded(toPlaces: 1)
    )
    return TakeReason(
      "the file is cut off: \(read) s of \(whole) s can be read",
      zh: "文件不完整：\(whole) 秒里只读得出 \(read) 秒")
  }
}

extension NamedFile {
  init(_ file: String, _ reason: TakeReason, copyOf: String? = nil) {
    self.init(file: file, reason: reason.en, reasonZh: reason.zh, copyOf: copyOf)
  }
}
