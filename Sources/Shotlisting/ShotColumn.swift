internal import Foundation
internal import Model
internal import Timing

/// The columns of a 分镜头脚本, in the order of the trade, by both vocabularies.
enum ShotColumn: CaseIterable {
  case shot, size, movement, angle, picture, line, caption, duration, sound, props, notes, backup

  var zh: String {
    switch self {
    case .shot: "镜号"
    case .size: "景别"
    case .movement: "运镜"
    case .angle: "机位"
    case .picture: "画面"
    case .line: "台词"
    case .caption: "字幕"
    case .duration: "时长"
    case .sound: "音效"
    case .props: "道具"
    case .notes: "备注"
    case .backup: "备用"
    }
  }

  var en: String {
    switch self {
    case .shot: "Shot"
    case .size: "Size"
    case .movement: "Movement"
    case .angle: "Angle"
    case .picture: "Picture"
    case .line: "Line"
    case .caption: "Caption"
    case .duration: "Length"
    case .sound: "Sound"
    case .props: "Props"
    case .notes: "Notes"
    case .backup: "Backup"
    }
  }

  func label(in locale: CopyLocale) -> String { locale == .zh ? zh : en }

  /// What stands in the column for a shot.
  func text(of shot: ListedShot) -> String {
    switch self {
    case .shot: shot.id
    case .size: shot.size
    case .movement: shot.movement
    case .angle: shot.angle
    case .picture: shot.picture
    case .line: shot.line
    case .caption: shot.caption
    case .duration: ShotColumn.seconds(shot.duration) + " s"
    case .sound: shot.sound
    case .props: shot.props.joined(separator: shot.locale == .zh ? "、" : ", ")
    case .notes:
      [
        shot.destructive ? "毁样，最后拍 spends the sample" : "", shot.pinned ? "★ 已定 pinned" : "",
      ].filter { !$0.isEmpty }.joined(separator: "；")
    case .backup: shot.backup
    }
  }

  /// Decimal seconds with at most one place: `2.5`, `3`.
  static func seconds(_ time: Time) -> String {
    let tenths = (time.decimal * 10).rounded()
    guard tenths.isFinite, abs(tenths) < 1e9 else { return "–" }
    let whole = Int(tenths)
    return whole % 10 == 0 ? "\(whole / 10)" : "\(whole / 10).\(abs(whole % 10))"
  }
}

/// Minutes as people read them.
enum DayClock {
  /// `09:25`, with the day in front from the second on.
  static func time(_ minutes: Double, dayStart: Int) -> String {
    guard minutes.isFinite, abs(minutes) < 1e8 else { return "–" }
    let total = dayStart + Int(minutes.rounded())
    let (day, rest) = (total / 1440, ((total % 1440) + 1440) % 1440)
    let clock = two(rest / 60) + ":" + two(rest % 60)
    return day > 0 ? "D\(day + 1) \(clock)" : clock
  }

  /// `5.1 h` from an hour on, otherwise `45 min`.
  static func length(_ minutes: Double) -> String {
    guard minutes.isFinite, abs(minutes) < 1e8 else { return "–" }
    if minutes < 60 { return "\(Int(minutes.rounded())) min" }
    let tenths = Int((minutes / 6).rounded())
    return "\(tenths / 10).\(tenths % 10) h"
  }

  /// Whole minutes as a figure, or nothing where they are none.
  static func minutes(_ minutes: Double) -> String {
    minutes.isFinite && abs(minutes) < 1e8 ? String(Int(minutes.rounded())) : ""
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
