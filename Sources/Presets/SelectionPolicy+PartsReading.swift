import Foundation
import Model

extension SelectionPolicy.Traffic {
  init(reading node: PresetNode) {
    let standard = SelectionPolicy.Traffic()
    self.init(
      clickRate: node["click_rate"].double(standard.clickRate, in: 0...1),
      conversionRate: node["conversion_rate"].double(standard.conversionRate, in: 0...1),
      targetProfit: node["target_profit"].double(0, in: 0...1),
      marketCpm: node["market_cpm"].table { $0.amount() },
      returnRates: node["return_rates"].table { $0.double(in: 0...1) })
    node.finish()
  }
}

extension SelectionPolicy.Requirements {
  init(reading node: PresetNode) {
    self.init(
      sample: node["sample"].bool(false), licences: node["licences"].table { $0.strings() },
      margins: node["margins"].ladder { $0.double(in: 0...1) })
    node.finish()
  }
}

extension SelectionPolicy.Evidence {
  init(reading node: PresetNode) {
    self.init(
      shelf: node["shelf"].double(8, in: 0...1_000_000),
      clicks: node["clicks"].double(200, in: 1...1_000_000_000),
      videos: node["videos"].double(5, in: 0.1...1_000_000))
    node.finish()
  }
}

extension SelectionPolicy.Content {
  init(reading node: PresetNode) {
    let standard = SelectionPolicy.Content()
    let shares = node["shares"].parts { $0.double(in: 0...100) }
    let sum = shares.values.reduce(0, +)
    if !shares.isEmpty, abs(sum - 100) > 0.001 {
      node["shares"].report("the shares must add up to 100, found \((sum * 1000).rounded() / 1000)")
    }
    self.init(
      shares: shares.isEmpty ? standard.shares : shares,
      enough: node["enough"].parts { $0.double(in: 0.01...1_000_000) },
      contrastWords: node["contrast_words"].strings(),
      sensoryWords: node["sensory_words"].strings())
    node.finish()
  }
}

extension SelectionPolicy.Season {
  init(reading node: PresetNode) {
    self.init(
      name: node["name"].string(), months: node["months"].items.map { $0.int(in: 1...12) },
      words: node["words"].strings())
    node.finish()
  }
}

extension SelectionPolicy.Quotas {
  init(reading node: PresetNode) {
    self.init(
      perSupplier: node["per_supplier"].int(100_000, in: 1...100_000),
      new: node["new"].int(0, in: 0...100_000), newDays: node["new_days"].int(60, in: 1...36_500),
      nearDuplicate: node["near_duplicate"].double(0.8, in: 0.1...1),
      ladder: node["ladder"].ladder(SelectionPolicy.Share.init(reading:)),
      strict: node["strict"].bool(false))
    let least = ladder.values.map(\.least).reduce(0, +)
    if least > 1.000001 {
      node["ladder"].report("the smallest shares must not add up to more than 1, found \(least)")
    }
    node.finish()
  }
}

extension SelectionPolicy.Share {
  init(reading node: PresetNode) {
    self.init(
      least: node["least"].double(0, in: 0...1), most: node["most"].double(1, in: 0...1))
    if least > most { node.report("'\(node.path).least' is more than its 'most'") }
    node.finish()
  }
}

extension SelectionPolicy.Shoot {
  init(reading node: PresetNode) {
    let range = 0.0...100_000
    self.init(
      budget: node["budget"].isPresent ? node["budget"].double(in: 0...1_000_000) : nil,
      setup: node["setup"].double(3, in: range), perShot: node["per_shot"].double(3, in: range),
      shots: node["shots"].double(8, in: range),
      categories: node["categories"].table { pace in
        defer { pace.finish() }
        return Pace(
          perShot: pace["per_shot"].double(in: range), shots: pace["shots"].double(in: range))
      })
    node.finish()
  }
}

extension PresetNode {
  /// A mapping whose keys the file is free to choose.
  fileprivate func table<T>(_ read: (PresetNode) -> T) -> [String: T] {
    Dictionary(entries.map { ($0.key, read($0.node)) }, uniquingKeysWith: { $1 })
  }

  /// A mapping from parts of the price ladder.
  fileprivate func ladder<T>(_ read: (PresetNode) -> T) -> [String: T] {
    named(SelectionPolicy.ladder, "part of the price ladder", read)
  }

  /// A mapping from parts of content suitability.
  fileprivate func parts<T>(_ read: (PresetNode) -> T) -> [String: T] {
    named(SelectionPolicy.Content.parts, "part of content suitability", read)
  }

  private func named<T>(
    _ legal: [String], _ kind: String, _ read: (PresetNode) -> T
  ) -> [String: T] {
    table { node in
      let name = node.path.split(separator: ".").last.map(String.init) ?? ""
      if !legal.contains(name) {
        let names = legal.map { "'\($0)'" }.joined(separator: ", ")
        node.report("'\(node.path)' is no \(kind); they are: \(names)")
      }
      return read(node)
    }
  }
}
