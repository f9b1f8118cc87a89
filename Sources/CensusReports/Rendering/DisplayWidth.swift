import CTerminal
import Glibc

/// How many columns of a terminal a text takes.
public enum DisplayWidth {
  /// The columns of `text`, as the C library counts them (wcwidth) and with it most terminals: two for
  /// wide characters, none for combining ones, else one.
  public static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    // The process's own locale may be “C”, which knows ASCII only; the thread's is lent and given back.
    guard let utf8 else { return text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } }
    let former = uselocale(utf8)
    defer { uselocale(former) }
    return text.unicodeScalars.reduce(0) { columns, scalar in
      // What is not printable, -1, counts one: ``printable(_:)`` makes a space of it.
      let width = wcwidth(wchar_t(bitPattern: scalar.value))
      return columns + (width < 0 ? 1 : Int(width))
    }
  }

  /// `text` without what would break a table or drive a terminal.
  ///
  /// Control characters become spaces; bidirectional controls (UAX #9, section 2) vanish, since they
  /// could show a name in another order than it is stored.
  public static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: result.append(" ")
      case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The character classes of Unicode; nil on a system without Debian's C.UTF-8, where whatever is not
  /// ASCII counts two, so that nothing gets too wide.
  // Safe: a locale is made once, is never changed or freed, and threads may share it (newlocale(3)).
  private nonisolated(unsafe) static let utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
}
