import CensusDomain
import CensusJSON

/// Reads a form from its file and explains every mistake in it.
public enum FormLoader {
  /// The form, if it has no mistake, and all mistakes that were found.
  ///
  /// - Parameter bytes: a JSON Schema 2020-12 document with the annotations of
  ///   `Docs/Form-vocabulary.md`.
  public static func load(_ bytes: [UInt8]) -> (form: Form?, diagnostics: [Diagnostic]) {
    let document: JSONValue
    do {
      document = try JSONValue.parse(bytes)
    } catch {
      return (nil, [Diagnostic(pointer: "", message: error.message)])
    }
    return load(document)
  }

  static func load(_ document: JSONValue) -> (form: Form?, diagnostics: [Diagnostic]) {
    var compiler = SchemaCompiler(document: document)
    compiler.compile()
    let schema = compiler.schema
    let slots = Dictionary(
      uniqueKeysWithValues: schema.rootProperties.enumerated().map { ($1, $0) })
    var reader = AnnotationReader(
      document: document, slots: slots, collector: compiler.collector)
    let heading = reader.heading()
    reader.readSettings()
    let groups = reader.groups()
    let fields = reader.fields(groups: groups)
    let rules = reader.rules()
    let distinctRules = reader.distinctRules(fields: fields, besides: rules)
    let earlier = reader.earlierVersions(before: heading?.version ?? .max)
    let diagnostics = FormLint.diagnostics(of: document, besides: reader.collector)
    guard let heading, diagnostics.isEmpty else { return (nil, diagnostics) }
    let form = Form(
      code: heading.code, version: heading.version, subject: heading.subject, title: heading.title,
      status: heading.status, source: heading.source, groups: groups, fields: fields,
      rules: rules, distinctRules: distinctRules,
      geometryKinds: reader.geometryKinds(), settings: reader.settings,
      example: reader.root?["hc:example"], earlier: earlier, document: document, schema: schema)
    return (form, [])
  }
}
