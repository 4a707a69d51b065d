import ArgumentParser

/// Lays out the jobs that `make bench` measures; not installed.
@main
struct Main: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shopreel-bench", abstract: "Lay out benchmark jobs for shopreel and its rivals",
    subcommands: [
      WorkspaceCommand.self, LayersCommand.self, ShootCommand.self, FramingCommand.self,
    ])
}
