public import ArgumentParser
import Foundation
import Media

/// The program: one subcommand a verb.
public struct Shopreel: AsyncParsableCommand {
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "shopreel",
      abstract: say(
        "Turn a product catalogue and raw clips into selling short videos",
        "把商品表和原始素材变成带货短视频"),
      discussion: say(
        "Start with 'shopreel init my-shop', put a catalogue and footage in, then "
          + "'shopreel run -C my-shop'.",
        "先用 'shopreel init my-shop' 建工作区，放入商品表和素材，再运行 'shopreel run -C my-shop'。"),
      version: "0.1.0",
      subcommands: [
        Initialise.self, Run.self, Status.self, Store.self, Doctor.self, PresetsCommand.self,
      ],
      groupedSubcommands: [
        CommandGroup(
          name: say("Stages", "各环节"),
          subcommands: [
            Import.self, Select.self, ScriptCommand.self, Shotlist.self, Ingest.self, Cut.self,
            Render.self, Check.self, Review.self, Export.self,
          ])
      ])
  }

  public init() {}

  /// Runs the program and leaves with the exit status of its contract.
  public static func start() async {
    // This encoder writes past FFmpeg's log; from 1 on it says errors alone.
    setenv("SVT_LOG", "1", 0)
    Components.keepPictureMemory()
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await Interruption.watch { try await asynchronous.run() }
      } else {
        try command.run()
      }
    } catch {
      Failure.leave(error)
    }
  }
}
