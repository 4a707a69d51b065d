import ArgumentParser
import Foundation
import Model
import Pipeline
import Workspace

struct Store: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: say("Show and prune the store of encoded parts", "片段库：查看和清理"),
      discussion: say(
        "Parts lie in work/store, or in $SHOPREEL_STORE, which workspaces and machines may share."
          + " Nothing in it is needed twice: what is gone is made again.",
        "片段存放在 work/store；设置 $SHOPREEL_STORE 后可由多个工作区、多台机器共用。删掉的片段需要时会重新生成。"))
  }

  @OptionGroup var line: LineArguments

  @Option(
    help: ArgumentHelp(
      say("List what a draft was joined from", "列出一条成片由哪些片段拼成"), valueName: "id"))
  var draft: String?

  @Flag(
    help: ArgumentHelp(
      say("Remove what was unused longest, down to the limit", "清理最久未用的片段，直到不超过上限")))
  var prune = false

  @Option(
    help: ArgumentHelp(
      say("With --prune: down to this size", "与 --prune 合用：清理到这个大小"), valueName: "5GB"))
  var to: ByteCount?

  @Flag(
    help: ArgumentHelp(
      say("With --prune: all that no present draft uses", "与 --prune 合用：清掉现有成片没有用到的片段")))
  var unused = false

  func validate() throws {
    guard prune || (to == nil && !unused) else {
      throw ValidationError("'--to' and '--unused' go with '--prune'")
    }
    guard to == nil || !unused else {
      throw ValidationError("'--to' and '--unused' exclude each other")
    }
    guard draft == nil || !prune else {
      throw ValidationError("'--draft' and '--prune' exclude each other")
    }
  }

  func run() throws {
    if let draft { return try list(draft) }
    if prune { return try clear() }
    // Looking at a workspace writes nothing.
    var looking = line
    looking.dryRun = true
    let report = try looking.line().storeReport()
    if line.output.format == .json { return try line.output.print(json: ["store": report]) }
    line.output.print(StoreTable(report: report).text)
  }

  private func list(_ draft: String) throws {
    var looking = line
    looking.dryRun = true
    let (records, missing) = try looking.line().storedParts(of: draft)
    if line.output.format == .json { return try line.output.print(json: ["drafts": records]) }
    for record in records { line.output.print(RenderTable(record: record).text) }
    guard missing > 0 else { return }
    line.output.print(
      say(
        "\(missing) of these are no longer in the store; they are made anew when needed",
        "其中 \(missing) 个片段已不在库中，需要时重新生成"))
  }

  private func clear() throws {
    let pruned = try line.line().pruneStore(to: to?.bytes, unused: unused)
    if line.output.format == .json {
      try line.output.print(json: ["pruned": pruned])
    } else if !line.output.quiet {
      line.output.print(words(pruned))
    }
    if let problem = pruned.problem { throw WorkspaceError(.cannotWrite, problem) }
  }

  private func words(_ pruned: ContentStore.Pruned) -> String {
    let gone = ByteCount(pruned.removedBytes)
    let left = ByteCount(pruned.keptBytes)
    let halves =
      pruned.swept == 0
      ? ""
      : say(", \(pruned.swept) half-written files swept", "，另清掉 \(pruned.swept) 个未写完的文件")
    return line.dryRun
      ? say(
        "would remove \(pruned.removed) objects, \(gone); \(pruned.kept) would stay, \(left)",
        "将删除 \(pruned.removed) 个片段，\(gone)；保留 \(pruned.kept) 个，\(left)") + halves
      : say(
        "removed \(pruned.removed) objects, \(gone); \(pruned.kept) stay, \(left)",
        "已删除 \(pruned.removed) 个片段，\(gone)；保留 \(pruned.kept) 个，\(left)") + halves
  }
}

/// The store in a few lines.
private struct StoreTable {
  let report: StoreReport

  var text: String {
    let rows = [
      (say("folder", "位置"), report.folder), (say("size", "大小"), size),
      (say("in use", "在用"), use), (say("last render", "上次成片"), hits),
      (say("oldest use", "最久未用"), report.oldestUse ?? "–"),
    ]
    return rows.map { "\($0.0.padded(to: 13)) \($0.1)" }.joined(separator: "\n")
  }

  private var size: String {
    let (size, limit) = ("\(ByteCount(report.bytes))", "\(ByteCount(report.limit))")
    return say(
      "\(size) of \(limit), \(report.objects) objects", "\(size)，上限 \(limit)，\(report.objects) 个片段")
  }

  private var use: String {
    let share = percent(report.used.bytes, of: report.bytes)
    let size = "\(ByteCount(report.used.bytes))"
    let missing =
      report.used.missing == 0
      ? "" : say(", \(report.used.missing) missing", "，缺 \(report.used.missing) 个")
    return say(
      "\(share) by \(report.lastRender.drafts) drafts: \(size), \(report.used.objects) objects",
      "\(report.lastRender.drafts) 条成片用到 \(share)：\(size)，\(report.used.objects) 个片段") + missing
  }

  private var hits: String {
    let (made, taken) = (report.lastRender.made, report.lastRender.taken)
    let share = percent(taken, of: made + taken)
    return say(
      "\(taken) parts taken, \(made) made: \(share) hits",
      "复用 \(taken) 个片段，新做 \(made) 个，命中 \(share)")
  }

  private func percent(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "0 %" : "\(Int((Double(part) / Double(whole) * 100).rounded())) %"
  }
}
