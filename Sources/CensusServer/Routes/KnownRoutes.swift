/// The methods of each path, to tell a wrong method (405) from a path that there is not (404).
enum KnownRoutes {
  private static let methods = [
    "/healthz": "GET", "/readyz": "GET", "/v1/device": "GET, POST", "/v1/device/rejoin": "POST",
    "/v1/receipts": "GET",
    "/v1/batches": "POST", "/v1/changes": "GET", "/v1/inventory": "GET",
    "/v1/attachments": "POST", "/v1/attachments/missing": "GET",
    "/v1/bundles/receipts": "GET",
  ]
  private static let operations = "/v1/operations/"

  /// What `path` takes; nil where there is no such path.
  static func method(of path: String) -> String? {
    if let method = methods[path] { return method }
    guard path.hasPrefix(operations) else { return nil }
    let name = path.dropFirst(operations.count)
    return name.isEmpty || name.contains("/") ? nil : "POST"
  }
}
