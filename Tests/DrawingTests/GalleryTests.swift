import Drawing
import Foundation
import Pixels
import Testing

/// Draws one of everything; with `SHOPREEL_GALLERY=<folder>` the pictures are written there.
struct GalleryTests {
  private func keep(_ bitmap: Bitmap, as name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["SHOPREEL_GALLERY"] else { return }
    try Canvas(bitmap).writePNG(to: "\(folder)/\(name).png")
  }

  @Test func titlesAndCaptionsOnABusyPicture() throws {
    let canvas = try Canvas(Samples.busy(width: 1080, height: 1920))
    var y = 60.0
    for (text, accents) in [
      ("夏天穿这条裤子显瘦不勒肚子", ["显瘦"]), ("39.9元3袋，500g×3袋带回家", ["39.9元"]),
      ("为什么懂行的妈妈都不买贵的？", ["不买贵的"]), ("The jar that survives every drop", ["survives"]),
    ] {
      let fitted = TextLayout.fit(
        text, style: Samples.title(), width: 846, keep: [], accents: accents)
      #expect(!fitted.overflow)
      canvas.draw(try TextLayout.bitmap(of: fitted), at: CGPoint(x: 540 - fitted.width / 2, y: y))
      y += fitted.height + 50
    }
    for style in [Samples.caption, Samples.plated] {
      for text in ["一撕就开，孩子自己也能拿着吃", "面料是95%棉+5%氨纶，透气不闷", "36-41码都有"] {
        let fitted = TextLayout.fit(text, style: style, width: 846, accents: ["95%棉", "一撕就开"])
        canvas.draw(fitted, at: CGPoint(x: 540 - fitted.width / 2, y: y))
        y += fitted.height + 24
      }
    }
    try keep(canvas.bitmap, as: "titles")
  }

  @Test func stickers() throws {
    let canvas = try Canvas(Samples.busy(width: 1080, height: 1000))
    let stickers = [
      PriceSticker(
        price: "¥39.9", reference: "¥69", referenceLabel: "日常价", label: "直播间到手价",
        style: Samples.sticker),
      PriceSticker(price: "¥128", label: "到手价", style: Samples.sticker),
      PriceSticker(price: "¥19.9/3袋", style: Samples.sticker),
      PriceSticker(
        price: "$19.99", reference: "$29.99", referenceLabel: "was", label: "TODAY ONLY",
        style: Samples.sticker),
    ]
    for (index, sticker) in stickers.enumerated() {
      canvas.draw(
        try sticker.bitmap(), at: CGPoint(x: 20 + index % 2 * 530, y: 40 + index / 2 * 480))
    }
    try keep(canvas.bitmap, as: "stickers")
  }

  @Test func endCards() throws {
    let safe = CGRect(x: 64, y: 250, width: 846, height: 1220)
    let cutOut = EndCard(
      product: try Samples.jar(), name: "赣南柑橘蜂蜜 500g×2瓶", instruction: "左下角链接，今天下单",
      style: Samples.endCard)
    try keep(cutOut.drawn(width: 1080, height: 1920, safe: safe).bitmap, as: "endcard-cutout")
    let photo = EndCard(
      product: try Samples.busy(width: 800, height: 800), name: "高腰阔腿牛仔裤 显瘦垂感",
      instruction: "点小黄车看尺码", logo: try Samples.jar(), style: Samples.endCard)
    try keep(photo.drawn(width: 1080, height: 1920, safe: safe).bitmap, as: "endcard-photo")
    try keep(
      photo.drawn(width: 1080, height: 1080, safe: CGRect(x: 60, y: 60, width: 960, height: 960))
        .bitmap, as: "endcard-square")
  }

  @Test func covers() throws {
    let picture = try Samples.busy(width: 1080, height: 1920)
    let cover = Cover(
      picture: picture, text: "妈妈牌零食\n一袋不够", tag: "办公室零食", accents: ["一袋不够"],
      style: Samples.cover)
    let drawn = try cover.drawn(width: 1080, height: 1920)
    #expect(drawn.shortcomings.isEmpty)
    try keep(drawn.bitmap, as: "cover-top")
    var low = Samples.cover
    low.anchor = .bottom
    low.text.alignment = .center
    let second = Cover(picture: picture, text: "小个子显高3厘米", accents: ["显高"], style: low)
    try keep(second.drawn(width: 1080, height: 1920).bitmap, as: "cover-bottom")
  }

  @Test func aPage() throws {
    let document = try PDFDocument(title: "页", date: "2026-01-05T00:00:00Z")
    let code = try QRCode("SV1*SKU-88421-BLK*S03*A2")
    try document.page {
      document.draw(code, in: CGRect(x: 60, y: 60, width: 200, height: 200))
      let style = TextStyle(
        families: Samples.families, weight: 400, size: 14, color: .black, lineSpacing: 1.5,
        alignment: .left, maxLines: 20, balanced: false)
      let text = TextLayout.fit(
        "这是一张拍摄单。镜头从左向右移，画面里只有一只手和一袋坚果；撕开的声音要录清楚。The quick brown fox jumps over 39.9元 of nuts.",
        style: style, width: 260)
      document.draw(text, at: CGPoint(x: 290, y: 60))
      document.draw(
        TextLayout.fit("描边标题", style: Samples.title(size: 48), width: 260),
        at: CGPoint(x: 290, y: 200))
      document.drawFitting(try Samples.jar(), in: CGRect(x: 60, y: 300, width: 200, height: 240))
      document.stroke(
        .ellipse(in: CGRect(x: 290, y: 320, width: 200, height: 120)), with: .color(.black),
        line: LineStyle(width: 2, dashes: [6, 4]))
    }
    let data = try document.data()
    if let folder = ProcessInfo.processInfo.environment["SHOPREEL_GALLERY"] {
      try data.write(to: URL(fileURLWithPath: folder + "/page.pdf"))
    }
  }
}
