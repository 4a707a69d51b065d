import Foundation
import Model

/// Holds the lines proposed for one script against everything that a line has to pass.
struct LineJudge: Sendable {
  let request: ScriptRequest
  let rules: LineRules
  let claims: Claims

  /// Longest proposal that is looked at, in characters.
  static let longest = 400

  /// - Returns: An outcome for every place that was asked for, then one for every other line.
  func outcomes(of proposals: [Proposal]) -> [LineOutcome] {
    var byPlace: [String: Proposal] = [:]
    var others: [LineOutcome] = []
    let places = Set(request.lines.map(\.place))
    for proposal in proposals {
      if !places.contains(proposal.place) {
        others.append(outcome(proposal, .unknownPlace))
      } else if byPlace[proposal.place] != nil {
        others.append(outcome(proposal, .repeatedPlace))
      } else {
        byPlace[proposal.place] = proposal
      }
    }
    var taken: Set<[FoldedToken]> = []
    let judged = request.lines.map { line -> LineOutcome in
      guard let proposal = byPlace[line.place] else {
        return LineOutcome(place: line.place, text: "", objection: .unanswered)
      }
      var objection = objection(to: proposal.text.trimmed, for: line)
      if objection == nil, !taken.insert(FoldedLine(proposal.text).tokens).inserted {
        objection = .repeated
      }
      return outcome(proposal, objection)
    }
    return judged + others
  }

  private func outcome(_ proposal: Proposal, _ objection: Objection?) -> LineOutcome {
    LineOutcome(
      place: String(proposal.place.prefix(80)),
      text: String(proposal.text.trimmed.prefix(LineJudge.longest)), objection: objection)
  }

  private func objection(to text: String, for line: LineRequest) -> Objection? {
    guard !text.isEmpty else { return .empty }
    guard text.unicodeScalars.count <= LineJudge.longest else { return .giant }
    if let fault = TextFault.first(in: text) { return Objection(fault) }
    if let fault = language(of: text) { return fault }
    if let word = forbidden(in: text) { return .forbidden(word) }
    if let fault = claims.objection(to: text, saying: line.claim, like: line.example) {
      return fault
    }
    guard Claims.says(line.claim, in: text) else { return .missing(line.claim) }
    let length = rules.length(text, request.locale)
    guard length <= line.limit else { return .tooLong(length, line.limit) }
    let block = rules.gate(text, line.place, request.id).first { $0.severity == .block }
    return block.map { .blocked($0.term, $0.rule) }
  }

  /// A Chinese line holds Han characters, an English one words and no more Han than its facts.
  private func language(of text: String) -> Objection? {
    let tokens = FoldedLine(text).tokens
    if let foreign = tokens.first(where: { $0.kind == .foreign }) { return .language(foreign.text) }
    let han = tokens.count { $0.kind == .han }
    let words = tokens.count { $0.kind == .word }
    switch request.locale {
    case .zh: return han == 0 ? .language(String(text.prefix(20))) : nil
    case .en: return words == 0 || han > words ? .language(String(text.prefix(20))) : nil
    }
  }

  private func forbidden(in text: String) -> String? {
    let folded = text.precomposedStringWithCompatibilityMapping.lowercased()
    let bare = folded.filter { $0.isLetter || $0.isNumber }
    return request.forbidden.first { word in
      let word = word.precomposedStringWithCompatibilityMapping.lowercased().trimmed
      guard !word.isEmpty else { return false }
      return folded.contains(word) || (word.contains(where: \.isHan) && bare.contains(word))
    }
  }
}
