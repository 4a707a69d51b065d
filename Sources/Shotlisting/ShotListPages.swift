internal import Drawing
public import Foundation
public import Model
public import Pixels

/// A shot list as people use it: the printed sheets with slates, the phone page, the table.
public struct ShotListPages: Sendable {
  public var list: ShotList
  public var policy: ShootPolicy
  /// Pictures by shot id, shown as its framing, and by SKU, shown beside it as the product.
  public var pictures: [String: Bitmap]
  public var style: SheetStyle
  /// What is filmed, on top of the first page: the workspace or the brand.
  public var title: String

  public init(
    list: ShotList, policy: ShootPolicy, title: String, pictures: [String: Bitmap] = [:],
    style: SheetStyle = .standard
  ) {
    self.list = list
    self.policy = policy
    self.title = title
    self.pictures = pictures
    self.style = style
  }

  var shots: [ListedShot] { list.setups.flatMap(\.shots) }

  /// The workspace's four characters, as the slates carry them.
  var workspace: String? {
    shots.lazy.compactMap { SlatePayload(text: $0.payload)?.workspace }.first
  }

  /// The sheets on A4: title and schedule, samples and props, one card a shot, then mark cards and
  /// one slate a page.
  ///
  /// - Throws: `DrawingError` when a payload is no QR text or Cairo gives up.
  public func pdf() throws -> Data {
    let document = try PDFDocument(title: "\(title) 拍摄单 Shot list", date: stamp)
    var flow = SheetFlow(style: style, footer: footer)
    flow.add(SheetTitle(pages: self).items)
    flow.add(SheetChecklist(pages: self).items)
    flow.breakPage()
    for setup in list.setups {
      flow.add([SheetSetupHeader(setup: setup, policy: policy, style: style).item])
      for shot in setup.shots {
        let card = try ShotCard(
          shot: shot, picture: pictures[shot.id], product: pictures[shot.sku], style: style)
        flow.add([card.item])
      }
    }
    try flow.draw(on: document)
    try MarkCardPage(workspace: workspace, style: style).draw(on: document)
    for (index, shot) in shots.enumerated() {
      try SlatePage(shot: shot, number: index + 1, of: shots.count, style: style)
        .draw(on: document)
    }
    return try document.data()
  }

  private var footer: String { [title, list.date].filter { !$0.isEmpty }.joined(separator: " · ") }

  /// The shoot's date as the document's date, so that equal lists make equal files.
  private var stamp: String {
    let isDate = list.date.count == 10 && list.date.allSatisfy { $0.isNumber || $0 == "-" }
    return (isDate ? list.date : "2000-01-01") + "T00:00:00Z"
  }
}
