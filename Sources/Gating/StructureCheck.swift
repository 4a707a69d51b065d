public import Model

/// Whether copy brings along what its words call for: a basis for a struck-through price, a source
/// for a figure, a name and number for a gift, the notices and labels of the law.
public struct StructureCheck: Sendable {
  let rules: [StructureRule]

  /// - Throws: `GatingError` when an expression is none.
  public init(_ rules: StructureRules) throws {
    self.rules = try rules.rules.map(StructureRule.init)
  }

  /// What one text calls for and does not have.
  ///
  /// - Parameter scopes: the term list's categories that hold, as `Gate.scopes(of:)` names them.
  public func findings(
    in text: CopyText, context: CopyContext, scopes: Set<String>
  ) -> [Finding] {
    hits(in: text, context: context, scopes: scopes).map(\.finding).unique
  }

  /// The same with the stretch of text that calls for it.
  public func hits(
    in text: CopyText, context: CopyContext, scopes: Set<String>
  ) -> [Gate.Hit] {
    let folded = FoldedText(text.text)
    guard !folded.scalars.isEmpty else { return [] }
    let called = rules.filter { !$0.isOfVideo && $0.canCall(in: folded) }
    guard !called.isEmpty else { return [] }
    let locale = context.locale(of: text.text)
    let original = Array(text.text.unicodeScalars.indices) + [text.text.endIndex]
    return called.filter { $0.holds(context, scopes, locale) }.flatMap { rule in
      rule.calls(in: folded).filter { !rule.isMet($0, in: folded, context) }.map { range in
        let first = folded.origins[range.lowerBound]
        let last = folded.origins[range.upperBound - 1]
        return Gate.Hit(
          range: original[first]..<original[last + 1],
          finding: rule.finding(folded.string(range), text.place, locale))
      }
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// What a whole video lacks: notices and labels that must stand somewhere in it.
  ///
  /// - Parameter texts: everything said, shown and posted.
  public func findings(
    inVideo texts: [CopyText], context: CopyContext, scopes: Set<String>
  ) -> [Finding] {
    guard !texts.isEmpty else { return [] }
    let folded = texts.map { FoldedText($0.text) }
    let locale = context.locale(of: texts[0].text)
    return rules.filter { $0.isOfVideo && $0.holds(context, scopes, locale) }.compactMap { rule in
      guard let call = rule.call(of: texts, folded, context),
        !folded.contains(where: rule.isSatisfied)
      else { return nil }
      return rule.finding(call.term, call.place, locale)
    }
  }
}

extension CopyContext {
  /// The language that findings speak: the platforms' own, else the text's.
  func locale(of text: String) -> CopyLocale {
    platforms.first?.locale ?? CopyLocale.detected(in: text)
  }
}

extension [Finding] {
  /// Each once, in order.
  var unique: [Finding] {
    var seen: Set<Finding> = []
    return filter { seen.insert($0).inserted }
  }
}
