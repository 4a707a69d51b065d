internal import Diagnostics
internal import Foundation
internal import JSON

extension Product: JSONCoding {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("attributes", attributes) { $0.string($1) }
      writer.field("audience", audience)
      writer.field("brand", brand)
      writer.field("category", category)
      writer.field("category_certainty", categoryCertainty)
      writer.field("category_evidence", categoryEvidence)
      writer.field("click_rate", clickRate)
      writer.field("commission_rate", commissionRate)
      writer.field("competitors", competitors)
      writer.field("conversion_rate", conversionRate)
      writer.field("cost", cost)
      writer.field("description", description)
      writer.field("images", images)
      writer.field("launched", launched)
      writer.field("link", link)
      writer.field("listed", listed)
      writer.field("locale", locale.rawValue)
      writer.field("parent_sku", parentSku)
      writer.field("price", price)
      writer.field("quantities", quantities) { writer, quantities in
        writer.array(quantities) { $1.write(to: &$0) }
      }
      writer.field("rating", rating)
      writer.field("reference_price", referencePrice)
      writer.field("results", results)
      writer.field("return_rate", returnRate)
      writer.field("sales_28d", sales28d)
      writer.field("sales_7d", sales7d)
      writer.field("sample", sample)
      writer.field("scenes", scenes)
      writer.field("selling_points", sellingPoints)
      writer.field("sku", sku)
      writer.field("source", source)
      writer.field("stock", stock)
      writer.field("supplier", supplier)
      writer.field("tags", tags)
      writer.field("team", team)
      writer.field("title", title)
      writer.field("variants", variants)
    }
  }

  init?(json: JSONValue) {
    guard case .object(let members) = json, let sku = json["sku"]?.text,
      let title = json["title"]?.text, let category = json["category"]?.text,
      let price = json["price"].flatMap(Money.init(json:)),
      let source = json["source"].flatMap(Source.init(json:))
    else { return nil }
    self.init(sku: sku, title: title, category: category, price: price, source: source)
    for member in members where !take(member.key, member.value) { return nil }
  }

  /// Answers false where a field is of another kind than its own.
  private mutating func take(_ key: String, _ value: JSONValue) -> Bool {
    switch key {
    case "attributes": fill(&attributes, value.table(\.text))
    case "audience": fill(&audience, value.texts)
    case "brand": fill(&brand, value.text)
    case "category_certainty": fill(&categoryCertainty, value.double)
    case "category_evidence": fill(&categoryEvidence, value.list(CategoryEvidence.self))
    case "click_rate": fill(&clickRate, value.double)
    case "commission_rate": fill(&commissionRate, value.double)
    case "competitors": fill(&competitors, value.int)
    case "conversion_rate": fill(&conversionRate, value.double)
    case "cost": fill(&cost, value.decimal)
    case "description": fill(&description, value.text)
    case "images": fill(&images, value.texts)
    case "launched": fill(&launched, value.text)
    case "link": fill(&link, value.text)
    case "listed": fill(&listed, value.truth)
    case "locale": fill(&locale, value.text.flatMap(CopyLocale.init(rawValue:)))
    case "parent_sku": fill(&parentSku, value.text)
    case "quantities": fill(&quantities, value.table { $0.list(Quantity.self) })
    case "rating": fill(&rating, value.double)
    case "reference_price": fill(&referencePrice, ReferencePrice(json: value))
    case "results": fill(&results, PastResults(json: value))
    case "return_rate": fill(&returnRate, value.double)
    case "sales_28d": fill(&sales28d, value.int)
    case "sales_7d": fill(&sales7d, value.int)
    case "sample": fill(&sample, value.truth)
    case "scenes": fill(&scenes, value.texts)
    case "selling_points": fill(&sellingPoints, value.texts)
    case "stock": fill(&stock, value.int)
    case "supplier": fill(&supplier, value.text)
    case "tags": fill(&tags, value.texts)
    case "team": fill(&team, TeamDecision(json: value))
    case "variants": fill(&variants, value.list(Variant.self))
    default: true
    }
  }
}

private func fill<Value>(_ place: inout Value, _ value: Value?) -> Bool {
  guard let value else { return false }
  place = value
  return true
}

private func fill<Value>(_ place: inout Value?, _ value: Value?) -> Bool {
  guard let value else { return false }
  place = value
  return true
}

extension Money: JSONCoding {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("amount", amount)
      writer.field("currency", currency)
    }
  }

  init?(json: JSONValue) {
    guard let amount = json["amount"]?.decimal, let currency = json["currency"]?.text else {
      return nil
    }
    self.init(amount, currency)
  }
}

extension ReferencePrice: JSONCoding {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("amount", amount)
      writer.field("basis", basis)
      writer.field("date", date)
    }
  }

  init?(json: JSONValue) {
    guard let amount = json["amount"]?.decimal else { return nil }
    self.init(amount: amount, basis: json["basis"]?.text, date: json["date"]?.text)
  }
}

