/// What a list is for: the shoot, or what has to be shot again.
public struct SheetKind: Sendable, Hashable {
  public var zh: String
  public var en: String
  /// Stands large on slates and cards, as the trade marks reshoots; empty for none.
  public var mark: String

  public init(zh: String, en: String, mark: String = "") {
    self.zh = zh
    self.en = en
    self.mark = mark
  }

  /// 拍摄单.
  public static let shoot = SheetKind(zh: "拍摄单", en: "Shot list")
  /// 补拍单, marked `R`.
  public static let reshoot = SheetKind(zh: "补拍单", en: "Reshoot", mark: "R")
}
