public import Model

/// Everything one draft is cut from.
public struct CutRequest: Sendable {
  public var script: Script
  public var product: Product
  public var platform: Platform
  public var brand: BrandKit
  /// Takes of this product alone.
  public var takes: [Take]
  public var photos: [Photo]
  public var voices: [VoiceFile]
  public var music: [MusicTrack]
  /// Every script of the product: whose pictures may help out, and which hooks need theirs.
  public var siblings: [Script]

  public init(
    script: Script, product: Product, platform: Platform, brand: BrandKit, takes: [Take],
    photos: [Photo], voices: [VoiceFile], music: [MusicTrack], siblings: [Script] = []
  ) {
    self.script = script
    self.product = product
    self.platform = platform
    self.brand = brand
    self.takes = takes
    self.photos = photos
    self.voices = voices
    self.music = music
    self.siblings = siblings
  }

  /// The draft's id: the script on one platform.
  public var draftID: String { "\(script.id)-\(platform.id)" }
}

/// Why a draft could not be cut.
public struct CutError: Error, Sendable, CustomStringConvertible {
  public enum Code: Sendable { case noPictures, notForPlatform }

  public var code: Code
  public var message: String

  public var description: String { message }
}
