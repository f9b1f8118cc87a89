import CensusDomain

extension Fen {
  /// The amount in yuan with two places and groups of three digits, such as `45,000.00`.
  var groupedYuan: String {
    let plain = yuan
    let sign = plain.hasPrefix("-") ? "-" : ""
    let whole = plain.dropFirst(sign.count).dropLast(3)
    var grouped = ""
    for (position, digit) in whole.enumerated() {
      if position > 0, (whole.count - position) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return sign + grouped + plain.suffix(3)
  }
}
