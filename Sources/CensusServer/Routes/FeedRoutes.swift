import CensusAPI
import CensusHub
import Hummingbird

/// What a device asks: its own state and receipts, the changes that concern it, and the inventory.
struct FeedRoutes {
  let work: HubWork

  func add(to group: RouterGroup<CensusContext>) {
    group.get("device") { _, context in
      let device = try DeviceCaller.identity(context)
      let state = try await work { try $0.state(of: device) }
      return Answer.success(try OperationCoding.encode(state), as: MediaType.json)
    }
    post("device", to: group) { hub, declaration, device in
      try hub.declare(declaration, from: device)
    }
    post("device/rejoin", to: group) { hub, wish, device in
      try hub.rejoin(wish, from: device)
    }
    group.get("receipts") { request, context in
      let device = try DeviceCaller.identity(context)
      let after = try request.number("after") ?? 0
      let limit = try request.pageSize()
      let receipt = try await work {
        try $0.receipts(of: device, after: after, limit: limit).encoded
      }
      return Answer.success(receipt, as: MediaType.receipt)
    }
    group.get("changes") { request, context in
      let device = try DeviceCaller.identity(context)
      let after = try request.number("after") ?? 0
      let head = try request.hash("head")
      let limit = try request.pageSize()
      let page = try await work {
        try $0.changes(for: device, after: after, head: head, limit: limit).encoded()
      }
      return Answer.success(page, as: MediaType.changes)
    }
    group.get("inventory") { request, context in try await inventory(request, context) }
  }

  /// A statement of a device that is answered with what the central knows of it then.
  private func post<Statement: Decodable & Sendable>(
    _ path: RouterPath, to group: RouterGroup<CensusContext>,
    _ answer: @escaping @Sendable (Hub, Statement, DeviceIdentity) throws -> DeviceState
  ) {
    group.post(path) { request, context in
      let device = try DeviceCaller.identity(context)
      let body = try await request.bytes(limit: ProtocolLimits.maximumDeclarationBytes)
      // Another digit in a token's hash would enrol a token that nobody has.
      try request.proveDigest(of: body, isRequired: false)
      let statement = try OperationCoding.decode(Statement.self, from: body)
      let state = try await work { try answer($0, statement, device) }
      return Answer.success(try OperationCoding.encode(state), as: MediaType.json)
    }
  }

  private func inventory(_ request: Request, _ context: CensusContext) async throws -> Response {
    let device = try DeviceCaller.identity(context)
    let version = Int(clamping: try request.number("version") ?? 0)
    let after = request.uri.queryParameters["after"].map(String.init) ?? ""
    let limit = try request.pageSize()
    let page = try await work { hub in
      try hub.inventoryPage(version: version, after: after, limit: limit, region: device.region)
    }
    return Answer.success(try OperationCoding.encode(page), as: MediaType.json)
  }
}
