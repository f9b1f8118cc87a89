import CensusAPI
import CensusHub
import HTTPTypes
import Hummingbird

/// All routes of a central; described in `Docs/Sync-protocol.md` and `Schemas/openapi.json`.
struct CentralRouter {
  let hub: Hub
  let exposure: ServerExposure

  func build() -> Router<CensusContext> {
    let work = HubWork(hub: hub)
    let router = Router(context: CensusContext.self)
    router.add(middleware: RequestLog())
    router.add(middleware: AnswerHeaders())
    router.add(middleware: TusHeaders())
    router.add(middleware: ProblemAnswers())
    router.add(middleware: HostCheck(exposure: exposure))
    HealthRoutes(work: work).add(to: router)
    let guarded = router.group("v1").add(middleware: TokenCheck(work: work))
    BatchRoutes(work: work).add(to: guarded)
    FeedRoutes(work: work).add(to: guarded)
    UploadRoutes(work: work).add(to: guarded)
    AttachmentRoutes(work: work).add(to: guarded)
    BundleRoutes(work: work).add(to: guarded)
    OperationRoutes(work: work).add(to: guarded)
    return router
  }
}
