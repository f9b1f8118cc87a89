import CZip
import CensusBundles
import CensusDomain
import CensusStore
import CensusTestSupport
import Foundation
import Testing

/// Bundles in which somebody replaced a part, with a ZIP's own sums made anew.
@Suite struct ReplacedPartTests {
  @Test func `a part that somebody replaced is refused, and nothing is taken in`() async throws {
    let scene = try BundleScene()
    let device = try await scene.device("李娜")
    let contents = try SampleData.fireSources(5)
    try device.record(contents[..<3])
    let colleague = try await scene.device("张伟")
    try colleague.record(contents[3...])
    try await scene.world.sync(colleague)

    let out = try scene.export(device, to: "out.zip").path
    for path in try changed(out, in: scene) {
      let refusal = #expect(throws: CensusError.self) { try scene.take(path) }
      #expect(refusal?.code == .invalidData)
    }
    #expect(try await scene.world.entries().count == 2)
    try scene.take(out)

    let back = try scene.receipts(for: device, to: "back.zip")
    let forged = try changed(back, in: scene)
    #expect(forged.count >= 2)
    for path in forged {
      let refusal = #expect(throws: CensusError.self) { try scene.take(path, on: device) }
      #expect(refusal?.code == .invalidData)
    }
    #expect(try device.store.unsent().count == 3)
    #expect(try device.store.cursor() == 0)
    try scene.take(back, on: device)
    #expect(try device.store.unsent().count == 0)
  }

  /// Copies of the bundle at `path`, each with another part changed.
  private func changed(_ path: String, in scene: BundleScene) throws -> [String] {
    let whole = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    return try BundleReader(path: path).manifest.parts.map { part in
      let copy = try scene.photos.file(whole)
      try changeDigit(in: part.path, size: Int(part.size), of: copy)
      return copy
    }
  }

  /// Changes the last digit of a packed file, or its last byte where it has none.
  private func changeDigit(in file: String, size: Int, of path: String) throws {
    var code: Int32 = 0
    let archive = try #require(zip_open(path, 0, &code))
    let index = zip_name_locate(archive, file, 0)
    let opened = try #require(zip_fopen_index(archive, zip_uint64_t(index), 0))
    // The library frees it once it has written it.
    let bytes = try #require(malloc(size)).bindMemory(to: UInt8.self, capacity: size)
    #expect(zip_fread(opened, bytes, zip_uint64_t(size)) == zip_int64_t(size))
    zip_fclose(opened)
    let place = (0..<size).last { (48...57).contains(bytes[$0]) } ?? size - 1
    bytes[place] ^= 1
    let source = try #require(zip_source_buffer(archive, bytes, zip_uint64_t(size), 1))
    #expect(zip_file_replace(archive, zip_uint64_t(index), source, 0) == 0)
    #expect(zip_close(archive) == 0)
  }
}
