import ArgumentParser
import Foundation
import Media
import Pipeline
import Presets

extension PresetsCommand {
  struct Styles: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: say("The styles, on one sheet of real frames", "字幕风格样张：在真实画面上看"),
        discussion: say(
          "For example: shopreel presets styles --sheet styles.png --platform douyin",
          "例如：shopreel presets styles --sheet styles.png --platform douyin"))
    }

    @Option(
      help: ArgumentHelp(
        say("Where the sheet is written, a PNG or JPEG", "样张写到哪里（PNG 或 JPEG）"),
        valueName: "file"))
    var sheet: String?

    @Option(help: ArgumentHelp(say("Only these styles", "只要这些风格"), valueName: "a,b"))
    var style: String?

    @Option(help: ArgumentHelp(say("Whose canvas and safe box", "按哪个平台的画幅和安全区")))
    var platform = "douyin"

    @Flag(help: ArgumentHelp(say("Lay the platform's own buttons over the frames", "叠上平台自己的按钮")))
    var overlay = false

    @OptionGroup var presets: PresetArguments
    @OptionGroup var output: OutputArguments

    func run() throws {
      let library = presets.library
      guard let sheet else {
        let ids = library.folders.ids("styles")
        if output.format == .json { return try output.print(json: ["styles": ids]) }
        return output.print(ids.joined(separator: "\n"))
      }
      let names = (style ?? "").split(separator: ",").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      let gallery = try StyleGallery(
        presets: library, workspace: URL(fileURLWithPath: presets.workspace))
      let drawn = try gallery.sheet(
        styles: names, platform: platform, locale: output.locale, showsOverlay: overlay)
      try StillWriter.write(drawn, to: sheet)
      if output.format == .json { return try output.print(json: ["sheet": sheet]) }
      output.print(sheet)
    }
  }
}
