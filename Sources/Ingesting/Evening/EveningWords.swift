internal import Model

/// The evening page's own words.
struct EveningWords {
  let locale: CopyLocale

  private func say(_ zh: String, _ en: String) -> String { locale == .zh ? zh : en }

  var title: String { say("收工报告", "Evening report") }
  var done: String { say("必拍镜头都有了，可以收工", "every must-shot is there: the set can be struck") }
  func short(_ count: Int) -> String {
    say(
      "还差 \(count) 个必拍镜头，先别收工",
      "\(count) must-shots are still to be filmed: do not strike the set yet")
  }
  var noList: String {
    say("还没有拍摄单，先运行 shopreel shotlist", "there is no shot list yet: run shopreel shotlist")
  }
  var must: String { say("必拍", "must-shots") }
  var optional: String { say("可选", "optional shots") }
  var clips: String { say("素材文件", "clips") }
  var takes: String { say("条", "takes") }
  var minutes: String { say("分钟", "minutes") }
  var photos: String { say("照片", "photos") }
  var reshoot: String { say("要补拍", "To be filmed again") }
  var reshootSheet: String { say("补拍单", "reshoot sheet") }
  var onlyNG: String { say("只有 NG 的", "only NG takes") }
  var noTake: String { say("一条也没有", "no take") }
  var byShot: String { say("逐个镜头", "Shot by shot") }
  var shot: String { say("镜号", "Shot") }
  var take: String { say("条", "Take") }
  var file: String { say("文件", "File") }
  var score: String { say("得分", "Score") }
  var why: String { say("说明", "Why") }
  var used: String { say("用这条", "used") }
  var whole: String { say("这个镜头没有", "none of this shot") }

  func section(_ state: FileRecord.State) -> String {
    switch state {
    case .filed: say("已归档", "Filed")
    case .inherited: say("跟着上一块板归档，请核对", "Filed by the slate before: please check")
    case .orphan: say("没有归属", "Without an owner")
    case .duplicate: say("重复的文件", "Duplicates")
    case .broken: say("打不开或不完整", "Broken or cut off")
    }
  }

  func way(_ way: Take.Filing) -> String {
    switch way {
    case .slate: say("按板", "by slate")
    case .tailSlate: say("按尾板", "by tail slate")
    case .name: say("按文件名", "by name")
    case .log: say("按场记单", "by log")
    case .inherited: say("跟上一块板", "by the slate before")
    }
  }

  func status(_ status: Take.Status) -> String {
    switch status {
    case .ok: "OK"
    case .ng: "NG"
    case .keep: say("保留", "keep")
    case .unmarked: ""
    }
  }
}
