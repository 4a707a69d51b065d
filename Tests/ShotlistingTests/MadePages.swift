import Drawing
import Foundation
import Model
import Shotlisting
import Timing

/// Pages of lists with known truth, plain and hostile.
enum MadePages {
  static func plain(_ products: Int = 3, kind: SheetKind = .shoot) throws -> ShotListPages {
    let planner = ShotPlanner(policy: MadeShots.policy, workspace: "AB12")
    let list = planner.plan(
      ShootInput(
        scripts: MadeShots.scripts(products: products), titles: ["P0": "每日坚果 混合装 750g"],
        date: "2026-03-01")
    ).list
    let canvas = try Drawing.Canvas(width: 270, height: 480)
    canvas.fill(
      with: .linear(Color("#F2B705")!, Color("#8C1F28")!, from: .zero, to: CGPoint(x: 0, y: 480)))
    return ShotListPages(
      list: list, policy: MadeShots.policy, title: "春季上新 坚果",
      pictures: ["P0": canvas.bitmap, "P1-S02": canvas.bitmap], kind: kind)
  }

  /// Two days; what stands, a backup and a pin are known for each shot.
  static func twoDays(kind: SheetKind = .shoot) throws -> ShotListPages {
    var pages = try plain(kind: kind)
    let setups = pages.list.setups
    pages.list.days = [(1, "2026-03-01"), (2, "2026-03-03")].map {
      .init(day: $0.0, date: $0.1, shots: 9, minutes: 200)
    }
    for index in setups.indices {
      let second = index > 0
      pages.list.setups[index].day = second ? 2 : 1
      pages.list.setups[index].start = second ? Double(index - 1) * 60 : 0
      for shot in setups[index].shots.indices {
        pages.list.setups[index].shots[shot].backup = "拍不到就拍商品正面"
        pages.list.setups[index].shots[shot].pinned = shot == 0
        pages.list.setups[index].shots[shot].stand = ShotStand(
          location: "studio-b", set: second ? "room" : "table", light: "soft-left",
          lens: shot.isMultiple(of: 2) ? "50mm" : "macro-100", model: second ? "Lin" : "",
          outfit: second ? "white-shirt" : "")
      }
    }
    return pages
  }

  static let nasty =
    [
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='x", "&amp;",
      "=1+1", "+86", "-2", "@SUM(A1)", "\tx", "\r=2", "a\0b", "多行\n第二行\n3\n4\n5\n6\n7\n8\n9",
      "a,b\"c\"", "\u{202E}乱序 مرحبا بالعالم שלום", "👩‍👩‍👧‍👦🏳️‍🌈🥟 emoji 🀄️",
      "_x0041_ \u{1}\u{1F} \u{FFFE}", "</style></section><!--", "javascript:alert(1)",
    ] + [
      String(repeating: "长", count: 500), String(repeating: "W", count: 500),
      String(repeating: "ab ", count: 170), String(repeating: "é", count: 500),
      "z" + String(repeating: "\u{301}", count: 300), String(repeating: "\n", count: 200) + "end",
    ]

  static func hostile() throws -> ShotListPages {
    var number = 0
    let setups = [nasty, nasty.reversed()].enumerated().map { day, texts in
      let shots = texts.map { text in
        number += 1
        return shot(text, number: number)
      }
      return ShotList.Setup(
        name: texts[day], day: day == 0 ? 1 : .max, start: .infinity, minutes: -1e300, shots: shots)
    }
    let list = ShotList(
      date: "not a date", setups: setups,
      totals: .init(shots: .max, minutes: 1e12, minutesInScriptOrder: -5))
    return ShotListPages(list: list, policy: MadeShots.policy, title: nasty[1])
  }

  private static func shot(_ text: String, number: Int) -> ListedShot {
    var shot = ListedShot(
      shot: Shot(
        id: text, beat: 0, size: text, movement: text, angle: text, picture: text,
        duration: Time(decimal: 1e9), props: [text, text], sound: text),
      sku: text, product: text, scripts: [text],
      payload: SlatePayload(workspace: "AB12", shotID: "S\(number)").text, line: text,
      caption: text, locale: .zh,
      stand: ShotStand(
        location: text, set: text, light: text, lens: text, model: text, outfit: text),
      backup: text, pinned: true)
    shot.rig = text
    shot.must = number.isMultiple(of: 2)
    return shot
  }

  /// Leaves a file for the checks that look at pages from outside.
  static func keep(_ data: Data, as name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["SHOPREEL_GALLERY"] else { return }
    try data.write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  static func keep(_ pages: ShotListPages, as name: String) throws {
    guard ProcessInfo.processInfo.environment["SHOPREEL_GALLERY"] != nil else { return }
    try keep(pages.pdf(), as: name + ".pdf")
    try keep(pages.slatesPDF(), as: name + "-slates.pdf")
    var large = pages
    large.style.slateSize = .a4
    try keep(large.slatesPDF(), as: name + "-slates-a4.pdf")
    try keep(pages.csv(), as: name + ".csv")
    try keep(pages.xlsx(), as: name + ".xlsx")
    for locale in CopyLocale.allCases {
      try keep(Data(pages.html(locale: locale).utf8), as: "\(name)-\(locale.rawValue).html")
    }
  }
}
