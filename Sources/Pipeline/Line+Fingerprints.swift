import Cutting
import Foundation
import Cutting
import Importing
import Ingesting
import Model
import Presets
import Rendering
import Checking
import Scripting
import Selecting
import Shotlisting
import Workspace

/// What each stage depends on. A result's own content stands for what it was made from, so that an
/// unchanged result stops the chain.
extension Line {
  func fingerprint(of verb: Verb) throws -> String {
    var print = Fingerprint()
    print.add("verb", verb.rawValue)
    switch verb {
    case .import:
      add(files: try catalogueFiles(), to: &print)
      add(presets: ["catalogue", "categories", "compliance"], to: &print)
      print.add("columns", settings.columns)
      print.add("categories", settings.categories)
      print.add("platforms", settings.platforms)
    case .select:
      add(results: ["products.json"], to: &print)
      add(presets: ["selection"], to: &print)
      print.add("settings", settings.selection)
      print.add("date", settings.shootDate)
    case .script:
      add(results: ["products.json", "selection.json"], to: &print)
      add(
        presets: [
          "categories", "formats", "hooks", "tones", "platforms", "compliance", "sounding",
        ],
        to: &print)
      print.add("settings", settings)
      print.add("brand", brand)
      print.add("edits", hash(workspace.root.appendingPathComponent("edits/scripts.json")))
      print.add("photos", photoNames())
      print.add("decided", try verdicts().lines)
    case .shotlist:
      add(scripts: &print)
      add(results: ["products.json", "selection.json"], to: &print)
      add(presets: ["shoot"], to: &print)
      print.add("version", ShotPlanner.version)
      print.add("edits", hash(shootEditsFile))
      print.add("settings", [settings.shootDate, slateID, options.locale.rawValue])
      print.add("photos", photoNames())
    case .ingest:
      add(scripts: &print)
      add(results: ["products.json", "shotlist/shotlist.json"], to: &print)
      add(presets: ["ingest", "shoot"], to: &print)
      print.add("version", IngestStage.version)
      print.add("slates", slateID)
      print.add("edits", hash(workspace.root.appendingPathComponent(Self.takeEditsFile)))
      print.add("lang", options.locale.rawValue)
      print.add("barred", try verdicts().barred.keys.sorted())
      try add(media: &print)
    case .cut:
      add(scripts: &print)
      add(results: ["takes.json", "products.json"], to: &print)
      add(presets: ["cutting", "platforms"], to: &print)
      print.add("settings", settings.platforms)
      print.add("voice", settings.voice)
      print.add("brand", brand)
      print.add("version", CutStage.version)
      print.add("wishes", try verdicts().wishes)
    case .render:
      add(scripts: &print)
      add(folder: "timelines", to: &print)
      add(presets: ["styles", "quality", "platforms"], to: &print)
      print.add("settings", settings.render)
      print.add("brand", brand)
      print.add("covers", hash(coverEditsFile))
      print.add("decided", try verdicts())
      print.add("version", RenderStage.version)
      try add(media: &print)
    case .check:
      add(scripts: &print)
      print.add("drafts", draftStates())
      add(presets: ["platforms"], to: &print)
      print.add("version", CheckStage.version)
      print.add("encoder", settings.render.encoder ?? "")
    case .review:
      print.add("decided", try verdicts())
      print.add("drafts", draftStates())
      add(results: ["checks.json", "products.json", "takes.json"], to: &print)
      add(presets: ["platforms"], to: &print)
      print.add("lang", options.locale.rawValue)
    }
    return print.text
  }

  /// What a stage has left, as it lies there now: a result that was changed or removed is made anew.
  func state(of verb: Verb) -> String {
    var print = Fingerprint()
    switch verb {
    case .import: add(results: ["products.json", "columns.json"], to: &print)
    case .select: add(results: ["selection.json", "selection.csv", "selection.html"], to: &print)
    case .script: add(folder: "scripts", to: &print)
    case .shotlist: add(folder: "shotlist", to: &print)
    case .ingest:
      add(results: ["takes.json", "ingest.html", "footage.csv"], to: &print)
      add(folder: "reshoot", to: &print)
    case .cut: add(folder: "timelines", to: &print)
    case .render: print.add("drafts", draftStates())
    case .check: add(results: ["checks.json"], to: &print)
    case .review: print.add("page", hash(workspace.drafts("index.html")))
    }
    return print.text
  }

  private func add(files: [URL], to print: inout Fingerprint) {
    for file in files { print.add(workspace.relative(file), hash(file)) }
  }

  private func add(results: [String], to print: inout Fingerprint) {
    for name in results { print.add(name, hash(workspace.work(name))) }
  }

  private func add(presets kinds: [String], to print: inout Fingerprint) {
    for (name, text) in presets.texts(kinds) { print.add(name, text) }
  }

  private func add(scripts print: inout Fingerprint) {
    for file in workspace.files(below: "work/scripts") where file.hasSuffix(".json") {
      print.add(file, hash(workspace.root.appendingPathComponent(file)))
    }
  }

  private func add(folder: String, to print: inout Fingerprint) {
    for file in workspace.files(below: "work/" + folder) {
      print.add(file, hash(workspace.root.appendingPathComponent(file)))
    }
  }

  private func add(media print: inout Fingerprint) throws {
    for folder in MediaFolder.allCases {
      for name in workspace.files(below: folder.rawValue) {
        print.add(name, (try? ledger.identity(of: workspace.file(name))) ?? "unreadable")
      }
    }
  }
}

/// The folders that hold what people bring.
enum MediaFolder: String, CaseIterable {
  case footage, photos, voice, music
}
