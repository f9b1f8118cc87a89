import CensusDomain

extension Hub {
  /// Appends to the audit trail within the change's own transaction.
  @discardableResult
  func log(
    _ records: any CentralTransaction, by caller: Caller, _ action: String, _ subject: String,
    _ detail: String = ""
  ) throws -> ContentHash {
    let event = AuditEvent(
      actor: caller.name, device: caller.device?.description ?? "", action: action,
      subject: subject, detail: detail)
    return try records.audit.append(event, at: clock.now())
  }
}
