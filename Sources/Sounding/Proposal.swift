/// A line as a model proposed it, unjudged.
struct Proposal: Sendable, Hashable {
  var place: String
  var text: String
}
