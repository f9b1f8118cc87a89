import Testing

@testable import CensusCommands

@Suite("Lines that a person types")
struct LineTests {
  @Test(
    "Commands are the same from a Chinese keyboard",
    arguments: [
      (["", ""], AnswerCommand.keep), (["-", "－"], .clear), (["<", "《"], .back),
      ([".", "。"], .leave), (["?", "？"], .help), (["!", "！"], .faults),
      (["/lon", "／ lon"], .jump("lon")),
    ])
  func commands(_ lines: [String], _ command: AnswerCommand) {
    for line in lines { #expect(AnswerCommand(line) == command) }
  }

  @Test("What only begins like a command is an answer", arguments: ["/", "-5", "..", "?a", "<5"])
  func answers(_ line: String) {
    #expect(AnswerCommand(line) == .answer(line))
  }

  @Test(
    "Rows are added, changed, removed and copied by their number",
    arguments: [
      ("+", RowCommand.add), ("＋", .add), ("2", .edit(2)), ("-2", .remove(2)), ("－２", .remove(2)),
      ("c2", .copy(2)), ("C 2", nil), ("0", nil), ("c", nil), ("-", nil), ("--2", nil), ("2a", nil),
    ] as [(String, RowCommand?)])
  func rows(_ line: String, _ command: RowCommand?) {
    #expect(RowCommand(line) == command)
  }

  @Test(
    "Paths are read as a shell reads them, or as a file manager drops them",
    arguments: [
      ("a.jpg b.jpg", ["a.jpg", "b.jpg"]), (#"'/家/照片 1.jpg' b"#, ["/家/照片 1.jpg", "b"]),
      (#"/a/photo\ 1.jpg"#, ["/a/photo 1.jpg"]), (#""x \"y\" \z""#, [#"x "y" \z"#]),
      ("~/a ~", ["/home/li/a", "/home/li"]), ("a~b '~/c'", ["a~b", "~/c"]),
      (#"'it'\''s'"#, ["it's"]), ("file:///a/%E7%85%A7%201.jpg", ["/a/照 1.jpg"]), ("  ", []),
    ])
  func paths(_ line: String, _ words: [String]) {
    #expect(PathWords.split(line, home: "/home/li") == words)
  }
}
