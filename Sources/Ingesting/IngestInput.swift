public import Diagnostics
public import Model

/// A file of the footage, photo, voice or music folder, or a picture that the catalogue names.
public struct SourceFile: Sendable, Hashable {
  /// Relative to the workspace, with `/`.
  public var path: String
  public var absolutePath: String
  /// Equal for equal content; empty when it could not be read.
  public var identity: String
  /// Seconds since 1970 at which it was last written.
  public var modified: Double?
  /// Its size in bytes; 0 when it is not known.
  public var bytes: Int

  public init(
    path: String, absolutePath: String, identity: String, modified: Double?, bytes: Int = 0
  ) {
    self.path = path
    self.absolutePath = absolutePath
    self.identity = identity
    self.modified = modified
    self.bytes = bytes
  }
}

/// What a team wrote down about a track.
public struct MusicLicence: Sendable, Hashable {
  /// Relative to the music folder.
  public var file: String
  public var title: String
  public var licence: String

  public init(file: String, title: String, licence: String) {
    self.file = file
    self.title = title
    self.licence = licence
  }
}

/// Everything that filing needs.
public struct IngestInput: Sendable {
  /// The workspace's absolute path; no file outside it is opened.
  public var root: String
  public var files: [SourceFile]
  public var shots: ShotIndex
  public var skus: [String]
  /// Product → its pictures as the catalogue names them, the lead picture first.
  public var images: [String: [String]]
  /// Script id → product.
  public var scripts: [String: String]
  public var licences: [MusicLicence]
  /// What people have decided against the program's choice.
  public var edits: TakeEdits

  public init(
    root: String, files: [SourceFile], shots: ShotIndex, skus: [String],
    images: [String: [String]] = [:], scripts: [String: String] = [:],
    licences: [MusicLicence] = [], edits: TakeEdits = TakeEdits()
  ) {
    self.root = root
    self.files = files
    self.shots = shots
    self.skus = skus
    self.images = images
    self.scripts = scripts
    self.licences = licences
    self.edits = edits
  }

  /// From the artefacts of the stages before.
  public init(
    root: String, files: [SourceFile], workspace: String, catalogue: Catalogue,
    scripts: [Script], shotList: ShotList?, licences: [MusicLicence],
    shoot: ShootPolicy? = nil, edits: TakeEdits = TakeEdits()
  ) {
    let asked = ShotIndex(workspace: workspace, scripts: scripts, policy: shoot)
    self.init(
      root: root, files: files,
      shots: shotList.map {
        ShotIndex(workspace: workspace, shotList: $0, policy: shoot).adding(asked)
      } ?? asked,
      skus: catalogue.products.map(\.sku),
      images: Dictionary(catalogue.products.map { ($0.sku, $0.images) }) { first, _ in first },
      scripts: Dictionary(scripts.map { ($0.id, $0.sku) }) { first, _ in first },
      licences: licences, edits: edits)
  }
}

/// What ingesting gives: the takes, and faults in what people wrote.
public struct IngestResult: Sendable {
  public var takes: Takes
  /// Every file that is media, or was taken for it, in the order of the input.
  public var files: [FileRecord]
  /// Of shot logs and take edits.
  public var diagnostics: [Diagnostic]
  /// Files that were looked at, and files whose report was still known.
  public var scanned: Int
  public var reused: Int
}

/// Keeps reports by content, so that no file is looked at twice.
public protocol ReportCache: Sendable {
  /// The report stored under a key, or nil.
  func lookup(_ key: String) -> MediaReport?
  func store(_ report: MediaReport, for key: String)
}
