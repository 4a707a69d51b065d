import ArgumentParser
import Pipeline

struct Ingest: StageCommand {
  static let verb = Verb.ingest
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ingest",
      abstract: say(
        "File raw clips, photos and voice",
        "素材归档：原始素材自动归位"),
      discussion: say(
        "Files by QR slate, by folder or file name, or by a shot log; names what is broken and what must be shot again (work/ingest.html, work/reshoot/). edits/takes.yaml overrules it. Raw files are never changed.",
        "按二维码场记板、文件夹或文件名、场记表归档；指出坏文件与缺的镜头（work/ingest.html、work/reshoot/）。不同意就写 edits/takes.yaml。绝不改动原始素材。"
      ))
  }

  @OptionGroup var line: LineArguments
}
