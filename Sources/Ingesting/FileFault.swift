public import Media
public import Model

/// Why a file is of no use, for the people who filmed it: what is wrong, and what helps.
public enum FileFault: Error, Sendable, Hashable {
  /// A link that leads out of the workspace.
  case leadsOut
  /// A link that leads nowhere, or a file that went away.
  case missing
  /// A name that is not written in UTF-8.
  case misnamed
  /// A folder with the name of a clip.
  case folder
  /// A pipe, a socket, a device.
  case notOrdinary
  case empty
  case forbidden
  /// A shot log in another encoding.
  case logNotUTF8
  /// A file that could not be read as media.
  case media(MediaError)
  /// Anything else, in the system's words.
  case other(String)

  /// The reason as it stands in a list beside the file's name.
  public func words(_ locale: CopyLocale) -> String {
    let (en, zh) = both
    return locale == .zh ? zh : en
  }

  private var both: (en: String, zh: String) {
    switch self {
    case .leadsOut:
      ("is a link that leads out of the workspace; copy the file in", "是指向工作区外面的链接；请把文件本身拷进来")
    case .missing: ("is not there, or leads nowhere; copy the file again", "文件不在，或链接已失效；请重新拷贝")
    case .misnamed:
      (
        "has a name that is not written in UTF-8; rename it, or unpack the archive anew",
        "文件名不是 UTF-8 编码（多半是乱码）；请改名，或重新解压"
      )
    case .folder:
      (
        "is a folder with the name of a clip; what lies in it is looked at",
        "是文件夹，不是视频；里面的文件会照常处理"
      )
    case .notOrdinary:
      ("is no ordinary file but a pipe or a device; take it away", "不是普通文件（管道或设备）；请移走")
    case .empty: ("is empty (0 bytes); copy it again from the card", "是空文件（0 字节）；请从存储卡重新拷贝")
    case .forbidden: ("may not be read; change its permissions", "没有读取权限；请修改文件权限")
    case .logNotUTF8:
      (
        "is a shot log that is not UTF-8 text; save it as 'CSV UTF-8'",
        "场记表不是 UTF-8 文本；请另存为“CSV UTF-8”"
      )
    case .media(let error): (error.plainWords(.en), error.plainWords(.zh))
    case .other(let text): ("cannot be read: \(text)", "读不出来：\(text)")
    }
  }
}
