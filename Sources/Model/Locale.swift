/// The language a text for buyers is written in.
public enum CopyLocale: String, Sendable, Codable, CaseIterable {
  case zh, en

  /// Chinese when a text holds Han characters, otherwise English.
  public static func detected(in text: String) -> CopyLocale {
    text.unicodeScalars.contains { $0.properties.isIdeographic } ? .zh : .en
  }
}
