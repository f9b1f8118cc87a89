import CensusDomain
import CensusJSON
import Foundation
import Logging

/// Writes each log event as one line of JSON on standard error.
struct JSONLogHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .info

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("time")
    writer.string(SystemClock().now().iso8601)
    writer.key("level")
    writer.string(event.level.rawValue)
    writer.key("message")
    writer.string("\(event.message)")
    let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
    for (name, value) in all.sorted(by: { $0.key < $1.key }) {
      writer.key(name)
      writer.string("\(value)")
    }
    writer.endObject()
    Console.write(String(decoding: writer.bytes, as: UTF8.self) + "\n", to: .standardError)
  }
}
