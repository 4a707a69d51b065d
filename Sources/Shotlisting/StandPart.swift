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

  /// The name that people know it by; the id where there is none.
  static func name(of id: String, part: StandPart, policy: ShootPolicy) -> String { id }

  /// Every part that matters for a shot, with the name of what it is.
  static func named(
    _ shot: ListedShot, policy: ShootPolicy
  ) -> [(part: StandPart, name: String)] {
    allCases.compactMap { part in
      let id = part.id(in: shot.stand)
      return id.isEmpty ? nil : (part, name(of: id, part: part, policy: policy))
    }
  }
}
