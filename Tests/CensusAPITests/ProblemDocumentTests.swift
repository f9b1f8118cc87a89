import CensusAPI
import CensusDomain
import Testing

@Suite("Errors as they travel")
struct ProblemDocumentTests {
  private let error = CensusError(
    .conflict, zh: "已有记录。", en: "There is one.",
    remedy: LocalizedText(zh: "请修改。", en: "Mend it."))

  private func reply(_ status: Int, _ type: String?, _ body: [UInt8]) -> HTTPReply {
    HTTPReply(status: status, headers: type.map { ["content-type": $0] } ?? [:], body: body)
  }

  @Test("An error reads back from its document with code, wording and remedy")
  func roundTrip() throws {
    let document = ProblemDocument(error)
    #expect(document.status == 409)
    #expect(document.type == "urn:hazardcensus:problem:conflict")
    #expect(document.title == "There is one.")
    let bytes = try OperationCoding.encode(document)
    for type in [MediaType.problem, MediaType.problem + "; charset=utf-8"] {
      let back = ProblemDocument.error(in: reply(409, type, bytes))
      #expect(back == error)
      #expect(back.remedy == error.remedy)
    }
  }

  @Test(
    "An answer that no central sent says so, and whether trying again may help",
    arguments: [
      (302, CensusError.Code.protocolViolation), (404, .protocolViolation),
      (429, .temporaryFailure), (500, .temporaryFailure), (502, .temporaryFailure),
    ])
  func foreign(_ status: Int, _ code: CensusError.Code) {
    for body in ["", "<html></html>", "{}", #"{"code":"conflict"}"#] {
      for type in [nil, "text/html", MediaType.problem] {
        let found = ProblemDocument.error(in: reply(status, type, Array(body.utf8)))
        #expect(found.code == code)
        #expect(found.message.en.contains("\(status)"))
        #expect(found.remedy != nil)
      }
    }
  }

  @Test("A whole problem under another media type is not believed")
  func wrongType() throws {
    let bytes = try OperationCoding.encode(ProblemDocument(error))
    #expect(ProblemDocument.error(in: reply(409, "text/html", bytes)).code == .protocolViolation)
  }

  @Test("A code of a later version counts as a breach of the protocol, with its wording kept")
  func unknownCode() throws {
    var document = ProblemDocument(error)
    document.code = "somethingNew"
    let bytes = try OperationCoding.encode(document)
    let back = ProblemDocument.error(in: reply(409, MediaType.problem, bytes))
    #expect(back.code == .protocolViolation)
    #expect(back.message == error.message)
  }

  @Test("Each failure of a transport becomes a sentence in both languages")
  func transport() {
    let kinds: [(TransportFailure.Kind, CensusError.Code)] = [
      (.unreachable, .unavailable), (.untrusted, .protocolViolation),
      (.interrupted, .temporaryFailure), (.responseTooLarge, .protocolViolation),
      (.cancelled, .temporaryFailure), (.invalidRequest, .usage),
    ]
    for (kind, code) in kinds {
      let error = TransportFailure(kind, detail: "why").asCensusError
      #expect(error.code == code)
      #expect(!error.message.zh.isEmpty && !error.message.en.isEmpty)
      #expect(error.message.zh != error.message.en)
    }
  }
}
