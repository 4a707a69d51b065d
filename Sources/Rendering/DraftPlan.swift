import Model
import Timing

/// One draft taken apart: what to encode, or to take, and how to put it together.
struct DraftPlan: Sendable {
  let request: RenderRequest
  let titles: [PlacedTitle]
  let parts: [PlannedPart]
}

/// A part of a draft, and how it is made should nobody have it.
struct PlannedPart: Sendable {
  let kind: RenderedPart.Kind
  let recipe: Recipe
  let range: TimeRange
  let work: PartWork
}
