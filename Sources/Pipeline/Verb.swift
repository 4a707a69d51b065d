/// The stages, in the order of the trade.
public enum Verb: String, Sendable, CaseIterable, Codable, Comparable {
  case `import`, select, script, shotlist, ingest, cut, render, check, review

  public static func < (a: Verb, b: Verb) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
  }

  /// The stages whose results this one reads.
  public var needs: [Verb] {
    switch self {
    case .import: []
    case .select: [.import]
    case .script: [.import, .select]
    case .shotlist: [.import, .script]
    case .ingest: [.import, .script]
    case .cut: [.import, .script, .ingest]
    case .render: [.script, .cut]
    case .check: [.script, .render]
    case .review: [.import, .script, .render, .check]
    }
  }

  public var chinese: String {
    switch self {
    case .import: "商品"
    case .select: "选品"
    case .script: "策划文案"
    case .shotlist: "拍摄单"
    case .ingest: "素材归档"
    case .cut: "剪辑"
    case .render: "成片"
    case .check: "质检"
    case .review: "审片"
    }
  }
}
