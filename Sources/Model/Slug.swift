extension String {
  /// This text as a file name: letters, digits, `-`, `_` and `.` stay, anything else becomes `-`.
  ///
  /// A text that had to be changed carries a short code of the original, so that two texts never
  /// share a name; the result is never empty, hidden, `.` or `..`.
  public var slug: String {
    let kept = String(
      map { letter in
        letter.isLetter || letter.isNumber || "-_.".contains(letter) ? letter : "-"
      })
    let trimmed = String(kept.drop { $0 == "." || $0 == "-" }).fitting(bytes: 180)
    if trimmed == self, !isEmpty { return self }
    let code = SlatePayload.code(for: self, length: 5)
    return trimmed.isEmpty ? code : trimmed + "-" + code
  }

  /// The same for a name with an ending, which stays as it is: `a.mp4` of whatever length.
  public var fileSlug: String {
    guard let point = lastIndex(of: "."), point > startIndex,
      self[index(after: point)...].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else { return slug }
    return String(self[..<point]).slug + self[point...]
  }

  /// As many letters from the start as fit: file systems count bytes.
  private func fitting(bytes: Int) -> String {
    guard utf8.count > bytes else { return self }
    var kept = self[...]
    while kept.utf8.count > bytes { kept.removeLast() }
    return String(kept)
  }
}
