/// The namespaces of workbooks, transitional and strict (ECMA-376 Part 1 and Part 4, annexes A).
enum Namespaces {
  /// Elements of sheets, styles, strings and the workbook itself.
  static let spreadsheet: [StaticString] = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
  ]
  /// The attribute `id` that names a relationship.
  static let relationshipID: [StaticString] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ]
  /// Elements of the part of custom properties and of the values in them (ECMA-376 Part 1, 22.3 and 22.4).
  static let customProperties: [StaticString] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "http://purl.oclc.org/ooxml/officeDocument/customProperties",
    "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes",
  ]
  /// Elements of `.rels` parts; one namespace serves both.
  static let packageRelationships: [StaticString] = [
    "http://schemas.openxmlformats.org/package/2006/relationships"
  ]
}
