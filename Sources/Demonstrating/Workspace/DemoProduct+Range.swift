extension DemoProduct {
  /// The demo's good products: two in each of five categories.
  static let range: [DemoProduct] = clothing + shoes + bags + snacks + home

  private static let clothing = [
    DemoProduct(
      sku: "DRS-1021", title: "法式碎花收腰连衣裙", category: "女装/连衣裙", price: "169.00",
      reference: "229.00", cost: "52.00", commission: "15%", stock: 860, sold7: 214, sold30: 903,
      rating: "4.8", returns: "22%",
      attributes: [
        "材质": "人棉", "成分": "人造棉100%", "颜色": "豆沙粉", "版型": "收腰A字", "厚薄": "适中有内衬",
        "尺码": "S-XL", "洗护": "30度以下轻柔机洗", "产地": "浙江杭州",
      ],
      points: ["收腰A字裙摆", "有内衬不易透", "裙长到小腿"], audience: ["通勤女生", "小个子"],
      scenes: ["周末出游", "通勤"], look: ProductLook(.dress, 0xC9748A, 0xFFF3E2)),
    DemoProduct(
      sku: "LNS-2208", title: "宽松亚麻混纺长袖衬衫女", category: "女装/衬衫", price: "129.00",
      cost: "41.00", commission: "15%", stock: 620, sold7: 132, sold30: 548, rating: "4.7",
      returns: "18%",
      attributes: [
        "材质": "亚麻混纺", "成分": "亚麻55% 棉45%", "颜色": "雾蓝", "版型": "宽松落肩", "厚薄": "薄",
        "尺码": "S-2XL", "洗护": "30度以下机洗", "产地": "江苏南通",
      ],
      points: ["亚麻55%透气", "落肩版型不挑肩宽", "袖口可卷起"], audience: ["上班族", "微胖女生"],
      scenes: ["空调房", "通勤"], look: ProductLook(.shirt, 0x8FB0C4, 0xF4ECDD)),
  ]

  private static let shoes = [
    DemoProduct(
      sku: "SHO-3301", title: "厚底百搭小白鞋女", category: "鞋/板鞋", price: "139.00",
      reference: "179.00", cost: "46.00", commission: "12%", stock: 1480, sold7: 386, sold30: 1620,
      rating: "4.8", returns: "14%",
      attributes: [
        "材质": "超纤革", "颜色": "米白拼绿", "规格": "鞋跟高3.5厘米", "重量": "单只265克",
        "尺码": "35-40", "产地": "福建晋江",
      ],
      points: ["单只265克", "鞋底可弯折", "鞋跟高3.5厘米"], audience: ["学生", "通勤女生"],
      scenes: ["逛街", "上课"], look: ProductLook(.sneaker, 0xEDE8DC, 0x4F8A6B)),
    DemoProduct(
      sku: "SHO-3315", title: "飞织网面透气跑步鞋", category: "鞋/运动鞋", price: "199.00",
      cost: "68.00", commission: "12%", stock: 940, sold7: 175, sold30: 702, rating: "4.6",
      returns: "16%",
      attributes: [
        "材质": "飞织网面", "颜色": "深海蓝", "规格": "中底厚3厘米", "重量": "单只218克", "尺码": "36-44",
        "产地": "福建泉州",
      ],
      points: ["飞织网面透气", "单只218克", "中底厚3厘米"], audience: ["跑步新手", "久走人群"],
      scenes: ["晨跑", "健身房"], look: ProductLook(.runner, 0x3D5F86, 0xF08A4B)),
  ]

  private static let bags = [
    DemoProduct(
      sku: "BAG-4102", title: "大容量帆布托特包通勤女包", category: "箱包/托特包", price: "89.00",
      cost: "27.00", commission: "18%", stock: 1320, sold7: 298, sold30: 1177, rating: "4.7",
      returns: "8%",
      attributes: [
        "材质": "16安帆布", "颜色": "燕麦色", "规格": "宽42厘米 高36厘米 厚14厘米", "重量": "480克",
        "产地": "河北白沟",
      ],
      points: ["能放14英寸电脑", "4个内袋", "自重480克"], audience: ["上班族", "宝妈"],
      scenes: ["通勤", "短途出行"], look: ProductLook(.tote, 0xD2B48C, 0x7A4A34)),
    DemoProduct(
      sku: "BAG-4120", title: "轻便双肩包大学生书包", category: "箱包/双肩包", price: "119.00",
      reference: "149.00", cost: "38.00", commission: "15%", stock: 760, sold7: 143, sold30: 590,
      rating: "4.8", returns: "7%",
      attributes: [
        "材质": "尼龙", "颜色": "松绿色", "规格": "容量20升", "重量": "620克", "产地": "浙江平湖",
      ],
      points: ["容量20升", "自重620克", "前袋可全开"], audience: ["大学生", "上班族"],
      scenes: ["上课", "两天短途"], look: ProductLook(.backpack, 0x4C7365, 0xE8B45A)),
  ]

  private static let snacks = [
    DemoProduct(
      sku: "SNK-5007", title: "冻干草莓脆 60克*3袋", category: "零食/果干", price: "39.90",
      reference: "49.90", cost: "13.50", commission: "20%", stock: 4200, sold7: 1260, sold30: 5210,
      rating: "4.9", returns: "2%",
      attributes: [
        "净含量": "180克", "规格": "60克*3袋", "口味": "原味草莓", "配料": "草莓、白砂糖",
        "保质期": "9个月", "产地": "辽宁丹东", "颜色": "草莓红",
      ],
      points: ["配料只有2样", "整颗草莓切片", "一袋60克"], audience: ["学生", "办公室"],
      scenes: ["下午茶", "追剧"],
      look: ProductLook(.berries, 0xE0526A, 0xFFD98A, label: "草莓脆", net: "NET 60g")),
    DemoProduct(
      sku: "SNK-5012", title: "海盐坚果酥性饼干 独立小包", category: "零食/饼干", price: "29.90",
      cost: "10.80", commission: "20%", stock: 3600, sold7: 845, sold30: 3390, rating: "4.7",
      returns: "2%",
      attributes: [
        "净含量": "360克", "规格": "18克*20包", "口味": "海盐坚果", "配料": "小麦粉、黄油、扁桃仁、海盐",
        "保质期": "10个月", "产地": "广东东莞", "颜色": "焦糖色",
      ],
      points: ["20小包独立装", "看得见的扁桃仁碎", "一包18克"], audience: ["上班族", "学生"],
      scenes: ["早餐", "下午茶"],
      look: ProductLook(.biscuits, 0xB9793E, 0xFFE9BF, label: "坚果酥", net: "18g × 20")),
  ]

  private static let home = [
    DemoProduct(
      sku: "HOM-6003", title: "布艺可折叠收纳箱带盖", category: "家居/收纳盒", price: "45.90",
      cost: "15.20", commission: "18%", stock: 2100, sold7: 402, sold30: 1688, rating: "4.7",
      returns: "5%",
      attributes: [
        "材质": "棉麻布+钢架", "颜色": "雾灰绿", "规格": "长50厘米 宽36厘米 高30厘米",
        "重量": "1.3公斤", "产地": "浙江台州",
      ],
      points: ["不用时折成一片", "容量54升", "两侧加固提手"], audience: ["租房党", "小户型"],
      scenes: ["换季收纳", "衣柜上层"], look: ProductLook(.storageBox, 0x9FB3A2, 0x8A5A3C)),
    DemoProduct(
      sku: "HOM-6010", title: "加厚纯棉浴巾三件套", category: "家居/毛巾", price: "79.00",
      reference: "99.00", cost: "29.00", commission: "15%", stock: 980, sold7: 188, sold30: 764,
      rating: "4.8", returns: "4%",
      attributes: [
        "材质": "纯棉", "成分": "棉100%", "颜色": "雾蓝配米杏", "规格": "浴巾70*140厘米+毛巾2条",
        "重量": "浴巾420克", "洗护": "可机洗，先用清水过一遍", "产地": "河北高阳",
      ],
      points: ["浴巾420克加厚", "棉100%", "一浴巾两毛巾"], audience: ["家庭", "租房党"],
      scenes: ["浴室", "健身后"], look: ProductLook(.towel, 0x8AA8BC, 0xEAD9C2)),
  ]
}
