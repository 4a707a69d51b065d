import Timing

extension Time {
  /// Seconds to a thousandth, for a player.
  var milli: Double { (decimal * 1000).rounded() / 1000 }

  /// Seconds to a tenth, for people.
  var tenths: Double { (decimal * 10).rounded() / 10 }
}
