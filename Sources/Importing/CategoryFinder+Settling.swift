public import Model

extension CategoryFinder {
  /// The certainty under which a person should look at the category.
  public static let doubtful = 0.5

  /// Gives a product its category, the reasons and the certainty; what the team says goes first.
  ///
  /// - Parameter corrections: SKU → category id, from the settings.
  public func settle(_ product: inout Product, _ clues: [Clue], corrections: [String: String]) {
    guard !correct(&product, corrections: corrections) else { return }
    let answer = find(clues)
    product.category = answer.category
    product.categoryEvidence = answer.evidence
    product.categoryCertainty = answer.certainty
  }

  /// Takes the team's category where it names one: the settings', else the catalogue's own column,
  /// for the SKU, else for the listing above it.
  ///
  /// - Returns: Whether there was one.
  @discardableResult
  public func correct(_ product: inout Product, corrections: [String: String]) -> Bool {
    let wanted =
      corrections[product.sku] ?? product.parentSku.flatMap { corrections[$0] }
      ?? product.team?.category
    guard let wanted, CategoryRules.legalIDs.contains(wanted) else { return false }
    let answer = find([], correction: wanted)
    product.category = answer.category
    product.categoryEvidence = answer.evidence
    product.categoryCertainty = answer.certainty
    return true
  }

  /// What to tell the team about a doubtful category; nil where it is sure enough.
  public func doubt(about product: Product) -> String? {
    guard product.categoryCertainty < Self.doubtful else { return nil }
    let next = product.categoryEvidence.first { $0.field == "runner-up" }
    let reasons = product.categoryEvidence.filter { $0.field != "runner-up" }
      .map { $0.field == "rule" ? $0.text : "'\($0.matched)' in its \($0.field)" }
    let why = reasons.isEmpty ? "no word tells what it is" : reasons.joined(separator: ", ")
    let other = next.map {
      "; next is \($0.matched.replacingOccurrence(of: ": ", with: " for '"))'"
    }
    let percent = Int((product.categoryCertainty * 100).rounded())
    return
      "'\(product.sku.shortened(to: 60))' is filed under '\(product.category)', \(percent) % sure "
      + "(\(why)\(other ?? "")): settle it in a column 'playbook', or in shopreel.yaml as "
      + "'categories: {\(product.sku.shortened(to: 60)): \(product.category)}'"
  }
}

extension String {
  /// The first occurrence alone.
  fileprivate func replacingOccurrence(of part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return replacingCharacters(in: range, with: other)
  }

  private func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
