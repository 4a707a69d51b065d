internal import Model

/// What stands for a shot beside its rig, by both vocabularies.
enum StandPart: CaseIterable {
  case location, set, light, lens, model, outfit

  var zh: String {
    switch self {
    case .location: "地点"
    case .set: "景"
    case .light: "灯光"
    case .lens: "镜头"
    case .model: "模特"
    case .outfit: "服装"
    }
  }

  var en: String {
    switch self {
    case .location: "Location"
    case .set: "Set"
    case .light: "Light"
    case .lens: "Lens"
    case .model: "Model"
    case .outfit: "Outfit"
    }
  }

  func id(in stand: ShotStand) -> String {
    switch self {
    case .location: stand.location
    case .set: stand.set
    case .light: stand.light
    case .lens: stand.lens
    case .model: stand.model
    case .outfit: stand.outfit
    }
  }

  /// The name that people know it by, in one language or in both; the id where there is none.
  static func name(
    of id: String, part: StandPart, policy: ShootPolicy, locale: CopyLocale? = nil
  ) -> String {
    let names: (zh: String, en: String)? =
      switch part {
      case .location: policy.location(id).map { ($0.nameZh, $0.name) }
      case .set: policy.set(id).map { ($0.nameZh, $0.name) }
      case .light: policy.light(id).map { ($0.nameZh, $0.name) }
      case .lens: policy.lens(id).map { ($0.nameZh, $0.name) }
      case .model: policy.model(id).map { ($0.nameZh, $0.name) }
      case .outfit: nil
      }
    guard let names else { return id }
    switch locale {
    case .zh?: return names.zh
    case .en?: return names.en
    case nil: return names.zh == names.en ? names.zh : "\(names.zh) \(names.en)"
    }
  }

  /// Every part that matters for a shot, with the name of what it is.
  static func named(
    _ shot: ListedShot, policy: ShootPolicy, locale: CopyLocale? = nil
  ) -> [(part: StandPart, name: String)] {
    allCases.compactMap { part in
      let id = part.id(in: shot.stand)
      guard !id.isEmpty else { return nil }
      if part == .outfit, id == shot.sku { return (part, itself(in: locale)) }
      return (part, name(of: id, part: part, policy: policy, locale: locale))
    }
  }

  /// A product that is worn.
  private static func itself(in locale: CopyLocale?) -> String {
    switch locale {
    case .zh?: "本品"
    case .en?: "the product"
    case nil: "本品 the product"
    }
  }
}
