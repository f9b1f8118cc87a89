import CensusDomain

/// Why an upload cannot be begun or gone on with; the kinds are those of tus 1.0.0.
public struct UploadFailure: Error, Sendable {
  /// The kinds that a client treats differently.
  public enum Kind: Sendable {
    /// There is no such upload of this caller.
    case unknown
    /// It was given up, because nobody went on with it.
    case expired
    /// Another request was first with its part.
    case busy
    /// The request begins at another place than the upload has come to.
    case offset
    /// The part has another checksum than stated; nothing of it counts.
    case checksum
    /// The whole has another SHA-256 than declared; the upload is gone.
    case content
    /// More bytes than were declared, or than are taken.
    case tooLarge
    /// The caller has too many uploads open.
    case tooMany
    /// A field is missing or cannot be read.
    case invalid
  }
  /// What kind of failure this is.
  public let kind: Kind
  /// The failure for people.
  public let error: CensusError

  init(_ kind: Kind, _ error: CensusError) {
    self.kind = kind
    self.error = error
  }

  init(_ kind: Kind, _ code: CensusError.Code, zh: String, en: String, remedy: LocalizedText? = nil)
  {
    self.init(kind, CensusError(code, zh: zh, en: en, remedy: remedy))
  }

  static let unknown = UploadFailure(
    .unknown, .notFound, zh: "没有此上传。", en: "There is no such upload.", remedy: again)
  static let expired = UploadFailure(
    .expired, .notFound, zh: "此上传久未继续，已清除。",
    en: "The upload was given up because nobody went on with it.", remedy: again)
  static let busy = UploadFailure(
    .busy, .temporaryFailure, zh: "另一请求已先完成此上传的这一段。",
    en: "Another request was first with this part of the upload.",
    remedy: LocalizedText(zh: "用 HEAD 查询后从该处继续。", en: "Ask by HEAD and go on from there."))
  static let checksum = UploadFailure(
    .checksum, .invalidData, zh: "这一段与 Upload-Checksum 不符，没有收下。",
    en: "The part does not agree with its Upload-Checksum and was not taken in.",
    remedy: LocalizedText(zh: "重新发送这一段。", en: "Send the part again."))

  static func offset(_ stated: Int64, _ held: Int64) -> UploadFailure {
    UploadFailure(
      .offset, .conflict, zh: "上传已到第 \(held) 字节，请求却从 \(stated) 开始。",
      en: "The upload has come to byte \(held); the request begins at \(stated).",
      remedy: LocalizedText(zh: "用 HEAD 查询后从该处继续。", en: "Ask by HEAD and go on from there."))
  }

  static func tooLarge(_ most: Int64) -> UploadFailure {
    UploadFailure(
      .tooLarge, .tooLarge, zh: "附件超过上限 \(most) 字节。",
      en: "The attachment is over the limit of \(most) bytes.",
      remedy: LocalizedText(zh: "压缩或缩小照片。", en: "Make the photo smaller."))
  }

  static let tooMany = UploadFailure(
    .tooMany, .tooLarge, zh: "未完成的上传太多。", en: "Too many uploads are open.",
    remedy: LocalizedText(
      zh: "先完成或删除已开始的上传。", en: "End or delete those that were begun."))

  private static let again = LocalizedText(zh: "重新开始上传。", en: "Begin the upload anew.")
}
