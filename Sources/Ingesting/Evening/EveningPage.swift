internal import Markup
public import Model
internal import Timing

/// The evening report as one page that opens without a server and prints on a few sheets.
public struct EveningPage: Sendable {
  private let report: EveningReport
  private let title: String
  private let words: EveningWords
  private let page: String

  /// - Parameter title: What is filmed: the workspace or the brand.
  public init(_ report: EveningReport, title: String, locale: CopyLocale) {
    self.report = report
    self.title = title
    words = EveningWords(locale: locale)
    page = locale == .zh ? "zh-CN" : "en"
  }

  /// - Parameter reshoot: Where the reshoot sheet lies from this page, or nil when there is none.
  public func html(reshoot: String?) -> String {
    let states: [FileRecord.State] = [.inherited, .orphan, .duplicate, .broken]
    return """
      <!doctype html>
      <html lang="\(page)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'">
      <title>\(title.escaped) \(words.title)</title>
      <style>\(EveningPage.css)</style>
      </head>
      <body>
      <h1>\(title.escaped) <small>\(words.title)</small></h1>
      \(verdict)
      \(figures)
      \(missing(reshoot: reshoot))
      \(states.map(section).joined())
      \(shotByShot)
      </body>
      </html>

      """
  }

  private var verdict: String {
    guard !report.shots.isEmpty else { return "<p class=\"verdict\">\(words.noList)</p>" }
    let count = report.missing.count
    return count == 0
      ? "<p class=\"verdict done\">\(words.done)</p>"
      : "<p class=\"verdict short\">\(words.short(count))</p>"
  }

  private var figures: String {
    let lost = Set(report.takes.missing.map(\.shot))
    func share(_ must: Bool) -> String {
      let own = report.shots.filter { $0.must == must }
      return "\(own.count { !lost.contains($0.id) }) / \(own.count)"
    }
    let clips = report.files.filter { $0.kind == .clip }
    var cells = [
      (share(true), words.must), (share(false), words.optional),
      ("\(clips.count)", words.clips), ("\(report.takes.takes.count)", words.takes),
      ("\((report.filmed / 60).rounded(toPlaces: 1))", words.minutes),
    ]
    cells += report.filings.map { ("\($0.count)", words.way($0.way)) }
    return "<dl>"
      + cells.map { "<div><dd>\($0.0)</dd><dt>\($0.1)</dt></div>" }.joined() + "</dl>"
  }

  private func missing(reshoot: String?) -> String {
    let lost = Set(report.takes.missing.map(\.shot))
    let rows = report.groups.flatMap { group in
      group.rows.filter { lost.contains($0.shot.id) && $0.shot.must }
    }
    guard !rows.isEmpty else { return "" }
    let link = reshoot.map { "<a href=\"\($0.escaped)\">\(words.reshootSheet)</a>" } ?? ""
    let body = rows.map { row in
      let why = row.takes.isEmpty ? words.noTake : words.onlyNG
      return "<tr><td><b>\(row.shot.id.escaped)</b><td>\(row.shot.product.escaped)"
        + "<td>\(row.shot.picture.escaped)<td>\(why)"
    }
    return "<h2>\(words.reshoot) \(link)</h2><table>\(body.joined(separator: "\n"))</table>"
  }

  private func section(_ state: FileRecord.State) -> String {
    let files = report.files(state)
    guard !files.isEmpty else { return "" }
    let rows = files.map { record in
      let reasons =
        state == .inherited
        ? report.takes.takes.filter { $0.file == record.file && $0.filedBy == .inherited }
          .map { "\($0.shot ?? $0.sku): " + ($0.reasons(in: words.locale).first ?? "") }
        : record.reasons(in: words.locale)
      return "<tr><td class=\"file\">\(record.file.escaped)"
        + "<td>\(reasons.map(\.escaped).joined(separator: "<br>"))"
    }
    return "<h2>\(words.section(state)) <small>\(files.count)</small></h2>"
      + "<table>\(rows.joined(separator: "\n"))</table>"
  }

  private var shotByShot: String {
    let groups = report.groups.map { group in
      let rows = group.rows.map(row).joined(separator: "\n")
      let name = group.product == group.sku ? "" : " <small>\(group.sku.escaped)</small>"
      return "<tbody><tr><th colspan=\"6\">\(group.product.escaped)\(name)\n\(rows)</tbody>"
    }
    guard !groups.isEmpty else { return "" }
    return
      "<h2>\(words.byShot)</h2><table class=\"shots\">\(groups.joined(separator: "\n"))</table>"
  }

  private func row(_ row: EveningReport.Row) -> String {
    let flag = row.shot.must ? "" : " <i>\(words.optional)</i>"
    let head = "<td rowspan=\"\(max(1, row.takes.count))\"><b>\(row.shot.id.escaped)</b>\(flag)"
    guard !row.takes.isEmpty else {
      return "<tr class=\"none\">\(head)<td colspan=\"5\">\(words.whole)"
    }
    return row.takes.enumerated().map { place, take in
      let used = place == 0 && take.status != .ng
      let range =
        "\(take.start.decimal.rounded(toPlaces: 1))–\(take.end.decimal.rounded(toPlaces: 1)) s"
      return "<tr\(used ? " class=\"used\"" : "")>\(place == 0 ? head : "")"
        + "<td>\(take.take)<td>\(words.status(take.status))"
        + "<td class=\"file\">\(take.file.escaped)<br><small>\(range) · \(words.way(take.filedBy))"
        + "</small><td>\(take.score)<td>\(take.reasons(in: words.locale).map(\.escaped).joined(separator: "; "))"
    }.joined(separator: "\n")
  }

  private static let css = """
    *{box-sizing:border-box}body{font:15px/1.5 system-ui,"PingFang SC","Noto Sans CJK SC",\
    "Microsoft YaHei",sans-serif;color:#17181c;max-width:1080px;margin:24px auto;padding:0 18px}
    h1{font-size:26px;margin:0 0 12px}h2{font-size:18px;margin:30px 0 8px}
    small,dt,i{color:#666b76;font-weight:400;font-style:normal}
    h2 a{font-size:15px;font-weight:400;margin-left:10px}
    .verdict{font-size:20px;font-weight:700;padding:14px 18px;border-radius:10px;background:#eceef2}
    .done{background:#dff3e4;color:#11602b}.short{background:#fde3e0;color:#a11a10}
    dl{display:flex;flex-wrap:wrap;gap:10px 28px;margin:18px 0}dd{margin:0;font-size:24px;\
    font-weight:700}
    table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;\
    padding:6px 12px 6px 0;border-bottom:1px solid #e3e5ea;overflow-wrap:break-word}
    td b{white-space:nowrap}th{padding-top:16px;font-size:16px;border-bottom:2px solid #17181c}
    .file{min-width:15em;overflow-wrap:anywhere}.used td{background:#f2f8f3}.none td{color:#a11a10}
    @media print{body{margin:0;font-size:11px}.used td{background:none;font-weight:700}}
    """
}
