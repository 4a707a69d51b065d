/// A shop's own voice and look, from `brand/brand.yaml`.
public struct BrandKit: Sendable, Codable, Hashable {
  /// Shop or brand name as buyers know it.
  public var name: String?
  public var slogan: String?
  /// Words the shop does not use.
  public var forbidden: [String]
  /// Relative to the workspace.
  public var logo: String?
  /// `#RRGGBB`.
  public var primaryColor: String?
  public var accentColor: String?
  /// The file, as facts name it.
  public var file: String

  public init(
    name: String? = nil, slogan: String? = nil, forbidden: [String] = [], logo: String? = nil,
    primaryColor: String? = nil, accentColor: String? = nil, file: String = "brand/brand.yaml"
  ) {
    self.name = name
    self.slogan = slogan
    self.forbidden = forbidden
    self.logo = logo
    self.primaryColor = primaryColor
    self.accentColor = accentColor
    self.file = file
  }
}
