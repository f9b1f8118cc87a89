import Foundation
import Testing

/// A central and its devices, over the built program.
extension BuiltProgram {
  /// Makes a central's store without an inventory.
  func makeCentral(_ central: String) throws {
    let outcome = try run([
      "central", "init", "--store", central, "--district", "130205", "--name", "开平区",
    ])
    try #require(outcome.status == 0, "\(outcome.talk)")
  }

  /// Makes a device's store, enrols it at `central`, and gives its token.
  func enrol(_ surveyor: String, _ device: String, at central: String) throws -> String {
    let made = try run([
      "init", "--store", device, "--district", "130205", "--surveyor", surveyor, "--format", "json",
    ])
    let added = try run([
      "central", "device", "add", try member("device", of: made.output), "--surveyor", surveyor,
      "--region", "130205", "--store", central, "--format", "json",
    ])
    return try member("token", of: added.output)
  }

  /// Serves `central` on a free port while `body` runs, which gets its address.
  func serve(_ central: String, _ body: (String) throws -> Void) throws {
    let server = try start(["central", "serve", "--store", central, "--port", "0"])
    defer { server.process.waitUntilExit() }
    // Its first line of output is the address; an end of file means that it did not start.
    var line = Data()
    while let byte = try server.output.read(upToCount: 1), !byte.isEmpty, byte != Data("\n".utf8) {
      line.append(byte)
    }
    let address = String(decoding: line, as: UTF8.self)
    defer { server.process.terminate() }
    try #require(address.hasPrefix("http://127.0.0.1:"), "\(address)")
    try body(address)
  }

  /// A JSON object that was printed.
  func object(_ json: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  /// A list of JSON objects that was printed.
  func list(_ json: String) throws -> [[String: Any]] {
    try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
  }

  /// A text in a JSON object that was printed.
  func member(_ name: String, of json: String) throws -> String {
    try #require(try object(json)[name] as? String)
  }
}
