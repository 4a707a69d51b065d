import Markup
public import Diagnostics
public import Model

/// 审片: one page with every draft, its post, its checks and where each picture came from.
///
/// The page is one file beside the platforms' folders, `drafts/index.html`. It loads nothing but
/// the drafts' own videos and covers, by relative paths, and opens without a server.
public struct ReviewPage: Sendable {
  let entries: [ReviewEntry]
  let platforms: [String: Platform]
  let shots: [String: Shot]
  let missing: [MissingShot]
  let problems: [Diagnostic]
  let labels: Labels

  /// - Parameters:
  ///   - entries: in the order of the page; drafts of one product stand together.
  ///   - platforms: for names, canvases and the margins that a platform's buttons cover.
  ///   - shots: the scripts' shots, for their words.
  ///   - missing: shots that nobody has filmed.
  ///   - problems: what went wrong on the way, and faults of the catalogue.
  ///   - lang: the page's own language; copy stays as it is.
  public init(
    entries: [ReviewEntry], platforms: [Platform], shots: [Shot] = [],
    missing: [MissingShot] = [], problems: [Diagnostic] = [], lang: CopyLocale
  ) {
    self.entries = Self.grouped(entries)
    self.platforms = Dictionary(
      platforms.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.shots = Dictionary(shots.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.missing = missing
    self.problems = problems
    labels = Labels(lang)
  }

  /// The page's text, UTF-8; equal input gives equal text.
  ///
  /// - Throws: `EncodingError` when a figure is not finite.
  public func html() throws -> String {
    """
    <!doctype html>
    <html lang="\(labels.code)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
    <meta name="referrer" content="no-referrer">
    <title>\(labels["title"].escaped)</title>
    <style>\(Self.style)</style>
    </head>
    <body>
    \(header)
    <main>
    <section id="list" aria-label="\(labels["drafts"].escaped)">
    \(list)
    </section>
    <aside id="detail" aria-live="polite"></aside>
    </main>
    \(gaps)
    <script type="application/json" id="data">\(try data())</script>
    <script>\(Self.script)</script>
    </body>
    </html>

    """
  }

  /// Nothing from anywhere but this folder.
  private static let policy =
    "default-src 'none'; img-src 'self' file: data:; media-src 'self' file:; "
    + "style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  /// Products in the order of their first draft.
  private static func grouped(_ entries: [ReviewEntry]) -> [ReviewEntry] {
    var order: [String: Int] = [:]
    for entry in entries where order[entry.product.sku] == nil {
      order[entry.product.sku] = order.count
    }
    return entries.enumerated().sorted {
      (order[$0.element.product.sku] ?? 0, $0.offset)
        < (order[$1.element.product.sku] ?? 0, $1.offset)
    }.map(\.element)
  }

  func name(of platform: String) -> String {
    guard let preset = platforms[platform] else { return platform }
    return labels.locale == .zh ? preset.nameZh : preset.name
  }
}
