import Cutting
import Foundation
import Model
import Testing

struct CropPlannerTests {
  private let policy = FramingPolicy()

  /// Boxes of a tenth of the width, their middles given twice a second.
  private func framed(
    _ middles: [Double], width: Double = 0.1, seconds: Double, confidence: Double = 0.9,
    canvas: Canvas = Canvas(width: 1080, height: 1920), plan: FramingPlan = FramingPlan(fit: .fill),
    edges: [String]? = nil, policy: FramingPolicy? = nil
  ) -> FramingPlan {
    let samples = middles.enumerated().map { index, middle in
      SubjectSample(
        time: 10 + Double(index) * 0.5,
        box: ShareBox(x: middle - width / 2, y: 0.3, width: width, height: 0.4),
        confidence: confidence, evidence: .saliency)
    }
    return CropPlanner(policy: policy ?? self.policy).framed(
      CropPlanner.Request(
        width: 1920, height: 1080, canvas: canvas, subjects: SubjectTrack(samples: samples),
        from: 10, to: 10 + seconds, seconds: seconds, plan: plan, edges: edges))
  }

  private func fastest(_ plan: FramingPlan, seconds: Double) -> Double {
    zip(plan.path, plan.path.dropFirst()).map { a, b in
      abs(b.x - a.x) / ((b.at - a.at) * seconds)
    }.max() ?? 0
  }

  @Test func aSubjectThatStaysIsShownStanding() {
    let plan = framed([0.7, 0.71, 0.69, 0.7, 0.7], seconds: 2)
    #expect(plan.fit == .fill && plan.path.isEmpty)
    #expect(abs(plan.centerX - 0.7) < 0.12)
    // All of it is inside: the crop is 0.316 wide.
    #expect(plan.centerX - 0.158 <= 0.64 && plan.centerX + 0.158 >= 0.76)
  }

  @Test func aSlowSteadyWayIsPanned() {
    let plan = framed((0...8).map { 0.3 + Double($0) * 0.05 }, seconds: 4)
    #expect(plan.path.count == 2)
    #expect(abs(plan.path[0].x - 0.3) < 0.03 && abs(plan.path[1].x - 0.7) < 0.03)
    #expect(fastest(plan, seconds: 4) <= policy.speed)
  }

  @Test func aCrookedWayIsTrackedWithinTheSpeed() {
    let way = [0.3, 0.3, 0.32, 0.4, 0.5, 0.6, 0.68, 0.7, 0.7, 0.7, 0.66, 0.6, 0.5, 0.42, 0.4]
    let plan = framed(way, width: 0.2, seconds: 7)
    #expect(plan.path.count > 10)
    #expect(fastest(plan, seconds: 7) <= policy.speed + 1e-3)
    let steps = zip(plan.path, plan.path.dropFirst()).map { $1.x - $0.x }
    let jerks = zip(steps, steps.dropFirst()).map { abs($1 - $0) }.max() ?? 1
    #expect(jerks < 0.006, "\(jerks)")
  }

  @Test func whatRunsFasterThanACropMayIsFollowedAsFarAsItMay() {
    let plan = framed([0.1, 0.1, 0.3, 0.6, 0.9, 0.9, 0.9], seconds: 3)
    #expect(fastest(plan, seconds: 3) <= policy.speed + 1e-3)
  }

  @Test func aShortShotNeverMoves() {
    let plan = framed([0.3, 0.5, 0.7], seconds: 1.1)
    #expect(plan.path.isEmpty)
  }

  @Test func aWideSubjectStandsWholeOnAGroundOfThePicturesColours() throws {
    let plan = framed(
      [0.5, 0.5, 0.5, 0.5], width: 0.5, seconds: 1.5, edges: ["#808080", "#204060"])
    #expect(plan.fit == .contain)
    #expect(plan.ground.kind == .gradient && plan.ground.bottom == "#1c3753")
    let region = try #require(plan.region)
    #expect(region.x <= 0.25 && region.right >= 0.75 && region.width < 0.7 && region.height == 1)
  }

  @Test func aSubjectALittleWiderThanTheCropIsCutEvenly() {
    let plan = framed([0.6, 0.6, 0.6], width: 0.37, seconds: 1.5)
    #expect(plan.fit == .fill && abs(plan.centerX - 0.6) < 0.03)
  }

  @Test func aSourceOfTheCanvasShapeHasNowhereToGo() {
    let plan = framed([0.2, 0.8], seconds: 2, canvas: Canvas(width: 1920, height: 1080))
    #expect(plan.path.isEmpty && plan.centerX == 0.5 && plan.centerY == 0.5)
  }

