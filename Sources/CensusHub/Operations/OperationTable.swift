import CensusAPI
import CensusDomain

/// Every operation of a central by its name: what the route and the command line both call.
public struct OperationTable: Sendable {
  private var bodies: [String: any PerformableOperation] = [:]

  /// The operations of ``Operations``.
  public static let standard = OperationTable()

  init() {
    register(Operations.importInventory) { hub, input, caller throws(CensusError) in
      try hub.importInventory(input, by: caller)
    }
    register(Operations.showInventory) { hub, input, caller throws(CensusError) in
      try hub.showInventory(input, by: caller)
    }
    register(Operations.listEntries) { hub, input, caller throws(CensusError) in
      try hub.listEntries(input, by: caller)
    }
    register(Operations.showEntry) { hub, input, caller throws(CensusError) in
      try hub.showEntry(input, by: caller)
    }
    register(Operations.review) { hub, input, caller throws(CensusError) in
      try hub.review(input, by: caller)
    }
    register(Operations.showConflict) { hub, input, caller throws(CensusError) in
      try hub.showConflict(input, by: caller)
    }
    register(Operations.settleConflict) { hub, input, caller throws(CensusError) in
      try hub.settleConflict(input, by: caller)
    }
    register(Operations.listMissingAttachments) { hub, input, caller throws(CensusError) in
      try hub.listMissingAttachments(input, by: caller)
    }
    register(Operations.exportObjects) { hub, input, caller throws(CensusError) in
      try hub.exportObjects(input, by: caller)
    }
    register(Operations.report) { hub, input, caller throws(CensusError) in
      try hub.report(input, by: caller)
    }
    register(Operations.settings) { hub, input, caller throws(CensusError) in
      try hub.settings(input, by: caller)
    }
    register(Operations.showBundleKey) { hub, input, caller throws(CensusError) in
      try hub.showBundleKey(input, by: caller)
    }
    register(Operations.takeBundle) { hub, input, caller throws(CensusError) in
      try hub.takeBundle(input, by: caller)
    }
    registerLedger()
    registerPerformance()
    registerPapers()
    registerAccess()
    registerQuality()
  }

  private mutating func registerQuality() {
    register(Operations.drawSample) { hub, input, caller throws(CensusError) in
      try hub.drawSample(input, by: caller)
    }
    register(Operations.listSamples) { hub, _, caller throws(CensusError) in
      try hub.listSamples(by: caller)
    }
    register(Operations.showSample) { hub, input, caller throws(CensusError) in
      try hub.showSample(input, by: caller)
    }
    register(Operations.recordCheck) { hub, input, caller throws(CensusError) in
      try hub.recordCheck(input, by: caller)
    }
    register(Operations.reportQuality) { hub, input, caller throws(CensusError) in
      try hub.reportQuality(input, by: caller)
    }
  }

  private mutating func registerLedger() {
    register(Operations.addExpenses) { hub, input, caller throws(CensusError) in
      try hub.addExpenses(input, by: caller)
    }
    register(Operations.listExpenses) { hub, input, caller throws(CensusError) in
      try hub.listExpenses(input, by: caller)
    }
    register(Operations.addActivities) { hub, input, caller throws(CensusError) in
      try hub.addActivities(input, by: caller)
    }
    register(Operations.listActivities) { hub, input, caller throws(CensusError) in
      try hub.listActivities(input, by: caller)
    }
    register(Operations.costRules) { hub, input, caller throws(CensusError) in
      try hub.costRules(input, by: caller)
    }
  }

  private mutating func registerPerformance() {
    register(Operations.addProject) { hub, input, caller throws(CensusError) in
      try hub.addProject(input, by: caller)
    }
    register(Operations.listProjects) { hub, input, caller throws(CensusError) in
      try hub.listProjects(input, by: caller)
    }
    register(Operations.recordIndicator) { hub, input, caller throws(CensusError) in
      try hub.recordIndicator(input, by: caller)
    }
    register(Operations.listIndicators) { hub, input, caller throws(CensusError) in
      try hub.listIndicators(input, by: caller)
    }
  }

