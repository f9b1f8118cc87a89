/// What is told of an XML document while it comes in.
protocol XMLHandler: AnyObject {
  /// An element begins; false where neither it nor anything in it is wanted.
  func start(_ tag: XMLTag) throws(WorkbookFault) -> Bool

  /// Text directly inside the element that began last and is wanted; it may come in pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookFault)

  /// The innermost wanted element ends.
  func end() throws(WorkbookFault)
}
