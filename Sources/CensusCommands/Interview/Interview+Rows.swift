import CensusDomain
import CensusForms
import CensusJSON

extension Interview {
  /// Shows a list's rows and lets rows be added, changed, copied and removed.
  mutating func askRows(of field: Field) throws -> Step {
    let heading = FieldPrompt.heading(field, mark(of: field, in: .entry), nil)
    screen.say(heading)
    if let hint = field.hint {
      screen.say(LocalizedText(zh: "    \(hint.zh)", en: "    \(hint.en)"))
    }
    // What was told once of the whole list is not in the way when the person goes on.
    var told: [Finding]?
    showRows(of: field)
    while let line = screen.read() {
      let command = self.command(line, for: field, in: .entry)
      if command == .keep {
        let findings = try check.findings(on: field, in: content)
        if findings == told { return .answered }
        told = findings
        if isGood(findings) { return .answered }
        continue
      }
      if command == .clear {
        try save(content, with: [], for: field)
      } else if let rows = RowCommand(line) {
        if let step = try obey(rows, on: field) { return step }
      } else if case .answer(let answer) = command {
        try takeWhole(answer, for: field)
      } else {
        if let step = try obey(command, on: field, in: .entry) { return step }
        continue
      }
      told = nil
      showRows(of: field)
    }
    return .left
  }

  /// Does one thing with the rows; the step where the interview goes elsewhere.
  private mutating func obey(_ command: RowCommand, on field: Field) throws -> Step? {
    let before = try check.findings(on: field, in: content)
    var rows = AnswerScope.rows(of: field, in: content)
    if let row = command.row, row > rows.count {
      screen.say(LocalizedText(zh: "  没有第 \(row) 行。", en: "  There is no row \(row)."))
      return nil
    }
    switch command {
    case .add:
      if isPhotos(field) {
        screen.say(LocalizedText(zh: "  照片请直接输入文件路径。", en: "  For a photo give its file's path."))
        return nil
      }
      return try askRow(rows.count, of: field, since: before)
    case .edit(let row): return try askRow(row - 1, of: field, since: before)
    case .copy(let row):
      try save(content, with: rows + [rows[row - 1]], for: field)
      return try askRow(rows.count, of: field, since: before)
    case .remove(let row):
      rows.remove(at: row - 1)
      try save(content, with: rows, for: field)
      return nil
    }
  }

  /// Asks for the members of one row, which is new where the list has no such yet, and tells what is
  /// wrong within it, and of the list what was not `before`.
  private mutating func askRow(
    _ row: Int, of field: Field, since before: [Finding]
  ) throws -> Step? {
    var rows = AnswerScope.rows(of: field, in: content)
    if row == rows.count { rows.append(.object(JSONObject())) }
    content[field.name] = .array(rows)
    let path = try walk(
      field.members, in: .row(field, row), from: .beginning, onlyWhatApplies: true)
    rows = AnswerScope.rows(of: field, in: content)
    if rows[row].object?.isEmpty == true {
      rows.remove(at: row)
      try save(content, with: rows, for: field)
    }
    switch path {
    case .left: return .left
    case .jump(let target): return .jump(target)
    case .complete, .out: break
    }
    let place = AnswerScope.row(field, row).pointer(to: nil)
    let after = try check.findings(on: field, in: content).filter { finding in
      finding.pointer == place || finding.pointer.hasPrefix(place + "/")
        || !before.contains(finding)
    }
    guard !after.isEmpty else { return nil }
    screen.say(
      LocalizedText(zh: "  第 \(row + 1) 行填完后：", en: "  With row \(row + 1):"))
    tell(after)
    return nil
  }

  /// Takes a whole list written as JSON, or the paths of photos.
  private mutating func takeWhole(_ answer: String, for field: Field) throws {
    if let value = try? JSONValue.parse(answer), value.array != nil {
      var changed = content
      changed[field.name] = value
      return try save(changed)
    }
    if isPhotos(field) { return try attach(answer) }
    screen.say(LocalizedText(zh: "  不明白“\(answer)”。", en: "  “\(answer)” was not understood."))
  }

  private mutating func save(
    _ content: JSONObject, with rows: [JSONValue], for field: Field
  ) throws {
    var changed = content
    changed[field.name] = rows.isEmpty ? nil : .array(rows)
    try save(changed)
  }

  private func showRows(of field: Field) {
    let rows = AnswerScope.rows(of: field, in: content)
    if !rows.isEmpty {
      screen.show(
        RowTable(field: field, rows: rows).lines(width: screen.columns, screen.language))
    }
    let add =
      isPhotos(field)
      ? LocalizedText(
        zh: "输入文件路径（可几个，可拖入终端）添加", en: "paths of files add photos (several, or dragged here)")
      : LocalizedText(zh: "+ 添加一行", en: "+ adds a row")
    let change = LocalizedText(
      zh: "；2 修改第2行；-2 删除第2行", en: "; 2 changes row 2; -2 removes it")
    // A copy of a photo would be the same file.
    let copy =
      isPhotos(field)
      ? LocalizedText(verbatim: "") : LocalizedText(zh: "；c2 复制第2行", en: "; c2 copies it")
    let isEmpty = rows.isEmpty
    screen.say(
      LocalizedText(
        zh: "    \(add.zh)\(isEmpty ? "" : change.zh + copy.zh)；回车继续",
        en: "    \(add.en)\(isEmpty ? "" : change.en + copy.en); Enter goes on"))
  }
}
