import CensusJSON

extension FormValidator {
  /// `content` without what does not apply to it by the fields' relevance, also within rows; nil where
  /// everything applies.
  ///
  /// What a surveyor typed before a condition changed stays in the draft and does not become final.
  public func withoutIrrelevant(_ content: JSONNode) -> JSONValue? {
    let fields = Set(irrelevantFields(of: content))
    var isChanged = false
    var kept = JSONObject()
    for (key, value) in content.members {
      guard let name = key.string else { continue }
      guard !fields.contains(name) else {
        isChanged = true
        continue
      }
      guard let field = form.field(name), field.members.contains(where: { $0.relevance != nil }),
        let pruned = withoutIrrelevantMembers(of: value, field)
      else {
        kept[name] = JSONValue(value)
        continue
      }
      kept[name] = pruned
      isChanged = true
    }
    return isChanged ? .object(kept) : nil
  }

  /// A list's rows or an object without the members that do not apply; nil where all do.
  private func withoutIrrelevantMembers(of value: JSONNode, _ field: Field) -> JSONValue? {
    switch value.kind {
    case .array:
      var isChanged = false
      let rows = value.elements.map { element -> JSONValue in
        guard let pruned = pruned(element, field) else { return JSONValue(element) }
        isChanged = true
        return pruned
      }
      return isChanged ? .array(rows) : nil
    case .object: return pruned(value, field)
    default: return nil
    }
  }

  private func pruned(_ row: JSONNode, _ field: Field) -> JSONValue? {
    guard row.kind == .object else { return nil }
    let names = Set(irrelevantMembers(of: row, field))
    var isChanged = false
    var kept = JSONObject()
    for (key, value) in row.members {
      guard let name = key.string else { continue }
      if names.contains(name) { isChanged = true } else { kept[name] = JSONValue(value) }
    }
    return isChanged ? .object(kept) : nil
  }
}
