internal import Markup
internal import Drawing
internal import Foundation
public import Model

extension ShotListPages {
  /// One self-contained page for a phone or tablet on the set: a large slate a shot, buttons and
  /// swipes to go on, the list behind; nothing is fetched.
  ///
  /// - Throws: `DrawingError` when a payload is no QR text.
  public func html(locale: CopyLocale) throws -> String {
    let words = PhoneWords(locale: locale)
    let slates = try shots.enumerated().map { try slate($1, number: $0 + 1, words: words) }
    let marks = try workspace.map { try markCards(workspace: $0, words: words) } ?? ""
    let name = escaped("\(title) \(words.title(kind))")
    let buttons = SlatePayload.marks.map {
      "<button data-mark=\"\($0)\">\(words.mark($0))</button>"
    }.joined()
    return """
      <!doctype html>
      <html lang="\(locale == .zh ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
      <meta name="color-scheme" content="only light">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <title>\(name)</title>
      <style>\(PhonePage.css)</style>
      </head>
      <body>
      <div id="bar"><b id="place"></b><span id="count">\(words.done) <span id="done"></span> · \
      \(words.left) <span id="rest"></span></span><button id="open">\(words.list)</button></div>
      <main>
      \(slates.isEmpty ? "<p class=\"empty\">\(words.empty)</p>" : slates.joined(separator: "\n"))
      </main>
      <nav><button id="back" class="step" aria-label="\(words.back)">‹</button>\(buttons)\
      <button id="next" class="step" aria-label="\(words.next)">›</button></nav>
      <div id="list" hidden>
      <header><div><h2>\(name)</h2><p>\(escaped(summary(words)))</p><p>\(words.bright)</p></div>\
      <button id="close" aria-label="\(words.close)">×</button></header>
      <button id="left" aria-pressed="false">\(words.onlyLeft)</button>
      \(index(words: words))
      </div>
      <div id="marks" hidden>\(marks)<button id="undo">\(words.undo)</button></div>
      <script>\(PhoneScript.text)</script>
      </body>
      </html>

      """
  }

  private func summary(_ words: PhoneWords) -> String {
    let totals = list.totals
    let saved = totals.minutesInScriptOrder > totals.minutes
    return [
      list.date, "\(totals.shots) \(words.shots)", DayClock.length(totals.minutes),
      saved ? "\(words.scriptOrder) \(DayClock.length(totals.minutesInScriptOrder))" : "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func slate(_ shot: ListedShot, number: Int, words: PhoneWords) throws -> String {
    let code = try QRCode(shot.payload, level: .quartile)
    let camera: [ShotColumn] = [.size, .movement, .angle, .duration]
    let facts: [(label: String, text: String)] =
      camera.map { (label: words.label($0), text: $0.text(of: shot)) }
      + StandPart.named(shot, policy: policy, locale: words.locale)
      .map { (label: words.label($0.part), text: $0.name) }
    let chips = facts.filter { !$0.text.isEmpty }
      .map { "<li><small>\($0.label)</small>\(escaped($0.text))</li>" }.joined()
    let rest: [ShotColumn] = [.line, .caption, .props, .backup, .sound, .notes]
    let rows = rest.map { (column: $0, text: $0.text(of: shot)) }.filter { !$0.text.isEmpty }
      .map { "<dt>\(words.label($0.column))</dt><dd>\(escaped($0.text))</dd>" }.joined()
    let must =
      shot.must
      ? "<em class=\"must\">\(words.must)</em>" : "<em class=\"optional\">\(words.optional)</em>"
    let product = shot.product == shot.sku ? shot.sku : "\(shot.product) · \(shot.sku)"
    let mark = kind.mark.isEmpty ? "" : "<b>\(escaped(kind.mark))</b> "
    return """
      <section id="s\(number)" data-code="\(escaped(shot.payload))">
      <div class="code">\(code.svg)</div>
      <div class="words">
      <h1><span>\(mark)\(escaped(shot.id))</span>\(must)</h1>
      <p class="product">\(escaped(product))</p>
      <p class="picture">\(escaped(shot.picture))</p>
      <ul>\(chips)</ul>
      <dl>\(rows)</dl>
      </div>
      </section>
      """
  }

  /// The jump list by day and setup.
  private func index(words: PhoneWords) -> String {
    let days = days
    return days.map { day in
      var number = day.firstShot - 1
      let setups = day.setups.map { setup in
        let rows = setup.shots.map { shot in
          number += 1
          return indexRow(shot, number: number, words: words)
        }.joined(separator: "\n")
        let start = DayClock.time(setup.start, dayStart: policy.dayStart)
        return "<h3>\(start) \(escaped(setup.name))"
          + "<small>\(DayClock.length(setup.minutes))</small></h3><ol>\(rows)</ol>"
      }.joined(separator: "\n")
      let name = [words.day(day.number), escaped(day.date)].filter { !$0.isEmpty }
      return (days.count > 1 ? "<h4>\(name.joined(separator: " · "))</h4>" : "") + setups
    }.joined(separator: "\n")
  }

  private func indexRow(_ shot: ListedShot, number: Int, words: PhoneWords) -> String {
    let flag = shot.must ? "<i>\(words.must)</i>" : ""
    return "<li><a href=\"#s\(number)\" data-code=\"\(escaped(shot.payload))\"><div>"
      + "<b>\(number) \(escaped(shot.id))</b>\(flag)"
      + "<span>\(escaped(shot.picture))</span></div></a></li>"
  }

  private func markCards(workspace: String, words: PhoneWords) throws -> String {
    try SlatePayload.marks.map { mark in
      let code = try QRCode(SlatePayload(workspace: workspace, code: mark).text, level: .quartile)
      return
        "<div data-mark=\"\(mark)\" hidden><div class=\"code\">\(code.svg)</div>"
        + "<div><h1>\(words.mark(mark))</h1><p>\(words.hold)</p></div></div>"
    }.joined()
  }
}

extension QRCode {
  /// The code with its quiet zone as an inline drawing, one unit a module.
  var svg: String {
    let size = side + 2 * QRCode.quietZone
    let path = runs.map { run in
      "M\(Int(run.minX)) \(Int(run.minY))h\(Int(run.width))v1h-\(Int(run.width))z"
    }.joined()
    return "<svg viewBox=\"0 0 \(size) \(size)\" shape-rendering=\"crispEdges\" role=\"img\">"
      + "<path fill=\"#fff\" d=\"M0 0h\(size)v\(size)h-\(size)z\"/><path d=\"\(path)\"/></svg>"
  }
}

/// Text as it may stand in a page's content, a break for each new line.
func escaped(_ text: String) -> String {
  text.escaped.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "<br>")
}
