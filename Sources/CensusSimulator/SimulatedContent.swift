import CensusAPI
import CensusDomain
import CensusTestSupport
import Foundation

/// What a simulated surveyor writes into an entry: an object, a township and a few fields that change.
struct SimulatedContent: Hashable, Sendable {
  var object: String
  var town: String
  var remark: String
  var manager: String
  var phone: String

  /// The file of the one photo that all entries declare: without it none passes a review.
  static let photo = Array("a photo".utf8)

  /// A new entry's content.
  init(
    object: String, town: String, remark: String = "a", manager: String = "b",
    phone: String = "0315-1000000"
  ) {
    self.object = object
    self.town = town
    self.remark = remark
    self.manager = manager
    self.phone = phone
  }

  /// The content's JSON, made from one of the project's sample entries.
  func json() throws -> [UInt8] { Array(try SimulatedContent.template.get().filled(self).utf8) }

  /// The content changed in one field.
  func changed(_ random: inout SimulationRandom) -> SimulatedContent {
    var copy = self
    let word = "w\(random.below(1000))"
    switch random.below(3) {
    case 0: copy.remark = word
    case 1: copy.manager = word
    default: copy.phone = "0315-\(1_000_000 + random.below(1000))"
    }
    return copy
  }

  /// What a record holds, read by another reader than the program's; nil where it is not an entry.
  init?(record: [UInt8]) {
    guard
      let root = try? JSONSerialization.jsonObject(with: Data(record)) as? [String: Any],
      let content = root["content"] as? [String: Any],
      let object = content["objectCode"] as? String, let town = content["townCode"] as? String,
      let remark = content["remark"] as? String, let manager = content["manager"] as? String,
      let phone = content["mgrPhone"] as? String
    else { return nil }
    self.init(object: object, town: town, remark: remark, manager: manager, phone: phone)
  }

  private struct Template: Sendable {
    let text: String

    func filled(_ content: SimulatedContent) -> String {
      text.replacing("@object@", with: content.object).replacing("@town@", with: content.town)
        .replacing("@remark@", with: content.remark).replacing("@manager@", with: content.manager)
        .replacing("@phone@", with: content.phone)
        .replacing("@county@", with: content.town.prefix(6))
    }
  }

  private static let template = Result { () throws -> Template in
    guard let sample = try SampleData.fireSources(1).first else {
      throw CensusError(.software, zh: "没有示例记录。", en: "There is no sample entry.")
    }
    var text = String(decoding: sample, as: UTF8.self)
    for (pattern, value) in [
      ("objectCode", "@object@"), ("townCode", "@town@"), ("manager", "@manager@"),
      ("mgrPhone", "@phone@"), ("countyCode", "@county@"),
    ] {
      let field = try Regex("\"\(pattern)\":\"[^\"]*\"")
      text = text.replacing(field, with: "\"\(pattern)\":\"\(value)\"")
    }
    text = text.replacing(#/"remark":"[^"]*",?/#, with: "")
    text = text.replacing(
      #/"sha256":"[0-9a-f]*"/#, with: "\"sha256\":\"\(ContentHash.sha256(of: photo))\"")
    return Template(text: #"{"remark":"@remark@","# + text.dropFirst())
  }
}
