import CensusAPI
import CensusDomain
import CensusFiles
import CensusHub
import HTTPTypes
import Hummingbird
import NIOCore

/// `GET /v1/bundles/receipts?device=ID`: a bundle of receipts for a device without a network.
///
/// The other direction needs no route of its own: a bundle comes by an upload, and the operation
/// `takeBundle` names it.
struct BundleRoutes {
  let work: HubWork

  func add(to group: RouterGroup<CensusContext>) {
    group.get("bundles/receipts") { request, context in
      guard let caller = context.caller,
        let device = request.uri.queryParameters["device"].flatMap({ UniqueID(String($0)) })
      else {
        throw StatusError(
          400, .usage, zh: "请用 device 指明设备。", en: "Name the device with device=ID.")
      }
      let isWhole = request.uri.queryParameters["all"] == "1"
      let (file, size) = try await work { hub in
        let file = try hub.receiptsFile(for: device, isWhole: isWhole, by: caller)
        return (file, try file.size())
      }
      var response = Response(status: .ok, body: Answer.body(of: file, size: size, through: work))
      response.headers[.contentType] = MediaType.bundle
      return response
    }
  }
}
