import Diagnostics
public import Foundation
public import Model

/// Every preset by name, read from the first folder that has it.
public struct PresetLibrary: Sendable {
  public let folders: PresetFolders

  public init(folders: PresetFolders) { self.folders = folders }

  /// The text of one preset.
  ///
  /// - Throws: `DiagnosticsError` that names the legal ids and the nearest one.
  public func source(_ kind: String, _ id: String, ending: String = "yaml") throws -> PresetSource {
    guard let file = folders.file(kind, id, ending: ending) else {
      let legal = folders.ids(kind, ending: ending)
      let hint = nearest(to: id, among: legal).map { "; did you mean '\($0)'?" } ?? ""
      throw DiagnosticsError([
        Diagnostic(
          .error,
          "no preset '\(id)' in '\(kind)'\(hint); there are: \(legal.joined(separator: ", "))")
      ])
    }
    return try PresetSource(contentsOf: file.path, shownAs: shown(file))
  }

  /// A preset's file as messages name it: its folder's name and what follows.
  public func shown(_ file: URL) -> String {
    let root = folders.folders.first { file.path.hasPrefix($0.path + "/") }
    return root.map { "presets" + file.path.dropFirst($0.path.count) } ?? file.path
  }

  /// The workspace's own settings; defaults when there is no file.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public func settings(at file: URL) throws -> Settings {
    try text(file, "shopreel.yaml").map { try Settings(reading: $0) } ?? Settings()
  }

  /// The shop's brand kit; an empty one when there is no file.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public func brand(at file: URL) throws -> BrandKit {
    try text(file, "brand/brand.yaml").map { try BrandKit(reading: $0) } ?? BrandKit()
  }

  private func text(_ file: URL, _ name: String) throws -> PresetSource? {
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return try PresetSource(contentsOf: file.path, shownAs: name)
  }

  /// - Throws: `DiagnosticsError` for an unknown id or a faulty file; so do all below.
  public func platform(_ id: String) throws -> Platform {
    try Platform(reading: source("platforms", id), id: id)
  }

  public func style(_ id: String) throws -> Style {
    try Style(reading: source("styles", id), id: id)
  }

  public func quality(_ id: String) throws -> Quality {
    try Quality(reading: source("quality", id), id: id)
  }

  public func cutPolicy() throws -> CutPolicy {
    try CutPolicy(reading: source("cutting", "default"))
  }

  /// Every preset of a kind, read; all faults of all files at once.
  func all<Value>(
    _ kind: String, _ read: (PresetSource, String) throws -> Value
  ) throws -> [Value] {
    var faults: [Diagnostic] = []
    let values = folders.ids(kind).compactMap { id -> Value? in
      do {
        return try read(source(kind, id), id)
      } catch let error as DiagnosticsError {
        faults += error.diagnostics
      } catch {
        faults.append(Diagnostic(.error, "\(error)"))
      }
      return nil
    }
    guard faults.isEmpty else { throw DiagnosticsError(faults) }
    return values
  }

  /// The files of some kinds, for fingerprints: kind, id and text of each.
  public func texts(_ kinds: [String]) -> [(name: String, text: String)] {
    kinds.flatMap { kind in
      ["yaml", "tsv"].flatMap { ending in
        folders.ids(kind, ending: ending).compactMap { id in
          guard let file = folders.file(kind, id, ending: ending),
            let data = FileManager.default.contents(atPath: file.path)
          else { return nil }
          return ("\(kind)/\(id)", String(decoding: data, as: UTF8.self))
        }
      }
    }
  }
}

extension PresetLibrary {
  /// How catalogues are read: headers, values, categories, units, and the playbooks' vocabulary.
  public func catalogueRules() throws -> CatalogueRules {
    var rules = try CatalogueRules(
      headers: source("catalogue", "headers"), values: source("catalogue", "values"),
      categories: source("catalogue", "categories"), units: source("catalogue", "units"))
    for playbook in try playbooks() {
      for attribute in playbook.attributes {
        guard let unit = attribute.unit[.zh] ?? attribute.unit[.en] else { continue }
        for name in attribute.aliases + attribute.name.values {
          rules.vocabulary[playbook.id, default: [:]][name] = unit
        }
      }
    }
    return rules
  }

