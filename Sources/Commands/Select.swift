import ArgumentParser
import Pipeline

struct Select: StageCommand {
  static let verb = Verb.select
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "select",
      abstract: say(
        "Choose products to film, with reasons",
        "选品：给出入选与落选的理由"),
      discussion: say(
        "Gates first (contribution with returns, stock, content), then a score whose points add up, then roles and quotas. Writes work/selection.json, .csv and a page, work/selection.html. The policy is presets/selection/<name>.yaml.",
        "先过门槛（含退货的单均贡献、库存、素材），再打分，再按角色与配额。写出 work/selection.json、.csv 和网页 work/selection.html；规则在 presets/selection/<名称>.yaml。"
      ))
  }

  @OptionGroup var line: LineArguments

  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "Say why these products are in or out, each number with its cell ('all': the selected ones)",
        "说明这些商品入选或落选的理由，每个数字都注明单元格（all：全部入选商品）"),
      valueName: "sku,sku"))
  var explain: String?

  func run() async throws {
    var arguments = line
    if let explain, explain != "all" { arguments.sku = explain }
    let selecting = try line.line()
    let report = try await selecting.runAlone(Self.verb)
    let texts = try explain == nil ? [] : arguments.line().selectionExplanations()
    let output = line.output
    if output.format == .json, explain != nil {
      let named = Dictionary(texts.map { ($0.sku, $0.text) }, uniquingKeysWith: { $1 })
      try output.print(json: SelectExplanation(stages: [report], explanations: named))
    } else {
      try output.show([report])
      if !output.quiet { for text in texts { output.print(text.text) } }
    }
    if !report.isWhole { throw ExitCode(Failure.Status.someFailed.rawValue) }
  }
}

/// What `select --explain --format json` prints.
private struct SelectExplanation: Encodable {
  let stages: [StageReport]
  /// SKU → text.
  let explanations: [String: String]
}
