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
        "Writes work/shotlist/shotlist.pdf for paper, .html for a phone, .csv and .json.",
        "写出 work/shotlist/ 下的 shotlist.pdf（打印）、.html（手机）、.csv 与 .json。"))
  }

  @OptionGroup var line: LineArguments
}
