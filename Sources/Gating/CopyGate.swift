public import Model

/// The whole gate: forbidden words and what copy must bring along, over every text of a video.
///
/// Ask `findings(in:context:)` of each text while it is written, and `findings(inVideo:context:)`
/// once all texts stand.
public struct CopyGate: Sendable {
  public let terms: Gate
  public let structure: StructureCheck

  public init(terms: Gate, structure: StructureCheck) {
    self.terms = terms
    self.structure = structure
  }

  /// What one text may not say, and what it says without standing.
  public func findings(in text: CopyText, context: CopyContext) -> [Finding] {
    hits(in: text, context: context).map(\.finding).unique
  }

  /// The same with the stretch of each, in the text's order.
  public func hits(in text: CopyText, context: CopyContext) -> [Gate.Hit] {
    let scopes = scopes(of: context)
    let words = terms.hits(
      in: text.text, place: text.place, scopes: scopes, platforms: context.platforms.map(\.id))
    let claims = structure.hits(in: text, context: context, scopes: scopes)
    return (words + claims).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Every text's findings, then what the video as a whole lacks: notices and labels.
  public func findings(inVideo texts: [CopyText], context: CopyContext) -> [Finding] {
    (texts.flatMap { findings(in: $0, context: context) }
      + structure.findings(inVideo: texts, context: context, scopes: scopes(of: context))).unique
  }

  /// What every video of these goods shows on these platforms, as the law words it.
  public func notices(for context: CopyContext) -> [String] {
    let scopes = scopes(of: context)
    let locale = context.product?.locale ?? .zh
    return structure.rules.filter { $0.holds(context, scopes, locale) }.compactMap(\.notice)
  }

  /// The term list's categories that hold for what is sold.
  public func scopes(of context: CopyContext) -> Set<String> {
    context.scopes ?? context.product.map { terms.scopes(of: $0) }
      ?? terms.scopes(of: context.category)
  }
}
