import CensusAPI
import CensusDomain
import CensusJSON

/// What the store needs to know of a content without understanding the form.
public struct EntryContent: Sendable {
  /// The content's exact JSON.
  public let bytes: [UInt8]
  /// The survey object's code.
  public let objectCode: String
  /// The township's code.
  public let townCode: String
  /// The attachments that the content declares.
  public let attachments: [ContentHash]

  /// Takes a content that was parsed as `node`.
  public init(_ node: JSONNode) {
    bytes = Array(node.raw)
    objectCode = node[member: "objectCode"]?.string ?? ""
    townCode = node[member: "townCode"]?.string ?? ""
    attachments = DeclaredAttachments.hashes(in: node)
  }

  /// Takes a content's JSON.
  ///
  /// - Throws: ``CensusError`` with code `invalidData` where it is not a JSON object.
  public init(json: [UInt8]) throws(CensusError) {
    do {
      self = try JSONParser().withDocument(json) { node in
        guard node.kind == .object else {
          throw CensusError(
            .invalidData, zh: "记录内容应为 JSON 对象。", en: "An entry's content is a JSON object.")
        }
        return EntryContent(node)
      }
    } catch let error as CensusError {
      throw error
    } catch let error as JSONFailure {
      throw CensusError(.invalidData, error.message)
    } catch {
      throw CensusError(.software, zh: "\(error)", en: "\(error)", cause: error)
    }
  }
}
