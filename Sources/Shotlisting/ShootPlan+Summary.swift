public import Model

extension ShootPlan {
  /// One line for people: shots, days, minutes, and minutes saved.
  public func summary(_ locale: CopyLocale) -> String {
    let (shots, setups) = (list.totals.shots, list.setups.count)
    let days = list.days.count
    let (minutes, plain) = (whole(list.totals.minutes), whole(list.totals.minutesInScriptOrder))
    let (saved, dropped) = (plain - minutes, list.dropped.count)
    switch locale {
    case .zh:
      let change =
        saved < 0
        ? "按大家指定的顺序，比脚本顺序（\(plain) 分钟）多 \(-saved) 分钟"
        : "比脚本顺序（\(plain) 分钟）省 \(saved) 分钟"
      return "\(shots) 镜，\(setups) 个机位，\(days) 天，共 \(minutes) 分钟；\(change)"
        + (dropped > 0 ? "；不拍 \(dropped) 镜" : "")
    case .en:
      let change = saved < 0 ? "\(-saved) minutes more than" : "\(saved) minutes less than"
      return "\(shots.of("shot")) in \(setups.of("setup")), \(days.of("day")), "
        + "\(minutes.of("minute")); \(change) the \(plain) of the scripts' order"
        + (dropped > 0 ? "; \(dropped.of("shot")) dropped" : "")
    }
  }

  private func whole(_ minutes: Double) -> Int { Int(min(max(minutes, 0), 1e9).rounded()) }
}

extension Int {
  fileprivate func of(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
