internal import Drawing
public import Foundation
public import Model
public import Pixels

/// A shot list as people use it: the printed sheets, the slates, the phone page, the table.
public struct ShotListPages: Sendable {
  public var list: ShotList
  public var policy: ShootPolicy
  /// Pictures by shot id, shown as its framing, and by SKU, shown beside it as the product.
  public var pictures: [String: Bitmap]
  public var style: SheetStyle
  /// What is filmed, on top of the first page: the workspace or the brand.
  public var title: String
  public var kind: SheetKind

  public init(
    list: ShotList, policy: ShootPolicy, title: String, pictures: [String: Bitmap] = [:],
    style: SheetStyle = .standard, kind: SheetKind = .shoot
  ) {
    self.list = list
    self.policy = policy
    self.title = title
    self.pictures = pictures
    self.style = style
    self.kind = kind
  }

  var shots: [ListedShot] { list.setups.flatMap(\.shots) }
  var days: [ShootDay] { ShootDay.days(of: list) }

  /// The workspace's four characters, as the slates carry them.
  var workspace: String? {
    shots.lazy.compactMap { SlatePayload(text: $0.payload)?.workspace }.first
  }

  /// The sheets on A4: title, schedule and what has to be there, then one card a shot.
  ///
  /// With several days the first page holds all of them, and each begins on a page of its own with
  /// what it needs.
  ///
  /// - Throws: `DrawingError` when a payload is no QR text or Cairo gives up.
  public func pdf() throws -> Data {
    let document = try PDFDocument(title: "\(title) \(kind.zh) \(kind.en)", date: stamp)
    var flow = SheetFlow(style: style, footer: footer)
    let days = days
    flow.add(SheetTitle(pages: self).items)
    for day in days {
      let named = days.count > 1
      flow.add(SheetSchedule(day: day, policy: policy, style: style, named: named).items)
    }
    flow.add(SheetChecklist(call: CallList(shots: shots, policy: policy), style: style).items)
    flow.breakPage()
    for day in days {
      if days.count > 1 {
        flow.breakPage()
        flow.footer = "\(footer) · \(day.name)"
        flow.add([SheetDayHeader(day: day, pages: self).item])
        flow.add(
          SheetSchedule(day: day, policy: policy, style: style, named: false).items
            + SheetChecklist(call: CallList(shots: day.shots, policy: policy), style: style).items)
        flow.breakPage()
      }
      try add(day, of: days.count, to: &flow)
    }
    try flow.draw(on: document)
    return try document.data()
  }

  /// The slates and mark cards, to be printed and cut, in filming order.
  ///
  /// - Throws: `DrawingError` when a payload is no QR text or Cairo gives up.
  public func slatesPDF() throws -> Data {
    let document = try PDFDocument(title: "\(title) 打板 Slates", date: stamp)
    try SlateSheets(pages: self).draw(on: document)
    return try document.data()
  }

  private func add(_ day: ShootDay, of days: Int, to flow: inout SheetFlow) throws {
    var number = day.firstShot
    for setup in day.setups {
      let head = SheetSetupHeader(
        setup: setup, day: days > 1 ? day.name : nil, policy: policy, style: style)
      var items = [head.item]
      for shot in setup.shots {
        let card = try ShotCard(
          shot: shot, number: number, kind: kind, policy: policy, picture: pictures[shot.id],
          product: pictures[shot.sku], style: style)
        items.append(card.item)
        number += 1
      }
      flow.add(Array(items.prefix(2)))
      flow.running = head.running
      flow.add(Array(items.dropFirst(2)))
      flow.running = nil
    }
  }

  private var footer: String {
    [title, "\(kind.zh) \(kind.en)", list.date].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// The shoot's date as the document's date, so that equal lists make equal files.
  private var stamp: String {
    let isDate = list.date.count == 10 && list.date.allSatisfy { $0.isNumber || $0 == "-" }
    return (isDate ? list.date : "2000-01-01") + "T00:00:00Z"
  }
}
