import Foundation

/// The terminal on which a person reads what the program says.
enum Terminal {
  /// What a terminal has that does not say how wide it is.
  private static let usual = 80
  /// Narrower ones are written to as if they had this many columns: less holds no label.
  private static let least = 24

  /// How many columns it has: as it says, else as the variable `COLUMNS` says, else 80.
  static var columns: Int {
    var size = winsize()
    if ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return max(Int(size.ws_col), least)
    }
    let stated = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
    return max(stated ?? usual, least)
  }
}
