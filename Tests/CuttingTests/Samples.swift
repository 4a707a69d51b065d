import Cutting
import Foundation
import Model
import Timing

/// Made scripts, takes and photos with known truth.
enum Samples {
  static let rate = FrameRate(30)

  static let policy = CutPolicy(
    shotMin: 0.8, shotMax: 4, push: 1.06, punchIn: 1.12, takeShare: 0.85, endCard: 1.8,
    voiceLead: 0.1,
    voiceTail: 0.25, captionMin: 0.84, captionCharactersZh: 14, captionCharactersEn: 42,
    containClipsBeyond: 3.6, containPhotosBeyond: 1.2)

  static let platform = Platform(
    id: "douyin", name: "Douyin", nameZh: "抖音", region: .cn, locale: .zh,
    orientation: .discovery, note: "", canvas: Canvas(width: 1080, height: 1920), rate: rate,
    safeZone: .init(top: 176, bottom: 350, left: 60, right: 140),
    delivery: .init(maxVideoRate: 8000, audioRate: 192, maxFileSize: 4096),
    duration: .init(min: 3, max: 900, sellFrom: 15, sellTo: 45),
    text: .init(
      titleMin: 0, titleMax: 30, titleUnit: .characters, captionMax: 1000, hashtagsMax: 5,
      coverMax: 12),
    cover: Canvas(width: 1080, height: 1920),
    sound: .init(loudness: -14, tolerance: 1, truePeak: -1), prohibited: [], allowsPrice: true,
    adLabel: true, cta: [:])

  static let product = Product(
    sku: "A1", title: "帆布包", category: "bags", price: Money(79, "CNY"),
    source: Source(file: "c.csv", row: 2))

  static func shot(_ id: String, beat: Int, seconds: Double = 2) -> Shot {
    Shot(
      id: id, beat: beat, size: "近", movement: "固定", angle: "平", picture: id,
      duration: Time(decimal: seconds))
  }

  static func beat(
    _ role: BeatRole, _ start: Double, _ seconds: Double, _ caption: String, shots: [String]
  ) -> Beat {
    Beat(
      role: role, start: Time(decimal: start), duration: Time(decimal: seconds), voice: caption,
      caption: caption, shots: shots)
  }

  static let script = Script(
    id: "A1-discovery-demo-crowd", sku: "A1", category: "bags", locale: .zh,
    orientation: .discovery, format: "demo", hook: "crowd", duration: Time(decimal: 14),
    platforms: ["douyin"],
    beats: [
      beat(.hook, 0, 2.5, "通勤女生看过来", shots: ["A1-hero"]),
      beat(.point, 2.5, 6, "14寸电脑放得下，内袋有两个，水杯也有地方", shots: ["A1-pack", "A1-pocket"]),
      beat(.offer, 8.5, 2.5, "到手79元", shots: ["A1-hero"]),
      beat(.cta, 11, 3, "左下角看尺寸", shots: ["A1-wear"]),
    ],
    shots: [
      shot("A1-hero", beat: 0), shot("A1-pack", beat: 1, seconds: 3),
      shot("A1-pocket", beat: 1), shot("A1-wear", beat: 3),
    ],
    post: [
      "douyin": Post(
        title: "通勤包", caption: "", hashtags: [], coverText: "装得下电脑", cta: "左下角看尺寸")
    ], findings: [])

  static func take(
    _ shot: String?, _ number: Int, seconds: Double = 5, score: Double = 0.5,
    status: Take.Status = .unmarked, scores: [Double]? = nil
  ) -> Take {
    Take(
      id: "\(shot ?? "free")-\(number)", file: "footage/\(shot ?? "free")-\(number).mp4",
      sku: "A1", shot: shot, take: number, status: status, start: Time(decimal: 1),
      end: Time(decimal: 1 + seconds), filedBy: .slate, score: score, reasons: [],
      facts: TakeFacts(
        width: 1080, height: 1920, rate: rate, rotation: 0, hdr: nil, audio: true,
        duration: Time(decimal: seconds + 1)),
      quality: QualityCurve(
        step: Time(decimal: 0.25),
        scores: scores ?? [Double](repeating: score, count: Int(seconds * 4))))
  }

  static func photo(_ number: Int) -> Photo {
    Photo(
      sku: "A1", file: "photos/A1/\(number).jpg", width: 1200, height: 1200, alpha: false,
      score: 0.5)
  }

  static func request(
    takes: [Take] = [], photos: [Photo] = [], voices: [VoiceFile] = []
  ) -> CutRequest {
    CutRequest(
      script: script, product: product, platform: platform, brand: BrandKit(), takes: takes,
      photos: photos, voices: voices, music: [])
  }
}
