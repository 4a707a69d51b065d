internal import Model
internal import Timing

/// Every shot that scripts ask for, once, in the order in which they do.
struct ShotGathering {
  private(set) var shots: [ListedShot] = []
  /// Shots that people took off.
  private(set) var dropped: [ShotList.DroppedShot] = []
  /// All of them, dropped or not, for those who name one.
  private(set) var known = KnownShots()

  private let policy: ShootPolicy
  private let workspace: String
  private let input: ShootInput
  private var places: [ShotKey: Int] = [:]

  /// One picture of one product.
  private struct ShotKey: Hashable {
    let sku: String
    let id: String
  }

  init(_ input: ShootInput, policy: ShootPolicy, workspace: String) {
    self.input = input
    self.policy = policy
    self.workspace = workspace
    let drop = Set(input.edits.drop.map(\.text))
    var gone: Set<ShotKey> = []
    for script in input.scripts {
      for shot in script.shots where !policy.unfilmed.contains(shot.rig) {
        known.add(shot.id, of: script.sku)
        if drop.contains(shot.id) || drop.contains("sku:" + script.sku) {
          guard gone.insert(ShotKey(sku: script.sku, id: shot.id)).inserted else { continue }
          dropped.append(.init(id: shot.id, sku: script.sku))
        } else {
          add(shot, of: script)
        }
      }
    }
  }

  private mutating func add(_ shot: Shot, of script: Script) {
    let key = ShotKey(sku: script.sku, id: shot.id)
    if let place = places[key] {
      shots[place].join(shot, of: script)
    } else {
      places[key] = shots.count
      shots.append(listed(shot, of: script))
    }
  }

  private func listed(_ shot: Shot, of script: Script) -> ListedShot {
    let beat = script.beats.indices.contains(shot.beat) ? script.beats[shot.beat] : nil
    return ListedShot(
      shot: shot, sku: script.sku, product: input.titles[script.sku] ?? script.sku,
      scripts: [script.id],
      payload: SlatePayload(workspace: workspace, shotID: shot.id).text, line: beat?.voice ?? "",
      caption: beat?.caption ?? "", locale: script.locale,
      stand: policy.stand(of: shot, sku: script.sku, category: script.category),
      rank: input.ranks[script.sku], backup: policy.backup(of: shot, locale: script.locale))
  }
}

extension ListedShot {
  /// Takes over what another script wants of the same picture.
  fileprivate mutating func join(_ shot: Shot, of script: Script) {
    if !scripts.contains(script.id) { scripts.append(script.id) }
    duration = max(duration, shot.duration)
    must = must || shot.must
    destructive = destructive || shot.destructive
    props += shot.props.filter { !props.contains($0) }
  }
}

/// The ids that may be named.
struct KnownShots {
  private(set) var ids: Set<String> = []
  private(set) var skus: Set<String> = []

  mutating func add(_ id: String, of sku: String) {
    ids.insert(id)
    skus.insert(sku)
  }
}
