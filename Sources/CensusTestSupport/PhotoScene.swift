import CensusDomain
import CensusFiles
import CensusStore
import Foundation

/// Folders of a central and of devices with photos in them, gone afterwards.
public final class PhotoScene: Sendable {
  /// The folder of all.
  public let root: String
  /// The world, whose central keeps attachments.
  public let world: CensusWorld
  /// The central's attachments.
  public let central: AttachmentFolder

  /// Makes the folders.
  ///
  /// - Throws: ``CensusError`` or what the disk said.
  public init() throws {
    root = NSTemporaryDirectory() + "hazcensus-photos-\(UUID().uuidString)"
    central = try PhotoScene.folder("central", in: root)
    world = try CensusWorld(attachments: central)
  }

  /// A folder for another central's attachments.
  ///
  /// - Throws: what the disk said.
  public func folder(_ name: String) throws -> AttachmentFolder {
    try PhotoScene.folder(name, in: root)
  }

  private static func folder(_ name: String, in root: String) throws -> AttachmentFolder {
    let folder = root + "/" + name
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return AttachmentFolder(store: folder)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// Bytes that look like nothing, the same for the same seed.
  public static func bytes(_ count: Int, seed: UInt64) -> [UInt8] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<count).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return UInt8(truncatingIfNeeded: state)
    }
  }

  /// Writes a file.
  ///
  /// - Throws: what the disk said.
  public func file(_ bytes: [UInt8], _ name: String = UUID().uuidString) throws -> String {
    let path = root + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// A device with one final entry for each photo; the photo's file is in its store.
  ///
  /// - Throws: ``CensusError`` from the store or the central.
  public func device(
    _ surveyor: String, photos: [[UInt8]], skipping: Int = 0
  ) async throws -> (device: CensusWorld.Device, entries: [UniqueID], hashes: [ContentHash]) {
    let device = try await world.device(surveyor, folder: "\(root)/\(surveyor)")
    let samples = try SampleData.fireSources(skipping + photos.count).dropFirst(skipping)
    var entries: [UniqueID] = []
    var hashes: [ContentHash] = []
    for (content, photo) in zip(samples, photos) {
      let (entry, hash) = try record(content, with: photo, on: device)
      entries.append(entry)
      hashes.append(hash)
    }
    return (device, entries, hashes)
  }

  /// Records a final entry of `content` whose photo is `photo`, with the file in the device's store.
  ///
  /// - Throws: ``CensusError`` from the store.
  public func record(
    _ content: [UInt8], with photo: [UInt8], on device: CensusWorld.Device
  ) throws -> (entry: UniqueID, hash: ContentHash) {
    guard let folder = device.store.attachments else {
      throw CensusError(.software, zh: "设备没有文件夹。", en: "The device has no folder.")
    }
    let stored = try folder.add(copying: try file(photo))
    let named = String(decoding: content, as: UTF8.self).replacing(
      /"sha256":"[0-9a-f]{64}"/, with: #""sha256":"\#(stored.hash)""#)
    guard let entry = try device.record([Array(named.utf8)]).first else {
      throw CensusError(.software, zh: "没有记录。", en: "Nothing was recorded.")
    }
    return (entry, stored.hash)
  }
}
