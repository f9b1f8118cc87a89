import CensusForms
import CensusJSON
import Foundation
import Testing

/// The engine against an independent implementation of JSON Schema; see `Tests/oracle/verdicts.py`.
@Suite("The oracle")
struct OracleTests {
  private static let perForm = 550

  /// Right and wrong entries with the engine's verdicts, as the oracle reads them.
  private func instances() throws -> (lines: [UInt8], count: Int, valid: Int) {
    var bases: [String: [JSONValue]] = [:]
    for code in Project.codes { bases[code] = [try #require(Project.form(code).example)] }
    for path in ["b/entries-b.ndjson", "c/entries-c.ndjson"] {
      for (form, content) in try Project.lines("SampleData/devices/" + path) {
        bases[form, default: []].append(content)
      }
    }
    var lines: [UInt8] = []
    var (count, valid) = (0, 0)
    for (index, code) in Project.codes.enumerated() {
      let form = try Project.form(code)
      let validator = try Project.validator(code)
      let contents = try #require(bases[code])
      var mutator = Mutator(form: form, seed: UInt64(index + 1) * 130_205)
      for number in 0..<Self.perForm {
        let base = contents[number % contents.count]
        // Each fifth is changed within what its fields allow, the others in any way.
        let instance = number % 5 == 0 ? mutator.vary(base) : mutator.mutate(base)
        let bytes = instance.encodedBytes
        let verdict = try JSONParser().withDocument(bytes) { validator.satisfiesSchema($0) }
        var writer = JSONWriter()
        writer.value(["form": .string(code), "verdict": .bool(verdict), "instance": instance])
        lines += writer.bytes + [UInt8(ascii: "\n")]
        count += 1
        valid += verdict ? 1 : 0
      }
    }
    return (lines, count, valid)
  }

  private func run(_ arguments: [String]) throws -> (status: Int32, output: Data, said: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // Read to the end before waiting, or a full pipe would hold both sides.
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    let words = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, answer, String(decoding: words, as: UTF8.self))
  }

  @Test("The engine and an independent validator agree on 20,000 right and wrong entries")
  func agrees() throws {
    let (lines, count, valid) = try instances()
    #expect(count >= 20_000)
    // The comparison means something only with many of both verdicts.
    #expect(valid > count / 10 && valid < count * 9 / 10, "\(valid) of \(count) are valid")
    let file = FileManager.default.temporaryDirectory.appending(
      path: "hazcensus-oracle-\(UUID().uuidString).ndjson")
    try Data(lines).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    func path(_ name: String) -> String {
      Project.root.appending(path: name).path(percentEncoded: false)
    }
    let (status, output, said) = try run([
      path("Tests/oracle/verdicts.py"), path("Schemas/forms"), file.path(percentEncoded: false),
    ])
    try #require(
      status == 0,
      "python3 with the package jsonschema is needed; `make test` installs both. It said: \(said)")
    let answer = try JSONValue.parse(Array(output))
    #expect(answer[member: "compared"]?.int64 == Int64(count))
    #expect(answer[member: "valid"]?.int64 == Int64(valid))
    let mismatches = try #require(answer[member: "mismatches"]?.array)
    #expect(mismatches.isEmpty, "\(mismatches.prefix(5).compactMap(\.string))")
  }
}
