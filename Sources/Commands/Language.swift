import Foundation
import Model

/// The language people read: `--lang`, else the locale of the environment.
///
/// Help texts are made before options are parsed, so the arguments are looked at as they are.
enum Language {
  static let current: CopyLocale = {
    let arguments = CommandLine.arguments
    if let flag = arguments.firstIndex(of: "--lang"), flag + 1 < arguments.count {
      return CopyLocale(rawValue: arguments[flag + 1]) ?? .en
    }
    if let joined = arguments.first(where: { $0.hasPrefix("--lang=") }) {
      return CopyLocale(rawValue: String(joined.dropFirst(7))) ?? .en
    }
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return locale?.hasPrefix("zh") == true ? .zh : .en
  }()
}

/// A text in the language people read.
func say(_ english: String, _ chinese: String) -> String {
  Language.current == .zh ? chinese : english
}
