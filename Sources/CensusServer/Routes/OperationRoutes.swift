import CensusAPI
import CensusDomain
import CensusHub
import Hummingbird

/// `POST /v1/operations/NAME`: the coordinator's use cases, by the hub's own table.
struct OperationRoutes {
  let work: HubWork

  func add(to group: RouterGroup<CensusContext>) {
    group.post("operations/:name") { request, context in
      guard let caller = context.caller, let name = context.parameters.get("name") else {
        throw CensusError(.software, zh: "请求没有调用者。", en: "The request has no caller.")
      }
      let body = try await request.bytes(limit: ProtocolLimits.maximumPlainBytes)
      let answer = try await work { try $0.perform(name, body, caller) }
      return Answer.success(answer, as: MediaType.json)
    }
  }
}
