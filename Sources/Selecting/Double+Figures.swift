import Foundation
import Model

extension Double {
  func rounded(to places: Int) -> Double {
    let scale = pow(10, Double(places))
    let result = (self * scale).rounded() / scale
    return result.isFinite ? result : self
  }

  /// Without a needless `.0`.
  var plain: String { self == rounded() && abs(self) < 1e15 ? "\(Int(self))" : "\(self)" }

  /// To two places, without needless zeros.
  var short: String { rounded(to: 2).plain }

  /// `12.5 %`.
  var percent: String { (self * 100).rounded(to: 1).plain + " %" }
}

extension Source {
  var place: String { own.place }

  /// The cell of a field, whichever of its spellings the importer keeps.
  func cell(named field: String) -> String {
    let words = field.split(separator: "_")
    let camel = words.dropFirst().reduce(String(words.first ?? "")) { $0 + $1.capitalized }
    let dotted = "results." + field
    return cell(
      [field, camel, dotted].first { cells[$0] != nil || elsewhere?[$0] != nil } ?? field)
  }
}