extension CategoryEvidence: JSONCoding {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("field", field)
      writer.field("matched", matched)
      writer.field("text", text)
    }
  }

  init?(json: JSONValue) {
    guard let field = json["field"]?.text, let text = json["text"]?.text,
      let matched = json["matched"]?.text
    else { return nil }
    self.init(field: field, text: text, matched: matched)
  }
}

extension Quantity: JSONCoding {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("count", count)
      writer.field("high", high)
      writer.field("of", of)
      writer.field("unit", unit)
      writer.field("value", value)
    }
  }

  init?(json: JSONValue) {
    guard let value = json["value"]?.double, let unit = json["unit"]?.text else { return nil }
    self.init(
      value: value, high: json["high"]?.double, unit: unit, count: json["count"]?.int,
      of: json["of"]?.text)
  }
}

extension PastResults: JSONCoding {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("clicks", clicks)
      writer.field("impressions", impressions)
      writer.field("latest", latest)
      writer.field("orders", orders)
      writer.field("plays", plays)
      writer.field("revenue", revenue)
      writer.field("rows", rows)
      writer.field("spend", spend)
    }
  }

  init?(json: JSONValue) {
    guard let rows = json["rows"]?.int else { return nil }
    self.init(rows: rows)
    impressions = json["impressions"]?.int
    plays = json["plays"]?.int
    clicks = json["clicks"]?.int
    orders = json["orders"]?.int
    spend = json["spend"]?.decimal
    revenue = json["revenue"]?.decimal
    latest = json["latest"]?.text
  }
}

extension Variant: JSONCoding {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("options", options) { $0.string($1) }
      writer.field("price", price)
      writer.field("row", row)
      writer.field("sales", sales)
      writer.field("sku", sku)
      writer.field("stock", stock)
    }
  }

  init?(json: JSONValue) {
    guard let sku = json["sku"]?.text, let row = json["row"]?.int,
      let options = json["options"]?.table(\.text)
    else { return nil }
    self.init(
      sku: sku, options: options, price: json["price"]?.decimal, stock: json["stock"]?.int,
      row: row)
    sales = json["sales"]?.int
  }
}

extension Source: JSONCoding {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("cells", cells) { $0.string($1) }
      if let elsewhere {
        writer.field("elsewhere", elsewhere) { writer, cell in
          writer.object { writer in
            writer.field("file", cell.file)
            writer.field("row", cell.row)
            writer.field("sheet", cell.sheet)
          }
        }
      }
      writer.field("file", file)
      writer.field("row", row)
      writer.field("sheet", sheet)
    }
  }

  init?(json: JSONValue) {
    guard let file = json["file"]?.text, let row = json["row"]?.int,
      let cells = json["cells"]?.table(\.text)
    else { return nil }
    self.init(file: file, sheet: json["sheet"]?.text, row: row, cells: cells)
    guard let places = json["elsewhere"] else { return }
    let read = places.table { place -> Cell? in
      guard let file = place["file"]?.text, let row = place["row"]?.int else { return nil }
      return Cell(file: file, sheet: place["sheet"]?.text, row: row)
    }
    guard let read else { return nil }
    elsewhere = read
  }
}

extension TeamDecision: JSONCoding {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("category", category)
      writer.field("copy", copy)
      writer.field("cta", cta)
      writer.field("hook", hook)
      writer.field("note", note)
      writer.field("priority", priority)
      writer.field("selected", selected)
      writer.field("shots", shots)
      writer.field("title", title)
    }
  }

  init?(json: JSONValue) {
    guard let copy = json["copy"]?.texts, let shots = json["shots"]?.list(TeamShot.self) else {
      return nil
    }
    self.init()
    self.copy = copy
    self.shots = shots
    category = json["category"]?.text
    cta = json["cta"]?.text
    hook = json["hook"]?.text
    note = json["note"]?.text
    priority = json["priority"]?.int
    selected = json["selected"]?.truth
    title = json["title"]?.text
  }
}

extension TeamShot: JSONCoding {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("angle", angle)
      writer.field("duration", duration)
      writer.field("line", line)
      writer.field("movement", movement)
      writer.field("picture", picture)
      writer.field("props", props)
      writer.field("size", size)
      writer.field("sound", sound)
    }
  }

  init?(json: JSONValue) {
    guard let picture = json["picture"]?.text, let props = json["props"]?.texts else { return nil }
    self.init(picture: picture)
    self.props = props
    angle = json["angle"]?.text
    duration = json["duration"]?.double
    line = json["line"]?.text
    movement = json["movement"]?.text
    size = json["size"]?.text
    sound = json["sound"]?.text
  }
}

extension Problem: JSONCoding {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("column", column)
      writer.field("file", file)
      writer.field("message", message)
      writer.field("row", row)
      writer.field("severity", severity.rawValue)
      writer.field("sheet", sheet)
      writer.field("value", value)
    }
  }

  init?(json: JSONValue) {
    guard let file = json["file"]?.text, let message = json["message"]?.text,
      let severity = json["severity"]?.text.flatMap(Severity.init(rawValue:))
    else { return nil }
    self.init(
      file: file, sheet: json["sheet"]?.text, row: json["row"]?.int,
      column: json["column"]?.text, severity: severity,
      message: message, value: json["value"]?.text)
  }
}