  @Test func whatIsNotBelievedLeavesThePlanAlone() {
    let plan = FramingPlan(fit: .fill, zoomTo: 1.06)
    #expect(framed([0.2, 0.2], seconds: 2, confidence: 0.1, plan: plan) == plan)
    #expect(framed([], seconds: 2, plan: plan) == plan)
    var off = policy
    off.follows = false
    #expect(framed([0.2, 0.2], seconds: 2, plan: plan, policy: off) == plan)
  }

  @Test func aSubjectThatMostSamplesMissMayStandAnywhereAmongTheOthers() {
    func plan(_ unsure: Int) -> FramingPlan {
      let spots = [0.15, 0.15, 0.8, 0.15, 0.15] + [Double](repeating: 0.5, count: unsure)
      let samples = spots.enumerated().map { index, middle in
        SubjectSample(
          time: 10 + Double(index) * 0.25,
          box: ShareBox(x: middle - 0.1, y: 0.3, width: 0.2, height: 0.4),
          confidence: index < 5 ? 0.9 : 0.1, evidence: .saliency)
      }
      return CropPlanner(policy: policy).framed(
        CropPlanner.Request(
          width: 1920, height: 1080, canvas: Canvas(width: 1080, height: 1920),
          subjects: SubjectTrack(samples: samples), from: 10, to: 13, seconds: 3,
          plan: FramingPlan(fit: .fill)))
    }
    #expect(plan(5).fit == .fill && plan(5).centerX < 0.3)
    #expect(plan(6).fit == .contain)
  }

  @Test func aPushKeepsItsZoomOnTheWay() {
    let plan = framed(
      (0...8).map { 0.3 + Double($0) * 0.05 }, seconds: 4,
      plan: FramingPlan(fit: .fill, zoomFrom: 1, zoomTo: 1.1))
    #expect(plan.path.first?.zoom == 1 && plan.path.last?.zoom == 1.1)
  }

  @Test func aStrayMomentDoesNotPullTheCropAway() {
    let plan = framed([0.3, 0.3, 0.9, 0.3, 0.3, 0.3], seconds: 2.5)
    #expect(plan.path.isEmpty && plan.centerX < 0.42)
  }
}

struct ShotReframerTests {
  private func cut(takes: [Take] = [], photos: [Photo] = [], _ policy: CutPolicy) throws -> Timeline
  {
    try CutStage(policy: policy).run(Samples.request(takes: takes, photos: photos, voices: []))
  }

  @Test func takesOfACutAreFramedAboutTheirSubjects() throws {
    let takes = Samples.script.shots.map { shot -> Take in
      var take = Samples.take(shot.id, 1)
      (take.facts.width, take.facts.height) = (1920, 1080)
      take.subjects = SubjectTrack(
        samples: (0..<60).map {
          SubjectSample(
            time: Double($0) / 2, box: ShareBox(x: 0.7, y: 0.2, width: 0.1, height: 0.5),
            confidence: 0.9, evidence: .face)
        })
      return take
    }
    let shots = try cut(takes: takes, Samples.policy).shots.filter { $0.kind == .take }
    #expect(!shots.isEmpty && shots.allSatisfy { $0.framing.centerX > 0.6 })
  }

  @Test func aCutOutMovesBeforeAGround() throws {
    var photo = Samples.photo(1)
    photo.alpha = true
    photo.subject = ShareBox(x: 0.2, y: 0.2, width: 0.6, height: 0.6)
    let shots = try cut(photos: [photo], Samples.policy).shots
    #expect(!shots.isEmpty)
    #expect(shots.allSatisfy { $0.framing.parallax == 0.03 && $0.framing.ground.kind == .gradient })
  }

  @Test func neighboursOfOneSetUpAreBroughtTogetherWithinLimits() throws {
    let takes = Samples.script.shots.enumerated().map { index, shot -> Take in
      var take = Samples.take(shot.id, 1)
      take.gray = index % 2 == 0 ? [200, 190, 170] : [180, 180, 180]
      return take
    }
    let shots = try cut(takes: takes, Samples.policy).shots.filter { $0.kind == .take }
    let plans = shots.compactMap(\.color)
    #expect(!plans.isEmpty)
    #expect(plans.allSatisfy { abs($0.exposure) <= 0.3 && abs($0.red - 1) <= 0.0601 })
    #expect(plans.allSatisfy { abs($0.blue - 1) <= 0.0601 && $0.lut == nil })
    var off = Samples.policy
    off.framing.matches = false
    off.framing.lut = "house.cube"
    let plain = try cut(takes: takes, off).shots.filter { $0.kind == .take }
    #expect(plain.allSatisfy { $0.color == ColorPlan(lut: "brand/house.cube") })
  }
}
