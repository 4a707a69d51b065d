import Foundation
import Model

/// What a product's facts allow to be said: their clauses as they stand, and their figures.
struct FactBook: Sendable {
  private(set) var phrases = PhraseIndex()
  private(set) var figures: Set<Figure> = []
  /// Facts that read like orders to a machine or hold no words; they are neither sent nor said.
  private(set) var refused: [Fact] = []
  private(set) var kept: [Fact] = []

  /// Longest fact that is told, in characters: what is longer is a description, not a fact.
  static let longest = 120

  init(_ facts: [Fact], _ plain: PlainIndex) {
    for fact in facts {
      guard FactBook.isSpeakable(fact.text, plain) else {
        refused.append(fact)
        continue
      }
      kept.append(fact)
      let whole = FoldedLine(fact.text)
      let isBound = plain.isBinding(whole) || FactBook.isRate(fact.text)
      if isBound || !FactBook.isFigure(whole) { phrases.add(fact.text, .fact) }
      guard !isBound else { continue }
      for clause in FactBook.clauses(of: fact.text) {
        let line = FoldedLine(clause)
        if clause != fact.text, line.tokens.count > 1, !FactBook.isFigure(line) {
          phrases.add(clause, .fact)
        }
        figures.formUnion(FactBook.figures(in: line))
      }
    }
  }

  /// The figures of a text, in its order.
  static func figures(in line: FoldedLine) -> [Figure] {
    var result: [Figure] = []
    var index = 0
    while index < line.tokens.count {
      if let (figure, end) = Figure.read(line.tokens, at: index) {
        result.append(figure)
        index = end
      } else {
        index += 1
      }
    }
    return result
  }

  /// A figure alone: it is told where a claim holds it, for it does not say what it measures.
  private static func isFigure(_ line: FoldedLine) -> Bool {
    Figure.read(line.tokens, at: 0)?.end == line.tokens.count
      || line.tokens.allSatisfy { $0.kind == .number || $0.kind == .sign }
  }

  /// `9.9元/斤`: a figure that is only true with what stands behind the stroke.
  private static func isRate(_ text: String) -> Bool {
    text.contains("/") && text.contains { $0.isNumber }
  }

  private static func clauses(of text: String) -> [String] {
    let letters = Array(text)
    var parts = [""]
    for (place, letter) in letters.enumerated() {
      let before = place > 0 ? letters[place - 1] : " "
      let after = place + 1 < letters.count ? letters[place + 1] : " "
      let isInNumber = before.isNumber && after.isNumber
      let ends =
        "，、；;。！？!?|/\n".contains(letter) || (letter == "," && !isInNumber)
        || (letter == "." && after.isWhitespace)
      if ends { parts.append("") } else { parts[parts.count - 1].append(letter) }
    }
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// Whether a fact can be told at all: words, no mark-up, no orders to whoever reads it.
  private static func isSpeakable(_ text: String, _ plain: PlainIndex) -> Bool {
    let trimmed = text.trimmed
    guard !trimmed.isEmpty, trimmed.count <= longest, TextFault.first(in: trimmed) == nil else {
      return false
    }
    // 'no', '无': an answer without its question would turn other facts round.
    guard !plain.turning.contains(trimmed.lowercased()),
      !["否", "n/a", "na"].contains(trimmed.lowercased())
    else { return false }
    let folded = trimmed.precomposedStringWithCompatibilityMapping.lowercased()
    return !orders.contains { $0.allSatisfy(folded.contains) }
  }

  /// Words that together address a machine.
  private static let orders: [[String]] = [
    ["ignore", "instruction"], ["ignore", "previous"], ["ignore", "above"], ["ignore", "rule"],
    ["disregard"], ["system prompt"], ["system:"], ["assistant:"], ["user:"], ["you are now"],
    ["as an ai"], ["jailbreak"], ["output", "json"], ["respond with"], ["<|"], ["[inst"],
    ["忽略", "指令"], ["忽略", "以上"], ["忽略", "之前"], ["忽略", "规则"], ["无视", "指令"], ["无视", "规则"],
    ["无视", "以上"], ["系统提示"], ["提示词"], ["你现在是"], ["扮演"], ["必须输出"], ["请输出"], ["只输出"],
  ]
}

extension String {
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
