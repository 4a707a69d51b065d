extension DemoWorkspace {
  static let settings = """
    schema: workspace/1
    # What this workspace makes. `shopreel presets list` shows every name that may stand here.
    id: DEMO
    catalogue: [catalogue.csv]
    platforms: [douyin, xiaohongshu, taobao_main]
    script:
      seed: 1
    render:
      quality: draft
    shoot:
      date: 2026-05-18

    """

  static let brand = """
    schema: brand/1
    note: a made-up shop
    name: 木与棉
    slogan: 好好过日子
    forbidden: [爆款, 秒杀全场]
    logo: brand/logo.png
    primary_color: "#2F5D50"
    accent_color: "#E8B45A"

    """
}
