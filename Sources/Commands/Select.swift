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
        "Gates first (contribution with returns, stock, content), then a score whose points add up, then quotas. Writes work/selection.json and .csv.",
        "先过门槛（含退货的单均贡献、库存、素材），再打分，再按类目配额。写出 work/selection.json 与 .csv。"))
  }

  @OptionGroup var line: LineArguments
}
