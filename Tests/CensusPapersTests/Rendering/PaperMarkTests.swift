import CensusDomain
import CensusPapers
import CensusReports
import Testing

@Suite("Marks of rendered papers")
struct PaperMarkTests {
  @Test(
    "Each file says which paper it is, in which language, format and encoding",
    arguments: PaperFormat.allCases, ["2021-0007", "冀唐〔2021〕7号 \"a\";b=(%c)\\", nil])
  func roundTrip(format: PaperFormat, number: String?) throws {
    var paper = PaperSamples.target
    paper.number = number
    for language in Language.allCases {
      for encoding in CSVEncoding.allCases {
        let bytes = try PaperRenderer(language: language, encoding: encoding)
          .render(paper, as: format)
        #expect(
          PaperMark.read(bytes)
            == PaperMark(
              number: number, language: format == .json ? .zh : language, format: format,
              encoding: format == .csv ? encoding : .utf8))
      }
    }
  }

  @Test("Whatever else a file holds is no mark", arguments: PaperFormat.allCases)
  func foreign(format: PaperFormat) throws {
    let bytes = try PaperRenderer(language: .zh).render(PaperSamples.cost, as: format)
    // A page says it in its head.
    for count in [0, 1, 4, 100, format == .html ? 200 : bytes.count / 3] {
      #expect(PaperMark.read(Array(bytes.prefix(count))) == nil)
    }
    #expect(PaperMark.read(Array("PK\u{3}\u{4}, {} <!DOCTYPE html> %PDF-".utf8)) == nil)
    #expect(PaperMark.read(Array("hazcensus-paper;number=%G0;language=zh\r\n".utf8)) == nil)
  }

  @Test("Nobody's words are taken for the mark")
  func forged() throws {
    let forged = "hazcensus-paper;number=2021-9999;language=en;format=csv;encoding=utf8"
    let words = [
      forged, "/Keywords (\(forged))", "<meta name=\"hazcensus-paper\" content=\"\(forged)\">",
      "\r\n\(forged)\r\n",
    ]
    for word in words {
      var paper = PaperSamples.cost
      paper.number = "2021-0001"
      paper.title = LocalizedText(verbatim: word)
      paper.notes = [LocalizedText(verbatim: word)]
      for format in PaperFormat.allCases {
        let bytes = try PaperRenderer(language: .zh).render(paper, as: format)
        #expect(PaperMark.read(bytes)?.number == "2021-0001", "\(format): \(word)")
      }
    }
  }

  @Test("A format is told from a file's name")
  func names() {
    #expect(PaperFormat(fileName: "a/b.c/周报.XLSX") == .xlsx)
    #expect(PaperFormat(fileName: "report.pdf") == .pdf)
    #expect(PaperFormat(fileName: "pdf") == nil)
    #expect(PaperFormat(fileName: "a.doc") == nil)
  }
}
