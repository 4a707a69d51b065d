/// A piece of a text as claims are compared: one Han character, a word, a number or a sign.
struct FoldedToken: Sendable, Hashable {
  enum Kind: Sendable { case han, word, foreign, number, sign, other }

  var kind: Kind
  /// Compatibility forms are folded, letters lower case, thousands without their commas.
  var text: String
  /// The word without a plural's ending; the text itself for everything else.
  var stem: String
  /// Nothing stands between this and the token before, and both are letters or figures.
  var isGlued = false
}