  public func selectionPolicy(_ id: String) throws -> SelectionPolicy {
    try SelectionPolicy(reading: source("selection", id))
  }

  public func playbooks() throws -> [Playbook] {
    try all("categories") { try Playbook(reading: $0, id: $1) }
  }

  public func formats() throws -> [Format] {
    try all("formats") { try Format(reading: $0, id: $1) }
  }

  public func tones() throws -> [Tone] {
    try all("tones") { try Tone(reading: $0, id: $1) }
  }

  public func hooks() throws -> [HookType] {
    try all("hooks") { try HookType(reading: $0, id: $1) }
  }

  /// The words that copy may not use, and how they are found.
  public func terms() throws -> TermList {
    try TermList(
      reading: source("compliance", "terms", ending: "tsv"),
      matching: source("compliance", "matching"), name: "terms")
  }

  /// The words that a proposed line may use beside the product's facts.
  public func plainWords() throws -> PlainWords {
    try PlainWords(reading: source("sounding", "plain-words"))
  }

  public func shootPolicy() throws -> ShootPolicy {
    try ShootPolicy(reading: source("shoot", "default"))
  }

  public func ingestPolicy() throws -> IngestPolicy {
    try IngestPolicy(reading: source("ingest", "default"), id: "default")
  }

  /// A team's tracks and their licences; none when there is no file.
  public func music(at file: URL) throws -> [MusicList.Entry] {
    try text(file, "music/music.yaml").map { try MusicList(reading: $0).entries } ?? []
  }

  /// Schema → how a file of it is read, for checking one by hand.
  var readers: [String: @Sendable (PresetSource, String) throws -> Void] {
    [
      "platform/1": { _ = try Platform(reading: $0, id: $1) },
      "overlay/1": { _ = try PlatformOverlay(reading: $0, id: $1) },
      "style/1": { _ = try Style(reading: $0, id: $1) },
      "quality/1": { _ = try Quality(reading: $0, id: $1) },
      "cutting/1": { source, _ in _ = try CutPolicy(reading: source) },
      "selection-policy/1": { source, _ in _ = try SelectionPolicy(reading: source) },
      "category/1": { _ = try Playbook(reading: $0, id: $1) },
      "format/1": { _ = try Format(reading: $0, id: $1) },
      "tone/1": { _ = try Tone(reading: $0, id: $1) },
      "hook/1": { _ = try HookType(reading: $0, id: $1) },
      "shoot/1": { source, _ in _ = try ShootPolicy(reading: source) },
      "shoot-edits/1": { source, _ in _ = try ShootEdits(reading: source) },
      "ingest/1": { _ = try IngestPolicy(reading: $0, id: $1) },
      "catalogue-headers/1": { source, _ in _ = try HeaderRules(reading: source) },
      "catalogue-values/1": { source, _ in _ = try ValueRules(reading: source) },
      "catalogue-categories/2": { source, _ in _ = try CategoryRules(reading: source) },
      "catalogue-units/1": { source, _ in _ = try UnitRules(reading: source) },
      "compliance/1": { source, _ in _ = try TermList.Matching(reading: source) },
      "plain-words/1": { source, _ in _ = try PlainWords(reading: source) },
      "compliance-structure/1": { source, _ in _ = try StructureRules(reading: source) },
      "compliance-rules/1": { source, _ in _ = try RuleGlossary(reading: source) },
      "music/1": { source, _ in _ = try MusicList(reading: source) },
      "brand/1": { source, _ in _ = try BrandKit(reading: source) },
      "workspace/1": { source, _ in _ = try Settings(reading: source) },
    ]
  }
}
