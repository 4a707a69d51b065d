/// What a team has at hand to film a product with, beside its photos.
public enum ShootAsset: String, Sendable, Codable, CaseIterable {
  case sample
  /// Somebody who wears or holds it.
  case model
  /// Somebody who speaks to the camera.
  case presenter
  /// Two people who play a scene.
  case actors
  /// The place it comes from: workshop, orchard, kitchen.
  case location
  /// A recording of a live sale, with its host's licence.
  case recording

  public func name(_ locale: CopyLocale) -> String {
    switch (self, locale) {
    case (.sample, .zh): "样品"
    case (.sample, .en): "a sample"
    case (.model, .zh): "模特"
    case (.model, .en): "a model"
    case (.presenter, .zh): "出镜讲解的人"
    case (.presenter, .en): "a presenter"
    case (.actors, .zh): "两位演员"
    case (.actors, .en): "two actors"
    case (.location, .zh): "产地或车间的拍摄许可"
    case (.location, .en): "access to the place of origin"
    case (.recording, .zh): "直播录像和主播授权"
    case (.recording, .en): "a live recording with the host's licence"
    }
  }
}
