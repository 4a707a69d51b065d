/// The unit in a header: `重量(kg)`, `价格/元`, `容量【L】`.
struct HeaderUnit {
  var text: String
  /// The header without it.
  var name: String

  /// Nil where nothing stands in brackets or behind a slash at the header's end.
  init?(_ header: String) {
    let header = header.cleaned
    if let last = header.last, ")）]】］".contains(last),
      let open = header.lastIndex(where: { "(（[【［".contains($0) })
    {
      let inner = String(header[header.index(after: open)...].dropLast())
      text = inner.split { ":：".contains($0) }.last.map { String($0).cleaned } ?? ""
      name = String(header[..<open]).cleaned
    } else if let slash = header.lastIndex(where: { "/／".contains($0) }) {
      text = String(header[header.index(after: slash)...]).cleaned
      name = String(header[..<slash]).cleaned
    } else {
      return nil
    }
    if text.isEmpty || name.isEmpty || text.count > 12 { return nil }
  }
}
