public import Model
import Timing

/// What became of one file that people brought.
public struct FileRecord: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable { case clip, photo, voice, music, log, unread }

  public enum State: String, Sendable, CaseIterable {
    case filed
    /// Filed by the last slate of its camera alone.
    case inherited
    case orphan
    /// Another file has the same content.
    case duplicate
    case broken
  }

  /// Relative to the workspace.
  public var file: String
  public var kind: Kind
  public var state: State
  public var sku = ""
  public var shots: [String] = []
  public var takes = 0
  /// Nil where nothing could be read.
  public var facts: TakeFacts?
  public var reasons: [String] = []
  /// The same in Chinese, line by line.
  public var reasonsZh: [String] = []

  public init(file: String, kind: Kind, state: State) {
    self.file = file
    self.kind = kind
    self.state = state
  }
}

extension FileRecord {
  func reasons(in locale: CopyLocale) -> [String] { locale == .zh ? reasonsZh : reasons }

  mutating func add(_ named: NamedFile) {
    reasons.append(named.reason)
    reasonsZh.append(named.reason(in: .zh))
  }

  init(_ file: SourceFile, _ report: MediaReport) {
    switch report {
    case .clip(let report):
      self.init(file: file.path, kind: .clip, state: .filed)
      facts = report.facts
    case .still(let report):
      self.init(file: file.path, kind: .photo, state: .filed)
      facts = TakeFacts(
        width: report.width, height: report.height, rate: nil, rotation: 0, hdr: nil, audio: false,
        duration: .zero)
    case .sound(let report):
      self.init(file: file.path, kind: file.area == .music ? .music : .voice, state: .filed)
      facts = TakeFacts(
        width: 0, height: 0, rate: nil, rotation: 0, hdr: nil, audio: true,
        duration: report.duration)
    }
  }
}
