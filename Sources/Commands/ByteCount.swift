import ArgumentParser

/// A number of bytes as people write it: `5GB`, `500 MB`, `1.5 tb`; a thousand to the step.
struct ByteCount: ExpressibleByArgument, CustomStringConvertible {
  private static let units: [(name: String, bytes: Double)] = [
    ("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("kB", 1e3), ("B", 1),
  ]

  let bytes: Int

  init(_ bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    let text = argument.filter { $0 != " " }.uppercased()
    let unit = ByteCount.units.first { text.hasSuffix($0.name.uppercased()) }
    let figure = Double(text.dropLast(unit?.name.count ?? 0))
    guard let figure, figure >= 0, figure * (unit?.bytes ?? 1) < 1e18 else { return nil }
    bytes = Int(figure * (unit?.bytes ?? 1))
  }

  var defaultValueDescription: String { description }

  var description: String {
    let unit = ByteCount.units.first { Double(bytes) >= $0.bytes } ?? ("B", 1)
    let tenths = Int((Double(bytes) / unit.bytes * 10).rounded())
    return tenths % 10 == 0 || unit.bytes == 1
      ? "\(tenths / 10) \(unit.name)" : "\(tenths / 10).\(tenths % 10) \(unit.name)"
  }
}
