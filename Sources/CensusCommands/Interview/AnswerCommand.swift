/// What a line that a person typed asks for.
enum AnswerCommand: Hashable {
  /// Enter alone: the value is kept, the offer taken, or the field passed over.
  case keep
  case clear
  case back
  case leave
  case help
  case faults
  /// To the field that is called so.
  case jump(String)
  case answer(String)

  /// Reads a line; signs of a Chinese keyboard count as those that they look like.
  init(_ line: String) {
    switch line {
    case "": self = .keep
    case "-", "－", "—": self = .clear
    case "<", "＜", "《", "〈": self = .back
    case ".", "。", "．": self = .leave
    case "?", "？": self = .help
    case "!", "！": self = .faults
    default:
      // A slash alone is how forms on paper say “none”, and stays an answer.
      if let first = line.first, "/／".contains(first),
        line.dropFirst().contains(where: { $0 != " " })
      {
        self = .jump(line.dropFirst().trimmingPrefix(while: { $0 == " " }).description)
      } else {
        self = .answer(line)
      }
    }
  }
}
