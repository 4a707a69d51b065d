import Model
import Timing

/// One draft taken apart: what to encode, or to take, and how to put it together.
struct DraftPlan: Sendable {
  let request: RenderRequest
  let titles: [PlacedTitle]
  var parts: [PlannedPart]

  /// The plan with one span told how little the buffer holds when it begins.
  func tightened(_ overrun: BufferWatch.Overrun) -> DraftPlan {
    var plan = self
    let places = parts.indices.filter { parts[$0].kind == .picture }
    guard places.indices.contains(overrun.index) else { return self }
    let part = parts[places[overrun.index]]
    guard case .picture(var work) = part.work, case .span(var span) = work.product else {
      return self
    }
    let recipe = part.recipe.adding("buffer", "\(overrun.twentieths)/20")
    span.twentieths = overrun.twentieths
    work.key = recipe.key
    work.product = .span(span)
    plan.parts[places[overrun.index]] = PlannedPart(
      kind: part.kind, recipe: recipe, range: part.range, work: .picture(work))
    return plan
  }

  /// The picture spans in order.
  var spans: [SpanWork] {
    parts.compactMap { part in
      if case .picture(let work) = part.work, case .span(let span) = work.product { return span }
      return nil
    }
  }
}

/// A part of a draft, and how it is made should nobody have it.
struct PlannedPart: Sendable {
  let kind: RenderedPart.Kind
  let recipe: Recipe
  let range: TimeRange
  let work: PartWork
}
