internal import Model

/// The page's own words in the language of its readers.
struct PhoneWords {
  let locale: CopyLocale

  private func say(_ zh: String, _ en: String) -> String { locale == .zh ? zh : en }

  func title(_ kind: SheetKind) -> String { say(kind.zh, kind.en) }
  var list: String { say("列表", "List") }
  var back: String { say("上一个", "Back") }
  var next: String { say("下一个", "Next") }
  var must: String { say("必拍", "must") }
  var optional: String { say("可选", "optional") }
  var shots: String { say("镜", "shots") }
  var scriptOrder: String { say("按脚本顺序", "in script order") }
  var done: String { say("完成", "done") }
  var left: String { say("剩", "left") }
  var onlyLeft: String { say("只看没拍的", "Only what is left") }
  var close: String { say("关闭", "Close") }
  var undo: String { say("撤销标记", "Undo the mark") }
  var hold: String {
    say(
      "对准镜头停两秒，点一下关闭，左划下一镜",
      "Hold it to the camera for two seconds; tap to close, swipe for the next")
  }
  var bright: String { say("屏幕亮度调到最高", "Set the screen to full brightness") }
  var empty: String { say("没有要拍的镜头", "There is nothing to film") }

  func day(_ number: Int) -> String { say("第 \(number) 天", "Day \(number)") }

  func label(_ part: StandPart) -> String { say(part.zh, part.en) }

  func label(_ column: ShotColumn) -> String { column.label(in: locale) }

  func mark(_ mark: String) -> String { mark == "KEEP" ? say("保留", "Keep") : mark }
}
