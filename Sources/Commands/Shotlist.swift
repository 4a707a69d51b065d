import ArgumentParser
import Pipeline

struct Shotlist: StageCommand {
  static let verb = Verb.shotlist
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "shotlist",
      abstract: say(
        "Make the printable shot list with QR slates",
        "拍摄单：可打印，带二维码场记板"),
      discussion: say(
        "Writes work/shotlist/: shotlist.pdf and slates.pdf for paper, .html for a phone, .xlsx, .csv and .json. What is to be dropped, pinned or filmed first stands in edits/shoot.yaml.",
        "写出 work/shotlist/ 下的 shotlist.pdf 与 slates.pdf（打印）、.html（手机）、.xlsx、.csv 与 .json。不拍、指定哪天、先拍哪些，写在 edits/shoot.yaml。"
      ))
  }

  @OptionGroup var line: LineArguments
}
