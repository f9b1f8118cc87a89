import CensusDomain
import CensusHub
import Foundation
import Synchronization

/// A promise that a storage did not keep.
public struct ContractBreach: Error, CustomStringConvertible {
  /// What does not hold.
  public let description: String
}

/// One storage on trial, and the words to judge it by.
final class ContractBench {
  private let open: CentralStorageContract.Opening
  private var held: (any CentralStorage)?

  init(_ open: @escaping CentralStorageContract.Opening) { self.open = open }

  /// The storage, as it is open now.
  func storage() throws -> any CentralStorage {
    if let held { return held }
    let opened = try open()
    held = opened
    return opened
  }

  /// Lets go of the storage; the next use opens it anew.
  func reopen() { held = nil }

  @discardableResult
  func write<Result>(_ body: (any CentralTransaction) throws -> Result) throws -> Result {
    let storage = try storage()
    return try ContractBench.plainly { try storage.write(body) }
  }

  /// Reads from the storage opened anew.
  func read<Result>(_ body: (any CentralTransaction) throws -> Result) throws -> Result {
    reopen()
    let storage = try storage()
    return try ContractBench.plainly { try storage.read(body) }
  }

  /// Throws a breach that a body found as it is, not as a failure of the storage.
  private static func plainly<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as CensusError {
      throw error.cause as? ContractBreach ?? error
    }
  }

  func require(_ holds: Bool, _ words: String) throws {
    guard holds else { throw ContractBreach(description: words) }
  }

  func require<Value: Equatable>(_ value: Value, is expected: Value, _ words: String) throws {
    guard value == expected else {
      throw ContractBreach(description: "\(words): \(value) instead of \(expected)")
    }
  }

  /// Requires that a transaction with `body` fails.
  func requireRefusal(_ words: String, _ body: (any CentralTransaction) throws -> Void) throws {
    do {
      try storage().write(body)
    } catch {
      return
    }
    throw ContractBreach(description: "\(words) was taken")
  }

  /// Runs `body` on `count` threads at the same time and throws the first failure.
  static func atOnce(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) throws {
    let outcome = Failures()
    let group = DispatchGroup()
    for index in 0..<count {
      group.enter()
      Thread.detachNewThread {
        do { try body(index) } catch { outcome.note(error) }
        group.leave()
      }
    }
    group.wait()
    if let failure = outcome.first { throw failure }
  }
}

/// Gathers failures of threads.
private final class Failures: Sendable {
  private let all = Mutex<[any Error]>([])

  var first: (any Error)? { all.withLock { $0.first } }

  func note(_ error: any Error) { all.withLock { $0.append(error) } }
}
