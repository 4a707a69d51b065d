/// 景别: how much of the subject the frame holds.
public enum ShotSize: String, Sendable, Codable, CaseIterable {
  case extremeClose = "ECU"
  case close = "CU"
  case mediumClose = "MCU"
  case medium = "MS"
  case full = "FS"
  case wide = "WS"

  /// The crew's word.
  public func word(_ locale: CopyLocale) -> String {
    switch (self, locale) {
    case (.extremeClose, .zh): "大特写"
    case (.close, .zh): "特写"
    case (.mediumClose, .zh): "近景"
    case (.medium, .zh): "中景"
    case (.full, .zh): "全景"
    case (.wide, .zh): "远景"
    case (.extremeClose, .en): "extreme close-up"
    case (.close, .en): "close-up"
    case (.mediumClose, .en): "medium close-up"
    case (.medium, .en): "medium shot"
    case (.full, .en): "full shot"
    case (.wide, .en): "wide shot"
    }
  }
}

/// 运镜: how the camera moves.
public enum CameraMovement: String, Sendable, Codable, CaseIterable {
  case fixed, push, pull, pan, truck, follow, crane, orbit, whip

  /// The crew's word.
  public func word(_ locale: CopyLocale) -> String {
    switch (self, locale) {
    case (.fixed, .zh): "固定"
    case (.push, .zh): "推"
    case (.pull, .zh): "拉"
    case (.pan, .zh): "摇"
    case (.truck, .zh): "移"
    case (.follow, .zh): "跟"
    case (.crane, .zh): "升降"
    case (.orbit, .zh): "环绕"
    case (.whip, .zh): "甩"
    case (.fixed, .en): "fixed"
    case (.push, .en): "push in"
    case (.pull, .en): "pull out"
    case (.pan, .en): "pan"
    case (.truck, .en): "truck"
    case (.follow, .en): "follow"
    case (.crane, .en): "crane"
    case (.orbit, .en): "orbit"
    case (.whip, .en): "whip"
    }
  }
}

/// 机位: from where the camera looks.
public enum CameraAngle: String, Sendable, Codable, CaseIterable {
  case eye, high, low, top

  /// The crew's word.
  public func word(_ locale: CopyLocale) -> String {
    switch (self, locale) {
    case (.eye, .zh): "平拍"
    case (.high, .zh): "俯拍"
    case (.low, .zh): "仰拍"
    case (.top, .zh): "顶拍"
    case (.eye, .en): "eye level"
    case (.high, .en): "high angle"
    case (.low, .en): "low angle"
    case (.top, .en): "top-down"
    }
  }
}
