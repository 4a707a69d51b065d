internal import Model

/// The setups of one day, with the places that their shots have in the whole list.
struct ShootDay {
  /// From 1.
  let number: Int
  /// ISO date, or empty.
  let date: String
  let setups: [ShotList.Setup]
  /// The place of its first shot in the list, from 1.
  let firstShot: Int

  var shots: [ListedShot] { setups.flatMap(\.shots) }

  /// Minutes after the day's start at which it begins and ends; nil where no figure is one.
  var span: (start: Double, end: Double)? {
    let starts = setups.map(\.start).filter(\.isFinite)
    let ends = setups.map { $0.start + $0.minutes }.filter(\.isFinite)
    guard let first = starts.min(), let last = ends.max(), last >= first else { return nil }
    return (first, last)
  }

  var minutes: Double { setups.map(\.minutes).reduce(0, +) }

  /// Setups that follow each other on the same day stand together.
  static func days(of list: ShotList) -> [ShootDay] {
    var days: [ShootDay] = []
    var (open, first): ([ShotList.Setup], Int) = ([], 1)
    func close() {
      guard let day = open.first?.day else { return }
      let date = list.days.first { $0.day == day }?.date ?? ""
      days.append(ShootDay(number: day, date: date, setups: open, firstShot: first))
      first += open.reduce(0) { $0 + $1.shots.count }
      open = []
    }
    for setup in list.setups {
      if let day = open.first?.day, day != setup.day { close() }
      open.append(setup)
    }
    close()
    return days
  }

  /// `第 2 天 Day 2`.
  var name: String { "第 \(number) 天 Day \(number)" }

  /// Its name with its date where it has one.
  var dated: String { date.isEmpty ? name : "\(name)   \(date)" }

  /// `09:00 – 17:24`, or nothing where no figure is one.
  func hours(_ policy: ShootPolicy) -> String {
    guard let span else { return "" }
    let start = DayClock.time(span.start, dayStart: policy.dayStart)
    return start + " – " + DayClock.time(span.end, dayStart: policy.dayStart)
  }
}
