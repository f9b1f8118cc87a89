import CensusDomain
import CensusForms
import CensusJSON
import CensusSheets

/// The spreadsheet in which a form's entries can be filled in, a row each, and imported.
public enum FormTemplate {
  /// Writes the template of `form` to `path`.
  ///
  /// - Throws: ``CensusError``: `cannotCreate` where there is a file already, or of the disk.
  public static func write(_ form: Form, to path: String) throws(CensusError) {
    try TemplateWriter.write(sheet(of: form), to: path)
  }

  private static func sheet(of form: Form) -> SheetTemplate {
    SheetTemplate(
      form: form.code, version: String(form.version), title: form.title.zh,
      notes: [
        "每行一条记录；标题和字段名所在的行、示例行不导入。",
        "底色标出的列必填；没有的内容留空，不要写“无”或“/”。",
        "编码（行政区代码、编号等）均为文本，开头的零不能丢。",
        "日期写成 2021-06-13，时间写成 2021-06-13 08:30。",
        "列表（如钻孔土层）写成 JSON：[{\"no\":1,…}]；写法见示例行。",
        "本表不是官方表式；未经技术规范核实的字段以“未核实”标明。",
      ], sheet: form.title.zh,
      columns: form.fields.map { column(of: $0, form) })
  }

  private static func column(of field: Field, _ form: Form) -> TemplateColumn {
    let condition = form.condition(of: field).map { "仅当\($0.zh)时填写" }
    // The importer makes a point of longitude and latitude.
    let isPoint = field.kind == .geometry && form.geometryKinds.contains("Point")
    let hint = [
      field.hint?.zh, isPoint ? "为点时可留空，取经纬度" : nil, condition, field.isUnverified ? "未核实" : nil,
    ]
    .compactMap(\.self).joined(separator: "；")
    return TemplateColumn(
      key: field.name, header: field.label.zh, kind: kind(of: field),
      isRequired: field.isRequired && !isPoint, unit: field.unit, hint: hint.isEmpty ? nil : hint,
      choices: field.choices.map { .init(value: $0.value, label: $0.label.zh) },
      width: width(of: field), example: example(of: field, form))
  }

  private static func kind(of field: Field) -> TemplateColumn.Kind {
    switch field.kind {
    // A time is text, since spreadsheets know none with an offset.
    case .text, .dateTime: field.isCode ? .code : .text
    case .integer: .integer
    case .number: .number
    case .boolean: .boolean
    case .date: .date
    case .choice: .choice
    case .multiChoice: .multiChoice
    case .geometry, .list, .object: .json
    }
  }

  private static func width(of field: Field) -> Double {
    switch field.kind {
    case .geometry, .list, .object: 30
    case .text, .dateTime, .multiChoice: 20
    default: 14
    }
  }

  /// The form's own example, in the words that people write.
  private static func example(of field: Field, _ form: Form) -> String {
    guard let value = form.example?[member: field.name] else { return "" }
    func label(_ value: JSONValue) -> String {
      let choice = field.choices.first { $0.value == value.string }
      let isUnique = field.choices.count { $0.label.zh == choice?.label.zh } == 1
      return (isUnique ? choice?.label.zh : choice?.value) ?? value.string ?? value.encoded
    }
    switch field.kind {
    case .choice: return label(value)
    case .multiChoice: return (value.array ?? []).map(label).joined(separator: "；")
    case .boolean: return value.boolean == true ? "是" : "否"
    case .integer, .number: return value.numberText ?? value.encoded
    case .text, .date, .dateTime: return value.string ?? value.encoded
    case .geometry, .list, .object: return value.encoded
    }
  }
}
