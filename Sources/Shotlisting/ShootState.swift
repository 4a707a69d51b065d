internal import Model

/// What stands while a shot is filmed, as numbers that are quickly compared; 0 is nothing.
struct ShootState: Hashable {
  var location: Int32 = 0
  var set: Int32 = 0
  var light: Int32 = 0
  var rig: Int32 = 0
  var lens: Int32 = 0
  var model: Int32 = 0
  var outfit: Int32 = 0
  var product: Int32 = 0

  /// What has to be changed to film the other next.
  ///
  /// The larger change includes the smaller: a new location its set, a new set its light, a new
  /// outfit its product. Who stands before the camera does not matter where nobody does.
  func changes(to next: ShootState) -> ShootChanges {
    var changes: ShootChanges = []
    if location != next.location {
      changes = .location
    } else if set != next.set {
      changes = .set
    } else if light != next.light {
      changes = .light
    }
    if rig != next.rig { changes.insert(.rig) }
    if lens != next.lens { changes.insert(.lens) }
    if next.model != 0, model != next.model { changes.insert(.model) }
    if next.outfit != 0, outfit != next.outfit {
      changes.insert(.outfit)
    } else if product != next.product {
      changes.insert(.product)
    }
    return changes
  }

  /// What has to be done before the first shot of a day.
  var opening: ShootChanges {
    var changes: ShootChanges = [.set, .rig]
    if model != 0 { changes.insert(.model) }
    if outfit != 0 { changes.insert(.outfit) }
    return changes
  }
}

/// Gives each text a number.
struct ShootNumbers {
  private var numbers: [String: Int32] = ["": 0]

  mutating func number(_ text: String) -> Int32 {
    if let number = numbers[text] { return number }
    let number = Int32(clamping: numbers.count)
    numbers[text] = number
    return number
  }

  mutating func state(of shot: ListedShot) -> ShootState {
    ShootState(
      location: number(shot.stand.location), set: number(shot.stand.set),
      light: number(shot.stand.light), rig: number(shot.rig), lens: number(shot.stand.lens),
      model: number(shot.stand.model), outfit: number(shot.stand.outfit),
      product: number(shot.sku))
  }
}
