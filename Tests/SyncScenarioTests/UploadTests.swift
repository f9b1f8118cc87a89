import CensusAPI
import CensusDomain
import CensusFiles
import CensusHub
import CensusServer
import CensusTestSupport
import Foundation
import Testing

/// The central as a server of tus 1.0.0, over its own routes.
@Suite struct UploadTests {
  private struct Client {
    let scene: PhotoScene
    let transport: InProcessTransport

    init() async throws {
      scene = try PhotoScene()
      let device = try await scene.world.device("王强")
      transport = InProcessTransport(hub: scene.world.hub, token: device.token)
    }

    func send(
      _ method: String, _ path: String, _ fields: [String: String] = [:], _ body: [UInt8]? = nil
    ) async throws -> HTTPReply {
      var headers = fields
      headers["Tus-Resumable"] = headers["Tus-Resumable"] ?? "1.0.0"
      if body != nil { headers["Content-Type"] = "application/offset+octet-stream" }
      let reply = try await transport.send(
        HTTPCall(
          method: method, path: path, headers: headers.map { (name: $0.key, value: $0.value) },
          body: body))
      #expect(reply.headers["tus-resumable"] == "1.0.0")
      return reply
    }

    func create(_ hash: ContentHash, _ size: Int) async throws -> HTTPReply {
      let name = Data(hash.description.utf8).base64EncodedString()
      return try await send(
        "POST", "/v1/attachments",
        ["Upload-Length": "\(size)", "Upload-Metadata": "filename eA==,sha256 \(name)"])
    }

    func begin(_ photo: [UInt8]) async throws -> String {
      let reply = try await create(ContentHash.sha256(of: photo), photo.count)
      #expect(reply.status == 201)
      return try #require(reply.headers["location"])
    }

    func patch(
      _ path: String, _ offset: Int, _ body: [UInt8], _ fields: [String: String] = [:]
    ) async throws -> HTTPReply {
      try await send(
        "PATCH", path, fields.merging(["Upload-Offset": "\(offset)"]) { $1 }, body)
    }

    func offset(_ path: String) async throws -> String? {
      try await send("HEAD", path).headers["upload-offset"]
    }

