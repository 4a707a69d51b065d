internal import Model

/// The page's own words in the language of its readers.
struct PhoneWords {
  let locale: CopyLocale

  private func say(_ zh: String, _ en: String) -> String { locale == .zh ? zh : en }

  var title: String { say("拍摄单", "shot list") }
  var list: String { say("列表", "List") }
  var back: String { say("上一个", "Back") }
  var next: String { say("下一个", "Next") }
  var must: String { say("必拍", "must") }
  var optional: String { say("可选", "optional") }
  var shots: String { say("镜", "shots") }
  var scriptOrder: String { say("按脚本顺序", "in script order") }
  var empty: String { say("没有要拍的镜头", "There is nothing to film") }

  func label(_ column: ShotColumn) -> String { column.label(in: locale) }

  func mark(_ mark: String) -> String { mark == "KEEP" ? say("保留", "Keep") : mark }
}
