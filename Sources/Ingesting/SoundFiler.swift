import Model
import Timing

/// Gives recorded voice to products and beats, and lets in music whose licence is written down.
struct SoundFiler {
  private let names: ProductNames
  private let products: [NameText: String]
  private let scripts: [NameText: (id: String, sku: String)]
  private let licences: [NameText: MusicLicence]

  init(input: IngestInput, names: ProductNames) {
    self.names = names
    let skus = input.skus.flatMap { sku in
      [NameText(sku), NameText(sku.slug)].map { ($0, sku) }
    }
    products = Dictionary(skus) { first, _ in first }
    let scripts = input.scripts.sorted { $0.key < $1.key }.flatMap { id, sku in
      [NameText(id), NameText(id.slug)].map { ($0, (id: id, sku: sku)) }
    }
    self.scripts = Dictionary(scripts) { first, _ in first }
    licences = Dictionary(input.licences.map { (NameText($0.file), $0) }) { first, _ in first }
  }

  /// - Returns: Why the file is not used, or nil when it is.
  func file(_ file: SourceFile, _ report: SoundReport, into takes: inout Takes) -> TakeReason? {
    switch file.area {
    case .voice: voice(file, report, into: &takes)
    case .music: music(file, report, into: &takes)
    default: .soundAlone
    }
  }

  /// `voice/<sku or script>/<beat>.wav`, `voice/<sku or script>.wav`.
  private func voice(
    _ file: SourceFile, _ report: SoundReport, into takes: inout Takes
  ) -> TakeReason? {
    guard report.duration > .zero else { return .unknownLength }
    let path = FilePath(file.path)
    let stem = NameText(path.stem)
    let folder = path.folders.dropFirst().last.map { NameText($0) }
    func add(_ name: NameText, beat: String?) -> Bool {
      let script = scripts[name]
      guard let sku = script?.sku ?? products[name] else { return false }
      takes.voices.append(
        VoiceFile(
          sku: sku, beat: beat, file: file.path, duration: report.duration, script: script?.id))
      return true
    }
    if add(stem, beat: nil) { return nil }
    if let folder, add(folder, beat: String(stem.letters)) { return nil }
    if case .product(let sku, _) = names.match(path.stem) {
      takes.voices.append(
        VoiceFile(sku: sku, beat: nil, file: file.path, duration: report.duration))
      return nil
    }
    return .nobodysVoice
  }

  private func music(
    _ file: SourceFile, _ report: SoundReport, into takes: inout Takes
  ) -> TakeReason? {
    let path = FilePath(file.path)
    let inside = (path.folders.dropFirst() + [path.name]).joined(separator: "/")
    let known = [inside, file.path, path.name].lazy.compactMap { licences[NameText($0)] }.first
    guard let known, known.licence.contains(where: { !$0.isWhitespace }) else {
      return .noLicence
    }
    takes.music.append(
      MusicTrack(
        file: file.path, title: known.title.isEmpty ? path.stem : known.title,
        licence: known.licence, duration: report.duration, rhythm: report.rhythm))
    return nil
  }
}
