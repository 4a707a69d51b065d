import Model
import Timing

extension RenderRequest {
  /// Kilobits a second of picture at most: the contract's, or less where the platform's file would
  /// grow too large.
  ///
  /// The encoder spends nine tenths of it on the average, and a buffer of one second of it once.
  var maxVideoRate: Int {
    let seconds = max(0.1, timeline.duration.decimal)
    // A hundredth for the container, whose tables grow with the pictures.
    let kilobits = Double(platform.delivery.maxFileSize) * 8000 * 0.99
    let sound = Double(platform.delivery.audioRate) * seconds * 1.05
    let most = (kilobits - sound) / (0.9 * seconds + 1)
    guard most < Double(contract.maxVideoRate) else { return contract.maxVideoRate }
    // In steps, so that drafts of about one length share their spans.
    return max(100, Int(most / 100) * 100)
  }
}
