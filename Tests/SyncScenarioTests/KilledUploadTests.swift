import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusFiles
import CensusForms
import CensusHub
import CensusTestSupport
import Foundation
import Testing

/// A central that is killed while a photo arrives, and opened again.
@Suite struct KilledUploadTests {
  private let caller = Caller(name: "周敏", role: .coordinator, region: RegionCode("130205"))
  private let photo = PhotoScene.bytes(1000, seed: 11)
  private var hash: ContentHash { ContentHash.sha256(of: photo) }

  /// A central's folder, gone afterwards.
  private final class Place {
    let folder = NSTemporaryDirectory() + "hazcensus-killed-upload-\(UUID().uuidString)"
    var files: AttachmentFolder { AttachmentFolder(store: folder) }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func create() throws -> Hub {
      try Hub.create(
        folder: folder, district: try #require(RegionCode("130205")), districtName: "开平区")
    }

    /// Opens it as `central serve` does.
    func open() throws -> Hub {
      let hub = try Hub.open(folder: folder, forms: FormCatalogue.builtIn())
      try hub.reconcileAttachments()
      return hub
    }
  }

  /// Begins an upload and confirms its first 400 bytes; then writes 300 that nobody confirms.
  private func beginAndDie(_ place: Place) throws -> UniqueID {
    let hub = try place.create()
    let upload = try hub.beginUpload(of: hash, size: 1000, by: caller)
    let first = try hub.write(upload.id, at: 0, checksum: nil, by: caller)
    try first.append(Array(photo[..<400]))
    #expect(try first.finish().received == 400)
    let second = try hub.write(upload.id, at: 400, checksum: nil, by: caller)
    try second.append(Array(photo[400..<700]))
    return upload.id
  }

  @Test func `what was confirmed stays, what was not is written again`() throws {
    let place = Place()
    let id = try beginAndDie(place)
    let hub = try place.open()
    #expect(try hub.upload(id, by: caller).received == 400)
    #expect(try hub.beginUpload(of: hash, size: 1000, by: caller).id == id)
    let rest = try hub.write(id, at: 400, checksum: nil, by: caller)
    try rest.append(Array(photo[400...]))
    #expect(try rest.finish().isComplete)
    #expect(try place.files.verify(hash))
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.files.incoming).isEmpty)
  }

  @Test func `killed when the file had its name and no note told of it, it is held`() throws {
    let place = Place()
    let id = try beginAndDie(place)
    let whole = place.folder + "/whole"
    try Data(photo).write(to: URL(fileURLWithPath: whole))
    _ = try place.files.add(copying: whole)
    let hub = try place.open()
    #expect(try hub.upload(id, by: caller).isComplete)
    #expect(try hub.beginUpload(of: hash, size: 1000, by: caller).isComplete)
  }

  @Test func `what was received and is gone from the disk begins anew`() throws {
    let place = Place()
    let id = try beginAndDie(place)
    for name in try FileManager.default.contentsOfDirectory(atPath: place.files.incoming) {
      try FileManager.default.removeItem(atPath: place.files.incoming + "/" + name)
    }
    let hub = try place.open()
    let again = try hub.beginUpload(of: hash, size: 1000, by: caller)
    #expect(again.id != id && again.received == 0)
    let all = try hub.write(again.id, at: 0, checksum: nil, by: caller)
    try all.append(photo)
    #expect(try all.finish().isComplete && place.files.verify(hash))
  }
}
