/// Where on a lane's way a picture stands.
struct Moment {
  /// Share of a move, 0…1.
  var progress: Double
  /// Place in the lane.
  var index: Int
}
