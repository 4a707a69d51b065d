import Model

/// What is measured: a set of drafts, by the name of the bar it answers.
enum Job: String, CaseIterable {
  /// One draft of 15 s and six cuts.
  case single
  /// The same edit on three canvases.
  case canvases
  /// Five platforms of one canvas, three hooks.
  case fifteen
  /// Six drafts over one range of a 4K HEVC ten-bit clip.
  case hevc
  /// Short drafts of one platform, as many products as asked for.
  case batch
  /// Very short and small drafts, four to a product.
  case thousand

  /// A platform and the canvas it has in this job.
  struct Outlet {
    var platform: String
    var canvas: Canvas
  }

  func plan(words: Words, count: Int, hookClip: String) -> JobPlan {
    var plan = JobPlan(job: self, words: words, outlets: outlets, products: ["BX-02"], edits: [])
    switch self {
    case .single, .canvases:
      plan.edits = [.selling(hook: 0, words: words, hookClip: hookClip)]
    case .fifteen:
      plan.edits = (0..<3).map { .selling(hook: $0, words: words, hookClip: hookClip) }
    case .hevc:
      plan.edits = [.range(words: words)]
    case .batch:
      plan.products = (1...max(1, count)).map { "BX-\($0)" }
      plan.edits = [.short(clip: "phone-1.mp4", frames: 60)]
    case .thousand:
      plan.products = (1...max(1, count / 4)).map { "BX-\($0)" }
      plan.edits = [.short(clip: "small-1.mp4", frames: 12)]
    }
    return plan
  }

  private var outlets: [Outlet] {
    let tall = Canvas(width: 1080, height: 1920)
    let discovery = ["douyin", "kuaishou", "wechat_channels", "taobao_guangguang"]
    let odd = [
      Outlet(platform: "xiaohongshu", canvas: Canvas(width: 1080, height: 1440)),
      Outlet(platform: "taobao_main", canvas: Canvas(width: 1080, height: 1080)),
    ]
    func on(_ canvas: Canvas, _ names: [String]) -> [Outlet] {
      names.map { Outlet(platform: $0, canvas: canvas) }
    }
    return switch self {
    case .single: on(tall, ["douyin"])
    case .canvases: on(tall, ["douyin"]) + odd
    case .fifteen: on(tall, discovery + ["xiaohongshu"])
    case .hevc: on(tall, discovery) + odd
    case .batch: on(Canvas(width: 720, height: 1280), ["douyin"])
    case .thousand: on(Canvas(width: 180, height: 320), discovery)
    }
  }
}

/// A job's drafts: each product in each edit on each outlet.
struct JobPlan {
  var job: Job
  var words: Words
  var outlets: [Job.Outlet]
  var products: [String]
  var edits: [Edit]
}
