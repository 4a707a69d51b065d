import Foundation
import Model

/// Products as small shops export them.
enum MadeProducts {
  static func make(
    _ sku: String, _ title: String, _ category: String, _ price: String,
    currency: String = "CNY", row: Int = 5, _ attributes: [String: String], points: [String] = [],
    _ more: (inout Product) -> Void = { _ in }
  ) -> Product {
    var product = Product(
      sku: sku, title: title, category: category, price: Money(Decimal(string: price)!, currency),
      source: Source(
        file: "catalogue.csv", row: row,
        cells: [
          "title": "商品名称", "price": "售价", "selling_points": "卖点", "brand": "品牌",
          "sales_7d": "近7天销量", "category": "类目", "team.hook": "团队钩子",
        ]))
    product.attributes = attributes
    for name in attributes.keys { product.source.cells["attributes.\(name)"] = name }
    product.sellingPoints = points
    more(&product)
    return product
  }

  static let shirt = make(
    "TX-W", "纯棉圆领短袖T恤女夏季宽松白色上衣", "womens-clothing", "59.9",
    ["面料": "棉95% 氨纶5%", "版型": "宽松", "领型": "圆领", "厚薄": "常规", "季节": "夏季", "颜色": "白色/黑色/雾蓝", "衣长": "65cm", "弹力": "微弹"],
    points: ["对着光看不透内衣颜色", "领口双线包边，洗后不易变形"]
  ) {
    $0.audience = ["微胖女生"]
    $0.scenes = ["通勤"]
    $0.sales7d = 12
  }
  static let shoes = make(
    "XZ-88", "轻便网面运动鞋男女透气跑步鞋", "shoes", "129", row: 6,
    ["鞋面材质": "飞织网面", "鞋底": "EVA发泡", "单只重量": "215g", "闭合方式": "系带", "尺码": "36-44", "后跟高度": "3cm"],
    points: ["鞋底能对折", "后跟有提带，好穿脱"]
  ) { $0.brand = "青野"; $0.rating = 4.8 }
  static let bag = make(
    "BG-20L", "通勤双肩包女大容量电脑包", "bags", "168", row: 7,
    ["材质": "牛津布", "容量": "20L", "自重": "620g", "尺寸": "42×30×14cm", "隔层": "独立电脑仓", "适用电脑": "15.6英寸", "背法": "双肩/手提"],
    points: ["侧袋能放下折叠伞", "肩带加宽"]
  ) {
    $0.referencePrice = ReferencePrice(amount: 199, basis: "近7天最低成交价", date: "2026-11-01")
    $0.scenes = ["上班通勤"]
  }
  static let snack = make(
    "MG-12", "云南手工鲜花饼玫瑰味独立小袋", "snacks", "39.9", row: 8,
    ["口味": "玫瑰", "净含量": "360g", "规格": "30g×12袋", "产地": "云南大理", "保质期": "30天", "配料": "面粉、玫瑰花、白砂糖、黄油"],
    points: ["外皮酥，掰开掉渣", "独立小袋装"]
  ) { $0.sales28d = 1204; $0.scenes = ["下午茶", "送礼"] }
  static let home = make(
    "SN-3", "桌面收纳盒抽屉式化妆品整理盒", "home", "45", row: 9,
    ["材质": "PET", "尺寸": "28×18×22cm", "层数": "3层", "承重": "5kg", "安装方式": "免安装", "颜色": "奶白/透明"],
    points: ["抽屉底部有静音条", "透明的，找东西不用翻"]
  ) { $0.audience = ["租房党"] }
  static let runner = make(
    "RUN-01", "Trail Running Shoes Men", "shoes", "64.99", currency: "USD", row: 2,
    ["Upper": "Breathable Mesh", "Sole": "Rubber lugs", "Weight": "265 g", "Closure": "Lace-up", "Color": "Black/Olive"],
    points: ["Sole bends in half", "Padded heel collar"]
  ) {
    $0.brand = "Northcap"
    $0.source.file = "products.csv"
    $0.scenes = ["trail runs"]
  }

  static let all = [shirt, shoes, bag, snack, home, runner]
}