  private mutating func registerPapers() {
    register(Operations.makePaper) { hub, input, caller throws(CensusError) in
      try hub.makePaper(input, by: caller)
    }
    register(Operations.listPapers) { hub, input, caller throws(CensusError) in
      try hub.listPapers(input, by: caller)
    }
    register(Operations.showPaper) { hub, input, caller throws(CensusError) in
      try hub.showPaper(input, by: caller)
    }
    register(Operations.traceFigure) { hub, input, caller throws(CensusError) in
      try hub.traceFigure(input, by: caller)
    }
    register(Operations.verifyPaper) { hub, input, caller throws(CensusError) in
      try hub.verifyPaper(input, by: caller)
    }
  }

  private mutating func registerAccess() {
    register(Operations.addDevice) { hub, input, caller throws(CensusError) in
      try hub.addDevice(input, by: caller)
    }
    register(Operations.revokeDevice) { hub, input, caller throws(CensusError) in
      try hub.revokeDevice(input, by: caller)
    }
    register(Operations.listDevices) { hub, _, caller throws(CensusError) in
      try hub.listDevices(by: caller)
    }
    register(Operations.relayStatus) { hub, _, caller throws(CensusError) in
      try hub.relayStatus(by: caller)
    }
    register(Operations.addAccount) { hub, input, caller throws(CensusError) in
      try hub.addAccount(input, by: caller)
    }
    register(Operations.listAccounts) { hub, _, caller throws(CensusError) in
      try hub.listAccounts(by: caller)
    }
    register(Operations.revokeAccount) { hub, input, caller throws(CensusError) in
      try hub.revokeAccount(input, by: caller)
    }
    register(Operations.addForm) { hub, input, caller throws(CensusError) in
      try hub.addForm(input, by: caller)
    }
    register(Operations.listForms) { hub, input, caller throws(CensusError) in
      try hub.listForms(input, by: caller)
    }
  }

  private mutating func register<Input, Output>(
    _ operation: Operation<Input, Output>,
    _ body: @escaping @Sendable (Hub, Input, Caller) throws(CensusError) -> Output
  ) {
    bodies[operation.name] = RegisteredOperation(body: body)
  }

  /// The names of all operations, sorted.
  public var names: [String] { bodies.keys.sorted() }

  func perform(
    _ name: String, _ input: [UInt8], at hub: Hub, by caller: Caller
  ) throws(CensusError) -> [UInt8] {
    // A device has no use for operations; it learns nothing of which there are.
    guard caller.device == nil, caller.role != .surveyor else {
      throw CensusError(
        .permission, zh: "调查设备不能执行管理操作。", en: "A survey device cannot perform operations.",
        remedy: LocalizedText(zh: "请使用协调员账号。", en: "Use a coordinator's account."))
    }
    guard let body = bodies[name] else {
      throw CensusError(
        .notFound, zh: "没有名为“\(name)”的操作。", en: "There is no operation “\(name)”.",
        remedy: LocalizedText(
          zh: "请确认两端程序版本相同。", en: "Make sure that both sides run the same version."))
    }
    return try body.perform(input, at: hub, by: caller)
  }
}

/// An operation whose types are hidden behind its JSON.
private protocol PerformableOperation: Sendable {
  func perform(_ input: [UInt8], at hub: Hub, by caller: Caller) throws(CensusError) -> [UInt8]
}

private struct RegisteredOperation<Input: Decodable, Output: Encodable>: PerformableOperation {
  let body: @Sendable (Hub, Input, Caller) throws(CensusError) -> Output

  func perform(_ input: [UInt8], at hub: Hub, by caller: Caller) throws(CensusError) -> [UInt8] {
    let input = try OperationCoding.decode(Input.self, from: input)
    return try OperationCoding.encode(try body(hub, input, caller))
  }
}
