import Model

/// What a product is scored by, in the order of `SelectionPolicy.criteria`.
enum Criterion: Int, CaseIterable, Sendable {
  case economics, demand, trend, conversion, content, headroom, competition, season
  case stock, rating, returns, newness, results

  var id: String { SelectionPolicy.criteria[rawValue] }

  /// Whether a smaller figure earns more.
  var fewerIsBetter: Bool { self == .returns || self == .competition || self == .newness }

  init?(id: String) {
    guard let index = SelectionPolicy.criteria.firstIndex(of: id) else { return nil }
    self.init(rawValue: index)
  }
}

/// A product's figures for all criteria, and how far each rests on the catalogue.
struct Figures: Sendable, Equatable {
  private var values = SIMD16<Double>(repeating: .nan)
  private var certainties = SIMD16<Float>(repeating: 0)

  /// Nil when the catalogue does not have it.
  subscript(criterion: Criterion) -> Double? {
    let value = values[criterion.rawValue]
    return value.isFinite ? value : nil
  }

  func certainty(of criterion: Criterion) -> Double { Double(certainties[criterion.rawValue]) }

  mutating func set(_ criterion: Criterion, _ value: Double?, certainty: Double = 1) {
    let known = value.flatMap { $0.isFinite ? $0 : nil }
    values[criterion.rawValue] = known ?? .nan
    certainties[criterion.rawValue] = known == nil ? 0 : Float(certainty)
  }

  /// The criteria whose figure is another one in `other`.
  func differing(from other: Figures) -> [Criterion] {
    Criterion.allCases.filter { self[$0] != other[$0] }
  }
}
