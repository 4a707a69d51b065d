public import Media
public import Model

extension MediaError {
  /// The reason as it stands in a list beside the file's name: what is wrong, and what helps.
  public func plainWords(_ locale: CopyLocale) -> String {
    let (en, zh) = inBoth
    return locale == .zh ? zh : en
  }

  private var inBoth: (en: String, zh: String) {
    switch code {
    case .notMedia:
      (
        "is no video, photo or sound, whatever its name says; if it plays elsewhere, convert it to "
          + "MP4",
        "不是视频、照片或声音，尽管文件名像；如果别的软件能播放，请转成 MP4"
      )
    case .empty: FileFault.empty.inBoth
    case .truncated: cutOff
    case .noPicture:
      (
        "holds no picture that can be decoded; copy it again from the card",
        "里面没有能解码的画面；请从存储卡重新拷贝"
      )
    case .noSound: ("holds no sound", "里面没有声音")
    case .unsupportedCodec: undecodable
    case .invalid:
      (message, subject.map { "画面是 \($0)，超出能读的范围；请缩小后再放进来" } ?? "画面大小不对，读不了；请重新导出")
    case .io: ("cannot be read: \(message)", "读不出来；请检查权限，或重新拷贝")
    default: (message, "处理不了；请转成 MP4 或 JPEG 再试")
    }
  }

  private var cutOff: (en: String, zh: String) {
    guard let subject else {
      return (
        "is cut off or its index is lost: recording or copying did not finish; copy it again, or "
          + "have it repaired", "文件不完整，或索引丢失：录制或拷贝没有完成；请重新拷贝，或修复后再放进来"
      )
    }
    return (
      "is a \(subject) photo that is cut off or damaged, and not used; copy it again, or save "
        + "it anew in another program",
      "\(subject) 照片不完整或已损坏，没有使用；请重新拷贝，或用别的软件另存一次"
    )
  }

  private var undecodable: (en: String, zh: String) {
    if subject == "RAW" { return (message, "是相机的 RAW 原片，这里不解；请导出成 JPEG") }
    guard let subject, !["HEIC", "AVIF"].contains(subject) else {
      return (message, "是 \(subject ?? "HEIC") 照片，这台机器解不开；请安装 libheif 的解码插件，或存成 JPEG")
    }
    return (
      "is coded as '\(subject)', which cannot be decoded here; convert it to H.264, or ask for it so",
      "编码是“\(subject)”，这里解不开；请转成 H.264 的 MP4"
    )
  }
}

extension FileFault {
  fileprivate var inBoth: (en: String, zh: String) { (words(.en), words(.zh)) }
}
