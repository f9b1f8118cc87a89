import CensusDomain

/// Something about a photo that a person should know, though the file is taken.
public enum PhotoProblem: Sendable, Hashable {
  /// The file ends before the picture does.
  case cutShort
  /// The EXIF data cannot be read or are too long.
  case exifUnreadable
  /// The time taken is no time; holds its text.
  case time(String)
  /// The offset from UTC is none; holds its text.
  case offset(String)
  /// The position is incomplete or no position.
  case position
  /// The receiver says that its position is not valid, or states none but zeros.
  case positionVoid
  /// The position is in other coordinates than WGS 84; holds their name.
  case datum(String)
  /// The direction is no direction.
  case direction

  /// The problem as a sentence for people.
  public var message: LocalizedText {
    switch self {
    case .cutShort:
      LocalizedText(
        zh: "文件不完整，照片的结尾缺失；请重新复制原文件。",
        en: "The file ends before the picture does; copy the original again.")
    case .exifUnreadable:
      LocalizedText(
        zh: "照片的 EXIF 信息无法读取。", en: "The photo's EXIF data cannot be read.")
    case .time(let text):
      LocalizedText(
        zh: "照片的拍摄时间“\(text)”不是时间。", en: "The photo's time taken, “\(text)”, is no time.")
    case .offset(let text):
      LocalizedText(
        zh: "照片的时区“\(text)”无效，按 +08:00 处理。",
        en: "The photo's offset from UTC, “\(text)”, is none; +08:00 is taken.")
    case .position:
      LocalizedText(
        zh: "照片的位置不完整或无效。", en: "The photo's position is incomplete or not valid.")
    case .positionVoid:
      LocalizedText(
        zh: "照片的位置无效：拍摄时没有定位。",
        en: "The photo's position is void: the camera had no fix.")
    case .datum(let name):
      LocalizedText(
        zh: "照片的位置不是 WGS-84，而是“\(name)”，没有采用。",
        en: "The photo's position is not in WGS 84 but in “\(name)”; it is not used.")
    case .direction:
      LocalizedText(
        zh: "照片的拍摄方向无效。", en: "The photo's direction is not valid.")
    }
  }
}
