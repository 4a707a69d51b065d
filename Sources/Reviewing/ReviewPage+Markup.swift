import Markup
import Diagnostics
import Model

/// What stands on the page before its script runs.
extension ReviewPage {
  var header: String {
    """
    <header>
    <h1>\(labels["title"].escaped)</h1>
    <ul id="counts">\(counts)</ul>
    <div id="filters">
    \(choice("platform", entries.map(\.draft.platform), named: name(of:)))
    \(choice("category", entries.map(\.product.category), named: labels.category))
    <label class="check"><input type="checkbox" id="failed"> \(labels["failedOnly"].escaped)</label>
    <input type="search" id="search" placeholder="\(labels["search"].escaped)" \
    aria-label="\(labels["search"].escaped)">
    </div>
    <p id="keys">\(labels["keys"].escaped)</p>
    </header>
    """
  }

  private var counts: String {
    let passed = entries.count { $0.pass == true }
    let failed = entries.count { $0.pass == false }
    let items: [(key: String, count: Int, mark: String, target: String?)] = [
      ("drafts", entries.count, "", nil),
      ("products", Set(entries.map(\.product.sku)).count, "", nil),
      ("passed", passed, "good", nil), ("failed", failed, failed > 0 ? "bad" : "", nil),
      ("unchecked", entries.count - passed - failed, "", nil),
      ("missing", missing.count, missing.isEmpty ? "" : "warn", "missing"),
      ("problems", problems.count, problems.isEmpty ? "" : "warn", "problems"),
    ]
    return items.filter { $0.count > 0 || $0.key == "drafts" || $0.key == "failed" }.map { item in
      let text = "<b>\(item.count)</b> \(labels[item.key].escaped)"
      let inner = item.target.map { "<a href=\"#\($0)\">\(text)</a>" } ?? text
      return "<li class=\"\(item.mark)\">\(inner)</li>"
    }.joined()
  }

  private func choice(_ key: String, _ ids: [String], named name: (String) -> String) -> String {
    let options = Set(ids).sorted().map {
      "<option value=\"\($0.escaped)\">\(name($0).escaped)</option>"
    }
    return "<label>\(labels[key].escaped) <select id=\"\(key)\">"
      + "<option value=\"\">\(labels["all"].escaped)</option>\(options.joined())</select></label>"
  }

  var list: String {
    guard !entries.isEmpty else { return "<p class=\"empty\">\(labels["empty"].escaped)</p>" }
    var html = ""
    var index = 0
    while index < entries.count {
      let product = entries[index].product
      var items = ""
      while index < entries.count, entries[index].product.sku == product.sku {
        items += item(entries[index], at: index)
        index += 1
      }
      html += """
        <section class="product"><h2>\(product.title.escaped)</h2>\
        <p class="meta"><b>\(product.price.escaped)</b> \
        <span>\(labels.category(product.category).escaped)</span> \
        <span class="sku">\(product.sku.escaped)</span></p>\
        <div class="row">\(items)</div></section>

        """
    }
    return html + "<p class=\"empty\" id=\"none\" hidden>\(labels["none"].escaped)</p>"
  }

  private func item(_ entry: ReviewEntry, at index: Int) -> String {
    let draft = entry.draft
    let state = entry.pass.map { $0 ? "passed" : "failed" } ?? "unchecked"
    let image = relativeAddress(draft.platform, draft.cover).map {
      "<img src=\"\($0.escaped)\" loading=\"lazy\" decoding=\"async\" alt=\"\">"
    }
    let words = [draft.title, draft.caption, draft.sku, draft.id, entry.product.title]
    return """
      <button class="draft \(state)" data-index="\(index)" \
      data-platform="\(draft.platform.escaped)" \
      data-category="\(entry.product.category.escaped)" \
      data-words="\(words.joined(separator: " ").lowercased().escaped)" \
      title="\(draft.title.escaped)"><span class="thumb" \
      style="aspect-ratio:\(max(1, draft.width))/\(max(1, draft.height))">\(image ?? "")</span>\
      <span class="name"><i aria-label="\(labels[state].escaped)"></i>\
      \(name(of: draft.platform).escaped)</span>\
      <span class="sub">\(draft.duration.tenths) s · \(draft.hook.escaped)</span></button>
      """
  }

  /// What is not there yet and what went wrong.
  var gaps: String {
    let titles = Dictionary(
      entries.map { ($0.product.sku, $0.product.title) }, uniquingKeysWith: { first, _ in first })
    let absent = missing.map { shot in
      let picture = shots[shot.shot]
      let words = [picture?.size, picture?.picture].compactMap { $0 }.joined(separator: " · ")
      return """
        <tr><td>\((titles[shot.sku] ?? "").escaped) <span class="sku">\(shot.sku.escaped)</span>\
        </td><td>\(words.escaped) <span class="sku">\(shot.shot.escaped)</span></td>\
        <td class="\(shot.must ? "warn" : "")">\(labels[shot.must ? "must" : "optional"].escaped)\
        </td></tr>
        """
    }
    let faults = problems.map { problem in
      let position = problem.position
      let place = [position.file, position.line.map(String.init), position.field]
        .compactMap { $0 }.joined(separator: ":")
      return """
        <tr><td class="\(problem.severity == .error ? "bad" : "warn")">\
        \(problem.severity.rawValue)</td><td class="sku">\(place.escaped)</td>\
        <td>\(problem.message.escaped)</td></tr>
        """
    }
    return table("missing", absent) + table("problems", faults)
  }

  private func table(_ key: String, _ rows: [String]) -> String {
    guard !rows.isEmpty else { return "" }
    return """
      <section class="gap" id="\(key)"><h2>\(labels[key].escaped) <b>\(rows.count)</b></h2>\
      <table>\(rows.joined(separator: "\n"))</table></section>

      """
  }
}
