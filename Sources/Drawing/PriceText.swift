/// A price in the parts that are set at different sizes: `¥` · `39` · `.9` · `/3袋`.
struct PriceText: Equatable {
  let prefix: String
  let whole: String
  let fraction: String
  let suffix: String

  init(_ text: String) {
    func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
    let start = text.firstIndex(where: isDigit) ?? text.endIndex
    let tail = text[start...]
    let whole = tail.prefix { isDigit($0) || $0 == "," }
    let rest = tail.dropFirst(whole.count)
    let fraction = rest.first == "." ? rest.prefix(1) + rest.dropFirst().prefix(while: isDigit) : ""
    prefix = String(text[..<start]).trimmed
    self.whole = String(whole)
    self.fraction = fraction.count > 1 ? String(fraction) : ""
    suffix = String(rest.dropFirst(self.fraction.count)).trimmed
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
