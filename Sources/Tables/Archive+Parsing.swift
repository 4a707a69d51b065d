extension Archive {
  /// Streams an XML part into a handler.
  ///
  /// - Parameter shown: how errors name the part; its own name by default.
  /// - Throws: `TableError` where the part is missing, damaged or too large.
  func parse(
    _ part: String, with handler: any MarkupHandler, limit: Int? = nil, shown: String? = nil
  ) throws {
    let reader = try MarkupReader(handler)
    do {
      try read(part, limit: limit) {
        try reader.feed($0)
        return true
      }
      try reader.finish()
    } catch let error as TableError {
      throw error.at("\(path) (\(shown ?? part.clipped))")
    }
  }
}
