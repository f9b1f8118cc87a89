import CensusAPI
import CensusDomain
import CensusHub
import Hummingbird

/// Whether the process lives, and whether it can take work.
struct HealthRoutes {
  let work: HubWork

  func add(to router: Router<CensusContext>) {
    router.get("healthz") { _, _ in
      Answer.success(Array(#"{"status":"ok"}"#.utf8), as: MediaType.json)
    }
    router.get("readyz") { _, _ in
      try await work { try $0.proveReady() }
      return Answer.success(Array(#"{"status":"ready"}"#.utf8), as: MediaType.json)
    }
  }
}
