public import Diagnostics
public import Model

/// One line of a shot log (场记): what a person wrote about a file.
public struct ShotLogEntry: Sendable, Hashable {
  /// As written: with or without folder and ending.
  public var file: String
  public var sku: String?
  public var shot: ShotIndex.Entry?
  public var take: Int?
  public var status: Take.Status?
  /// The folder of the log itself, relative to the workspace.
  public var folder: String
  /// The log, and the line from 1.
  public var position: Position
}

/// Reads shot logs: CSV with a header line in Chinese or English.
public struct ShotLogReader: Sendable {
  private enum Column: Hashable { case file, sku, shot, take, status }

  private let names: ProductNames

  public init(names: ProductNames) { self.names = names }

  /// Whether a file is a shot log by its name: `shotlog*.csv`, `场记*.csv`.
  public static func isShotLog(_ path: String) -> Bool {
    let path = FilePath(path)
    let name = path.name.lowercased()
    return path.ending == "csv" && (name.hasPrefix("shotlog") || name.hasPrefix("场记"))
  }

  /// Every line that names a file and a product or status; what cannot be used is a finding.
  public func read(
    _ text: String, file: String
  ) -> (entries: [ShotLogEntry], diagnostics: [Diagnostic]) {
    let rows = LogRow.rows(of: text)
    guard let header = rows.first else { return ([], []) }
    var columns: [Column: Int] = [:]
    for (index, cell) in header.cells.enumerated() {
      if let column = Self.headers[NameText(cell)], columns[column] == nil {
        columns[column] = index
      }
    }
    guard columns[.file] != nil, columns.count > 1 else {
      let message =
        "a shot log's first line must name a column 'file' (文件) and one of 'sku' (货号), "
        + "'shot' (镜号), 'status' (状态)"
      return ([], [Diagnostic(.error, message, at: Position(file: file, line: header.line))])
    }
    var result: (entries: [ShotLogEntry], diagnostics: [Diagnostic]) = ([], [])
    for row in rows.dropFirst() {
      let cells = columns.compactMapValues { $0 < row.cells.count ? row.cells[$0] : nil }
        .filter { !$0.value.isEmpty }
      guard cells[.file] != nil else { continue }
      let (entry, findings) = entry(cells, at: Position(file: file, line: row.line))
      result.entries.append(entry)
      result.diagnostics += findings
    }
    return result
  }

  private func entry(
    _ cells: [Column: String], at position: Position
  ) -> (ShotLogEntry, [Diagnostic]) {
    var findings: [Diagnostic] = []
    func warn(_ message: String, _ value: String) {
      findings.append(Diagnostic(.warning, message, at: position, value: value))
    }
    let sku = cells[.sku].flatMap(names.sku(named:))
    if let written = cells[.sku], sku == nil {
      warn("'\(written)' is no product of the catalogue", written)
    }
    let shot = cells[.shot].flatMap { names.shot(named: $0, sku: sku) }
    if let written = cells[.shot], shot == nil {
      warn("'\(written)' is no shot of the list\(sku.map { " for '\($0)'" } ?? "")", written)
    }
    let status = cells[.status].flatMap { Self.statuses[$0.lowercased()] }
    if let written = cells[.status], status == nil {
      warn("'\(written)' must be one of: 'OK', 'NG', 'KEEP'", written)
    }
    let entry = ShotLogEntry(
      file: cells[.file] ?? "", sku: sku ?? shot?.sku, shot: shot,
      take: cells[.take].flatMap { Int($0) }, status: status,
      folder: FilePath(position.file ?? "").folder, position: position)
    return (entry, findings)
  }

  private static let headers: [NameText: Column] = {
    let words: [Column: [String]] = [
      .file: [
        "file", "filename", "file name", "clip", "clip name", "文件", "文件名", "素材", "素材名", "片段",
      ],
      .sku: ["sku", "product", "item", "货号", "款号", "商品", "商品编码", "商品货号", "产品", "编码"],
      .shot: ["shot", "shot id", "shot no", "slate", "镜号", "镜头", "镜头号", "分镜"],
      .take: ["take", "take no", "条", "条次", "次", "第几条", "条数"],
      .status: ["status", "mark", "result", "rating", "状态", "结果", "评价", "标记", "ok ng"],
    ]
    let pairs = words.flatMap { column, texts in texts.map { (NameText($0), column) } }
    return Dictionary(pairs) { first, _ in first }
  }()

  private static let statuses: [String: Take.Status] = {
    let words: [Take.Status: [String]] = [
      .ok: ["ok", "good", "yes", "circled", "过", "通过", "好", "可用", "√", "✓", "○"],
      .ng: ["ng", "bad", "no", "废", "不过", "不可用", "作废", "×", "x"],
      .keep: ["keep", "kp", "hold", "备", "备用", "保留", "保"],
      .unmarked: ["-", "unmarked", "未定"],
    ]
    let pairs = words.flatMap { status, texts in texts.map { ($0, status) } }
    return Dictionary(pairs) { first, _ in first }
  }()
}
