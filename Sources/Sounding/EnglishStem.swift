/// English words without the endings of number.
enum EnglishStem {
  /// `straps` and `strap's` as `strap`; comparatives and negations stay what they are.
  static func of(_ word: String) -> String {
    var word = word.hasSuffix("'s") ? String(word.dropLast(2)) : word
    if word.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    let sibilants = ["sses", "shes", "ches", "xes", "zes"]
    if sibilants.contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
    let isPlural =
      word.count > 3 && word.hasSuffix("s")
      && !["ss", "us", "is"].contains(where: word.hasSuffix)
    if isPlural { word.removeLast() }
    return word
  }
}
