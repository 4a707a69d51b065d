import Foundation

/// Processor time, which other programs on the machine do not lengthen.
public enum CPUTime {
  /// Milliseconds of the calling thread that one call of `body` takes: the best of five rounds.
  public static func milliseconds(calls: Int, _ body: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<5 {
      let start = now()
      for _ in 0..<calls { try body() }
      best = min(best, now() - start)
    }
    return best / Double(calls)
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
  }
}
