import Model

/// The files of a new workspace, in the language people read.
struct StarterFiles {
  let locale: CopyLocale
  let id: String

  var all: [(name: String, text: String)] {
    [
      ("shopreel.yaml", settings), ("catalogue.csv", catalogue),
      ("Makefile", StarterMakefile().text),
    ]
  }

  private var settings: String {
    let platforms =
      locale == .zh ? "[douyin, xiaohongshu, taobao_main]" : "[tiktok, instagram_reels, amazon]"
    let words =
      locale == .zh
      ? [
        "工作区代号，印在场记板上", "要出的平台，全部名称见：shopreel presets list", "选多少个商品", "每个商品写几个脚本",
        "draft 快，final 细",
      ]
      : [
        "stands on the slates", "all names: shopreel presets list", "how many products",
        "scripts a product", "draft is quick, final is fine",
      ]
    return """
      schema: workspace/1
      id: \(id)                # \(words[0])
      platforms: \(platforms)  # \(words[1])
      selection:
        count: 20              # \(words[2])
      script:
        variants: 1            # \(words[3])
      render:
        quality: final         # \(words[4])

      """
  }

  private var catalogue: String {
    locale == .zh
      ? """
      商品编码,商品名称,类目,售价,成本,库存,面料,卖点,适用人群,使用场景
      TX-01,纯棉圆领短袖T恤女夏季宽松,女装>T恤,59.9,22,300,棉100%,领口双针车缝；洗后不透,通勤女生,上班通勤
      BX-02,大容量帆布托特包,箱包>单肩包,79,28,120,帆布,能放14寸电脑；内袋2个,上班族,通勤

      """
      : """
      SKU,Title,Category,Price,Cost,Stock,Material,Selling points,Audience
      TX-01,Cotton crew-neck T-shirt,Women's clothing > T-shirts,19.99,6,300,100% cotton,Double-stitched collar,commuters
      BX-02,Canvas tote bag,Bags > Totes,24.99,8,120,Canvas,Fits a 14 in laptop; 2 inner pockets,commuters

      """
  }
}
