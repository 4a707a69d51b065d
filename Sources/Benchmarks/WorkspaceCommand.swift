import ArgumentParser
import Foundation

/// Writes a complete workspace whose drafts are one job, or brings one up to date with a change.
struct WorkspaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workspace", abstract: "Write a workspace that 'shopreel render' can render")

  @Argument(help: "The workspace; what is there and still right is kept")
  var folder: String

  @Option(help: "What its drafts are")
  var job: Job

  @Option(help: "Folder of made clips, music and photo")
  var material: String

  @Option(help: "Drafts of the jobs 'batch' and 'thousand'")
  var count = 10

  @Option(help: "x264's preset")
  var preset = "veryfast"

  @Option(help: "x264's constant rate factor; 0 is without loss")
  var crf = 22

  @Option(help: "What the price sticker says")
  var price = "¥79"

  @Option(help: "The big words of the first hook")
  var hook = "通勤包，怎么挑？"

  @Option(help: "What is posted beside the videos")
  var post = "周一到周五都背它，电脑水杯伞一起装。"

  @Option(help: "Name that the clip of the first hook has in the workspace")
  var clip = "hook.mp4"

  func run() throws {
    var words = Words()
    words.price = price
    words.hooks[0] = hook
    words.post = post
    let plan = job.plan(words: words, count: count, hookClip: clip)
    try BenchWorkspace(
      folder: URL(fileURLWithPath: folder), material: URL(fileURLWithPath: material),
      encoder: EncoderChoice(preset: preset, crf: crf)
    ).write(plan)
  }
}

extension Job: ExpressibleByArgument {}
