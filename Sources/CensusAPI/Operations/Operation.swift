import CensusDomain
import Foundation

/// A named use case of a central, with the types of what goes in and what comes out.
///
/// The same table of operations serves the command line on the central's own machine and the HTTP
/// route `POST /v1/operations/NAME`, so that both have the same rules.
public struct Operation<Input: Codable & Sendable, Output: Codable & Sendable>: Sendable {
  /// The name in the route.
  public let name: String

  /// Names an operation.
  public init(_ name: String) { self.name = name }

  /// Calls the operation at `central`.
  ///
  /// - Throws: ``CensusError`` as the central gave it, or `protocolViolation` for another answer.
  public func call(
    _ input: Input, at central: some CentralAccess
  ) async throws(CensusError) -> Output {
    let answer = try await central.perform(name, try OperationCoding.encode(input))
    return try OperationCoding.decode(Output.self, from: answer)
  }
}

/// Reaches a central's operations, in this process or over the network.
public protocol CentralAccess: Sendable {
  /// Performs the operation called `name` on JSON and returns JSON.
  func perform(_ name: String, _ input: [UInt8]) async throws(CensusError) -> [UInt8]
}

/// The JSON of operations.
public enum OperationCoding {
  /// Writes a value as JSON with sorted keys.
  /// - Throws: ``CensusError`` with code `software`.
  public static func encode(_ value: some Encodable) throws(CensusError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(value))
    } catch {
      throw CensusError(
        .software, zh: "无法写出 JSON：\(error)。", en: "JSON could not be written: \(error).",
        cause: error)
    }
  }

  /// Reads a value from JSON.
  /// - Throws: ``CensusError`` with code `invalidData` naming the member.
  public static func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8]
  ) throws(CensusError) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch {
      throw CensusError(
        .invalidData, zh: "JSON 的内容不符合要求：\(error)。",
        en: "The JSON is not what was expected: \(error).", cause: error)
    }
  }
}