    /// Begins to write as a request does whose rest has not come yet.
    func writer(_ path: String, checksumOf part: [UInt8]? = nil) async throws -> UploadWriter {
      let device = try #require(
        try await Operations.listDevices.call(LedgerQuery(), at: scene.world.coordinator)
          .devices.first?.device)
      let caller = Caller(
        name: "王强", role: .surveyor, region: RegionCode("130205"), device: device)
      let id = try #require(UniqueID(String(path.split(separator: "/").last ?? "")))
      return try scene.world.hub.write(
        id, at: 0, checksum: part.flatMap { UploadChecksum(UploadChecksum.field(for: $0)) },
        by: caller)
    }
  }

  private let photo = PhotoScene.bytes(1000, seed: 5)

  @Test func `a file goes up in parts and is then held under its hash`() async throws {
    let client = try await Client()
    let path = try await client.begin(photo)
    #expect(try await client.offset(path) == "0")
    let first = try await client.patch(path, 0, Array(photo[..<600]))
    #expect(first.status == 204 && first.headers["upload-offset"] == "600")
    #expect(first.headers["upload-expires"]?.hasSuffix("GMT") == true)
    #expect(try await client.patch(path, 600, Array(photo[600...])).status == 204)
    let hash = ContentHash.sha256(of: photo)
    #expect(try client.scene.central.verify(hash))

    let again = try await client.create(hash, photo.count)
    #expect(again.status == 201 && again.headers["upload-offset"] == "1000")
  }

  @Test func `what the server can is told, and another version is refused`() async throws {
    let client = try await Client()
    let told = try await client.send("OPTIONS", "/v1/attachments")
    #expect(told.status == 204 && told.headers["tus-version"] == "1.0.0")
    #expect(told.headers["tus-checksum-algorithm"] == "sha1,sha256")
    #expect(told.headers["tus-max-size"] == "\(ProtocolLimits.maximumAttachmentBytes)")
    let path = try await client.begin(photo)
    let old = try await client.send("HEAD", path, ["Tus-Resumable": "0.2.2"])
    #expect(old.status == 412 && old.headers["tus-version"] == "1.0.0")
  }

  @Test func `a part with a wrong checksum or at a wrong place changes nothing`() async throws {
    let client = try await Client()
    let path = try await client.begin(photo)
    let part = Array(photo[..<500])
    let sum = UploadChecksum.field(for: part)
    #expect(
      try await client.patch(path, 0, Array(photo[1..<501]), ["Upload-Checksum": sum]).status
        == 460)
    #expect(try await client.offset(path) == "0")
    #expect(try await client.patch(path, 7, part).status == 409)
    #expect(try await client.patch(path, 0, part, ["Upload-Checksum": "md4 AA=="]).status == 400)
    #expect(try await client.patch(path, 0, photo + [0]).status == 413)
    #expect(try await client.offset(path) == "0")
    #expect(try await client.patch(path, 0, part, ["Upload-Checksum": sum]).status == 204)
    let sha1 = "sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0="  // of "hello world"
    #expect(
      try await client.patch(path, 500, Array(photo[500...]), ["Upload-Checksum": sha1]).status
        == 460)
    #expect(try await client.patch(path, 500, Array(photo[500...])).status == 204)
  }

  @Test func `a whole with another hash than declared is thrown away and named`() async throws {
    let client = try await Client()
    let path = try await client.begin(photo)
    let reply = try await client.patch(path, 0, PhotoScene.bytes(1000, seed: 6))
    #expect(reply.status == 460)
    #expect(
      String(decoding: reply.body, as: UTF8.self)
        .contains(ContentHash.sha256(of: photo).description))
    #expect(try await client.send("HEAD", path).status == 404)
    #expect(try client.scene.central.all().isEmpty)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: client.scene.central.incoming) == [])
  }

  @Test func `an upload ends by DELETE, and by nobody going on with it`() async throws {
    let client = try await Client()
    let path = try await client.begin(photo)
    #expect(try await client.send("DELETE", path).status == 204)
    #expect(try await client.send("HEAD", path).status == 404)

    let second = try await client.begin(photo)
    client.scene.world.clock.advance(milliseconds: ProtocolLimits.uploadLifetime + 1)
    #expect(try await client.send("HEAD", second).status == 410)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: client.scene.central.incoming) == [])
  }

  @Test func `a request whose part is whole closes the upload to one whose connection broke`()
    async throws
  {
    let client = try await Client()
    let path = try await client.begin(photo)
    let earlier = try await client.writer(path)
    try earlier.append(Array(photo[..<100]))

    #expect(try await client.patch(path, 0, photo).status == 204)

    #expect(throws: UploadFailure.self) { try earlier.append(Array(photo[100...])) }
    #expect(throws: UploadFailure.self) { try earlier.cut() }
    #expect(throws: UploadFailure.self) { try earlier.finish() }
    earlier.release()
    #expect(try client.scene.central.verify(ContentHash.sha256(of: photo)))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: client.scene.central.incoming) == [])
  }

  @Test func `a broken request that is looked at last does not send the later one away`()
    async throws
  {
    let client = try await Client()
    let path = try await client.begin(photo)
    let later = try await client.writer(path, checksumOf: photo)
    try later.append(Array(photo[..<700]))
    let broken = try await client.writer(path, checksumOf: photo)
    try broken.append(Array(photo[..<100]))
    try broken.cut()
    #expect(try await client.offset(path) == "0")

    try later.append(Array(photo[700...]))
    #expect(try later.finish().isComplete)
    #expect(try client.scene.central.verify(ContentHash.sha256(of: photo)))
  }

  @Test func `a part that is cut does not count while a later request is on its way`() async throws
  {
    let client = try await Client()
    let path = try await client.begin(photo)
    let earlier = try await client.writer(path)
    try earlier.append(Array(photo[..<400]))
    let later = try await client.writer(path)
    try later.append(Array(photo[..<100]))
    try earlier.cut()
    #expect(try await client.offset(path) == "0")
    try later.cut()
    #expect(try await client.offset(path) == "100")
    #expect(throws: UploadFailure.self) { try later.append([0]) }
  }

  @Test func `of requests that end at the same time each byte counts once`() async throws {
    for seed in 0..<20 {
      let client = try await Client()
      let bytes = PhotoScene.bytes(5000, seed: UInt64(500 + seed))
      let path = try await client.begin(bytes)
      let statuses = await withTaskGroup(of: Int.self) { group in
        for _ in 0..<4 {
          group.addTask {
            (try? await client.patch(path, 0, Array(bytes[..<3000])).status) ?? 0
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.contains(204) && statuses.allSatisfy { [204, 409, 423].contains($0) })
      #expect(statuses.count { $0 == 204 } == 1)
      #expect(try await client.offset(path) == "3000")
      #expect(try await client.patch(path, 3000, Array(bytes[3000...])).status == 204)
      #expect(try client.scene.central.verify(ContentHash.sha256(of: bytes)))
    }
  }

  @Test func `what an overtaken request wrote does not count`() async throws {
    let client = try await Client()
    let path = try await client.begin(photo)
    let earlier = try await client.writer(path)
    try earlier.append([UInt8](repeating: 0, count: 500))

    let half = Array(photo[..<300])
    #expect(try await client.patch(path, 0, half).status == 204)
    #expect(throws: UploadFailure.self) { try earlier.append([0]) }

    #expect(try await client.offset(path) == "300")
    #expect(try await client.patch(path, 300, Array(photo[300...])).status == 204)
    #expect(try client.scene.central.verify(ContentHash.sha256(of: photo)))
  }

  @Test func `an upload that is written to ends by DELETE`() async throws {
    let client = try await Client()
    let path = try await client.begin(photo)
    let earlier = try await client.writer(path)
    #expect(try await client.send("DELETE", path).status == 204)
    #expect(throws: UploadFailure.self) { try earlier.append(photo) }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: client.scene.central.incoming) == [])
  }

  @Test func `nobody goes on with the upload of another`() async throws {
    let client = try await Client()
    let path = try await client.begin(photo)
    let earlier = try await client.writer(path)
    let id = try #require(UniqueID(String(path.split(separator: "/").last ?? "")))
    let stranger = Caller(
      name: "李娜", role: .surveyor, region: RegionCode("130205"),
      device: UniqueID(high: 7, low: 7))
    #expect(throws: UploadFailure.self) {
      try client.scene.world.hub.write(id, at: 0, checksum: nil, by: stranger)
    }
    #expect(throws: UploadFailure.self) {
      try client.scene.world.hub.terminateUpload(id, by: stranger)
    }
    try earlier.append(photo)
    #expect(try earlier.finish().isComplete)
  }

  @Test func `a part that is cut keeps what arrived where no checksum was stated`() async throws {
    let client = try await Client()
    let path = try await client.begin(photo)
    let call = HTTPCall(
      method: "PATCH", path: path,
      headers: [
        (name: "Tus-Resumable", value: "1.0.0"), (name: "Upload-Offset", value: "0"),
        (name: "Content-Type", value: "application/offset+octet-stream"),
      ], body: photo)
    await #expect(throws: TransportFailure.self) {
      try await client.transport.send(call, cutAfter: 321)
    }
    #expect(try await client.offset(path) == "321")
    #expect(try await client.patch(path, 321, Array(photo[321...])).status == 204)
    #expect(try client.scene.central.verify(ContentHash.sha256(of: photo)))
  }

  @Test func `bounds hold: size, open uploads, whose upload it is`() async throws {
    let client = try await Client()
    let hash = ContentHash.sha256(of: photo)
    let tooLarge = Int(ProtocolLimits.maximumAttachmentBytes) + 1
    #expect(try await client.create(hash, tooLarge).status == 413)
    #expect(try await client.create(hash, 0).status == 400)
    #expect(try await client.send("POST", "/v1/attachments", ["Upload-Length": "5"]).status == 400)
    let path = try await client.begin(photo)
    let other = try await client.scene.world.device("李娜")
    let stranger = InProcessTransport(hub: client.scene.world.hub, token: other.token)
    let asked = try await stranger.send(
      HTTPCall(
        method: "HEAD", path: path, headers: [(name: "Tus-Resumable", value: "1.0.0")]))
    #expect(asked.status == 404)
    for number in 1..<ProtocolLimits.maximumOpenUploads {
      _ = try await client.begin(PhotoScene.bytes(10, seed: UInt64(100 + number)))
    }
    #expect(try await client.create(ContentHash.sha256(of: [1]), 1).status == 429)
  }

  @Test func `a file is given to whom its entry concerns, as a download`() async throws {
    let scene = try PhotoScene()
    let (device, _, hashes) = try await scene.device("李娜", photos: [photo])
    try await scene.world.sync(device)
    let path = "/v1/attachments/by-hash/\(hashes[0])"
    let transport = InProcessTransport(hub: scene.world.hub, token: device.token)
    let reply = try await transport.send(HTTPCall(method: "GET", path: path))
    #expect(reply.status == 200 && reply.body == photo)
    #expect(reply.headers["x-content-type-options"] == "nosniff")
    #expect(reply.headers["content-disposition"]?.hasPrefix("attachment") == true)
    #expect(reply.headers["content-security-policy"]?.hasPrefix("sandbox") == true)
    let unknown = "/v1/attachments/by-hash/\(ContentHash.zero)"
    #expect(try await transport.send(HTTPCall(method: "GET", path: unknown)).status == 404)
  }
}
