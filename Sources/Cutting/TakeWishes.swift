public import Model

extension [Take] {
  /// The takes of a draft in which people want certain shots shown with certain takes: each such
  /// shot has its take alone, whatever it was filed as.
  ///
  /// - Parameter wishes: Shot id → take id. A take that is not there, or is thrown out, leaves its
  ///   shot as it was.
  public func granting(_ wishes: [String: String]) -> (takes: [Take], unmet: [String: String]) {
    guard !wishes.isEmpty else { return (self, [:]) }
    let usable = Set(filter { $0.status != .ng }.map(\.id))
    let granted = wishes.filter { usable.contains($0.value) }
    let shots = Dictionary(
      granted.sorted { $0.key < $1.key }.map { ($0.value, $0.key) },
      uniquingKeysWith: { first, _ in first })
    let takes = compactMap { take -> Take? in
      if let shot = shots[take.id] {
        var take = take
        take.shot = shot
        take.duplicate = nil
        return take
      }
      return take.shot.map { granted[$0] != nil } ?? false ? nil : take
    }
    return (takes, wishes.filter { !usable.contains($0.value) })
  }
}
