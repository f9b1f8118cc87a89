import CXML

/// Receives libxml2's callbacks and passes on what a handler wants.
final class XMLEvents {
  private let handler: any XMLHandler
  private let namespaces: [StaticString]
  private var depth = 0
  /// How deep the parser is in an element that nobody wants; 0 outside.
  private var skipped = 0
  /// The namespace that was met last; libxml2 keeps one copy of each, so the address tells.
  private var known: UnsafePointer<UInt8>?
  /// The parser, to be stopped at the first fault.
  var context: xmlParserCtxtPtr?
  /// What was wrong first.
  private(set) var fault: WorkbookFault?

  init(_ handler: any XMLHandler, namespaces: [StaticString]) {
    self.handler = handler
    self.namespaces = namespaces
  }

  /// The elements of a workbook nest eight deep at most; libxml2's push parser has no bound itself.
  private static let deepest = 100
  /// Before libxml2 2.12 comparing attributes takes the square of their number.
  private static let mostAttributes = 200

  private func start(_ tag: XMLTag, attributes: Int, namespace: UnsafePointer<UInt8>?) {
    depth += 1
    guard depth <= XMLEvents.deepest, attributes <= XMLEvents.mostAttributes else {
      return stop(
        WorkbookFault("XML 嵌套过深或属性过多", "the XML nests too deep or has too many attributes"))
    }
    guard skipped == 0, isKnown(namespace) else {
      skipped += 1
      return
    }
    perform { () throws(WorkbookFault) in
      if try !handler.start(tag) { skipped = 1 }
    }
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0, depth > 0 else { return }
    perform { () throws(WorkbookFault) in try handler.text(bytes) }
  }

  private func end() {
    depth -= 1
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    perform { () throws(WorkbookFault) in try handler.end() }
  }

  private func isKnown(_ namespace: UnsafePointer<UInt8>?) -> Bool {
    guard let namespace else { return false }
    if namespace == known { return true }
    guard namespaces.contains(where: { XMLTag.equal(namespace, $0) }) else { return false }
    known = namespace
    return true
  }

  private func perform(_ body: () throws(WorkbookFault) -> Void) {
    // The parser may still tell of what it had begun when it was stopped.
    guard fault == nil else { return }
    do throws(WorkbookFault) { try body() } catch { stop(error) }
  }

  private func stop(_ fault: WorkbookFault) {
    if self.fault == nil { self.fault = fault }
    xmlStopParser(context)
  }

  /// Whose events a callback tells of; they outlive the parser, because ``XMLStream`` holds both.
  private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLEvents? {
    pointer.map { Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The callbacks; comments and processing instructions have none.
  static var callbacks: xmlSAXHandler {
    var sax = xmlSAXHandler()
    sax.initialized = XML_SAX2_MAGIC
    sax.internalSubset = { pointer, _, _, _ in
      XMLEvents.of(pointer)?.stop(
        WorkbookFault("XML 含有文档类型声明（DOCTYPE）", "the XML declares a document type"))
    }
    sax.startElementNs = { pointer, name, _, namespace, spaces, _, count, _, attributes in
      guard let name else { return }
      let tag = XMLTag(name: name, count: Int(count), attributes: attributes)
      XMLEvents.of(pointer)?.start(
        tag, attributes: Int(count) + Int(spaces), namespace: namespace)
    }
    sax.endElementNs = { pointer, _, _, _ in XMLEvents.of(pointer)?.end() }
    sax.characters = { pointer, bytes, count in
      XMLEvents.of(pointer)?.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    sax.ignorableWhitespace = sax.characters
    sax.serror = { pointer, error in
      guard let error, error.pointee.level == XML_ERR_FATAL else { return }
      let words = error.pointee.message.map { String(cString: $0) } ?? ""
      let reason = words.split(whereSeparator: \.isNewline).joined(separator: " ")
      XMLEvents.of(pointer)?.stop(
        WorkbookFault("XML 有误（\(reason)）", "the XML is broken (\(reason))"))
    }
    return sax
  }
}
