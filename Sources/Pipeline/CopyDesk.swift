import Diagnostics
public import Foundation
public import Gating
public import Model
public import Presets
import Tables

/// The gate by itself, for texts that stand in any file; it needs no workspace.
public struct CopyDesk: Sendable {
  public let gate: CopyGate
  public let glossary: RuleGlossary
  /// All that ship or that the workspace has, by id.
  public let platforms: [Platform]
  /// Those that are asked: the workspace's, or what the caller names.
  public let asked: [Platform]?
  let terms: TermList
  private let brand: BrandKit

  /// - Parameters:
  ///   - workspace: its brand and platforms hold where it has a `shopreel.yaml`.
  ///   - platforms: preset ids; nil for the workspace's, or, without one, those in the language
  ///     of each text.
  /// - Throws: `DiagnosticsError` for an unknown platform or a faulty preset.
  public init(presets: PresetLibrary, workspace: URL, platforms names: [String]?) throws {
    let settings = workspace.appendingPathComponent("shopreel.yaml")
    let isWorkspace = FileManager.default.fileExists(atPath: settings.path)
    let all = try presets.folders.ids("platforms").map(presets.platform)
    let wanted = try names ?? (isWorkspace ? presets.settings(at: settings).platforms : nil)
    asked = try wanted.map { try $0.map(presets.platform) }
    platforms = all
    brand =
      isWorkspace
      ? try presets.brand(at: workspace.appendingPathComponent("brand/brand.yaml")) : BrandKit()
    let known = all + (asked ?? []).filter { one in !all.contains { $0.id == one.id } }
    terms = try presets.terms()
    gate = try CopyGate(
      terms: Gate(terms: terms, brand: brand, platforms: known),
      structure: StructureCheck(presets.structureRules()))
    glossary = try presets.ruleGlossary()
  }

  /// A finding in a file.
  public struct Place: Sendable, Codable {
    public var file: String
    /// From 1; columns count characters.
    public var line: Int
    public var column: Int
    public var finding: Finding
  }

  /// Everything the gate says of a text file, in order.
  ///
  /// - Parameters:
  ///   - file: a path as the user wrote it, or `-` for what `data` holds.
  ///   - use: is told each finding as it is found.
  /// - Throws: `PipelineError` for a file that is missing or no text.
  public func review(
    _ file: String, data: Data? = nil, category: String, use: (Place) throws -> Void
  ) throws {
    let source = try data.map { ByteSource($0) } ?? open(file)
    do {
      var stream = try TextStream(source)
      let head = try source.read(at: 0, count: 8192)
      guard stream.isMostlyReadable, stream.encoding.hasPrefix("UTF-16") || !head.contains(0) else {
        throw PipelineError(
          .inputInvalid, "'\(file)' is no text that can be read: save it as UTF-8 text")
      }
      var reader = LineReader()
      while let bytes = try stream.next() {
        try reader.read(bytes) {
          try self.review($0, line: $1, column: $2, own: $3, file, category, use)
        }
      }
      try reader.finish {
        try self.review($0, line: $1, column: $2, own: $3, file, category, use)
      }
    } catch let error as TableError {
      throw PipelineError(.inputInvalid, "'\(file)': \(error)")
    }
  }

  private func open(_ file: String) throws -> ByteSource {
    guard FileManager.default.fileExists(atPath: file) else {
      throw PipelineError(.inputMissing, "'\(file)' is not there; name a text file, or '-'")
    }
    do { return try ByteSource(at: file) } catch {
      throw PipelineError(.inputInvalid, "'\(file)': \(error)")
    }
  }

  private func review(
    _ text: String, line: Int, column: Int, own: Int, _ file: String, _ category: String,
    _ use: (Place) throws -> Void
  ) throws {
    var (last, before) = (text.startIndex, 0)
    for hit in findings(in: text, place: "\(file):\(line)", category: category) {
      before += text.distance(from: last, to: hit.range.lowerBound)
      last = hit.range.lowerBound
      if before >= own { return }
      try use(Place(file: file, line: line, column: column + before, finding: hit.finding))
    }
  }

  /// The gate's hits in one text.
  public func findings(in text: String, place: String, category: String) -> [Gate.Hit] {
    let context = CopyContext(
      category: category, platforms: platforms(for: text), hasPersona: brand.persona != nil)
    return gate.hits(in: CopyText(text, place: place, kind: .catalogue), context: context)
  }

  /// Those asked, or without any those that speak the text's language.
  public func platforms(for text: String) -> [Platform] {
    if let asked { return asked }
    let locale = CopyLocale.detected(in: text)
    return platforms.filter { $0.locale == locale }
  }
}
