import CensusAPI
import CensusDomain
import CensusJSON
import Testing

@Suite("Lines of a batch")
struct BatchLineTests {
  private func line(_ record: [UInt8], hash: ContentHash? = nil) -> [UInt8] {
    var body: [UInt8] = []
    record.withUnsafeBytes {
      BatchLine.append(hash: hash ?? .sha256(of: record), record: $0, to: &body)
    }
    return body
  }

  private func read(_ line: [UInt8]) throws -> (hash: ContentHash, revision: [UInt8]) {
    try JSONParser().withDocument(line) { node in
      let (hash, revision) = try BatchLine.read(node)
      return (hash, Array(revision.raw))
    }
  }

  @Test("A record travels with its exact bytes and its hash")
  func roundTrip() throws {
    let record = Samples.bytes(Samples.envelope())
    let body = line(record)
    #expect(body.last == UInt8(ascii: "\n"))
    let (hash, revision) = try read(Array(body.dropLast()))
    #expect(hash == ContentHash.sha256(of: record))
    #expect(revision == record)
  }

  @Test("A record that does not agree with its hash is refused")
  func mismatch() throws {
    let record = Samples.bytes(Samples.envelope())
    let body = line(record, hash: .sha256(of: "another"))
    let error = try #require(throws: CensusError.self) { try read(Array(body.dropLast())) }
    #expect(error.code == .invalidData)
  }

  @Test("White space that was added on the way breaks the hash, though the JSON means the same")
  func reformatted() {
    let record = Samples.bytes(Samples.envelope())
    let text = String(decoding: line(record).dropLast(), as: UTF8.self)
    let spaced = text.replacing(#""v":1"#, with: #""v": 1"#)
    #expect(spaced != text)
    #expect(throws: CensusError.self) { try read(Array(spaced.utf8)) }
  }

  @Test(
    "Anything else is no line",
    arguments: [
      "[]", "{}", "null", #"{"hash":"00","revision":{}}"#, #"{"revision":{}}"#,
      #"{"hash":5,"revision":{}}"#,
      #"{"hash":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}"#,
      #"{"hash":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","revision":""}"#,
    ])
  func refuses(_ text: String) throws {
    let error = try #require(throws: CensusError.self) { try read(Array(text.utf8)) }
    #expect(error.code == .invalidData)
  }

  @Test(
    "A body is cut at line feeds, and empty lines are passed over",
    arguments: [
      ("", []), ("\n\n", []), ("a", ["a"]), ("a\nb", ["a", "b"]), ("a\n\nb\n", ["a", "b"]),
      ("\na", ["a"]),
    ])
  func splits(_ body: String, _ lines: [String]) {
    Array(body.utf8).withUnsafeBytes { bytes in
      let found = LineSplitter(bytes).map { String(decoding: $0, as: UTF8.self) }
      #expect(found == lines)
    }
  }
}
