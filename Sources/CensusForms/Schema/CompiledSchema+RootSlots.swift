extension CompiledSchema {
  /// Notes in each node where the root's properties lie that it speaks of.
  ///
  /// A form's `if` and `then` apply to the whole entry again. With the places known, the checker
  /// looks at the few fields that they name and does not walk all members once more.
  mutating func bindToRoot() {
    var slots: [String: Int] = [:]
    for (slot, name) in rootProperties.enumerated() { slots[name] = slot }
    for index in nodes.indices where index != root {
      nodes[index].rootSlots = nodes[index].rootSlots(in: slots)
    }
  }
}

extension SchemaNode {
  fileprivate func rootSlots(in slots: [String: Int]) -> RootSlots? {
    guard hasObjectKeywords, additionalProperties == nil, dependentRequired.isEmpty else {
      return nil
    }
    var places: [(slot: Int, schema: Int)] = []
    for (name, schema) in zip(properties.names, properties.schemas) {
      guard let slot = slots[name] else { return nil }
      places.append((slot: slot, schema: schema))
    }
    var needs: [(slot: Int, name: String)] = []
    for name in required.map(\.name) {
      guard let slot = slots[name] else { return nil }
      needs.append((slot: slot, name: name))
    }
    return RootSlots(properties: places, required: needs)
  }
}
