import CensusDomain
import CensusFiles
import CensusPhotos
import CensusPlace
import CensusStore

/// What is said of files while they are taken into the store.
struct FileTalk {
  let language: Language

  func tell(_ taken: TakenFile, _ file: String) {
    let size = "\((taken.stored.size + 1023) / 1024) KB"
    let hash = taken.stored.hash.description.prefix(12)
    let facts = taken.facts.map(FileTalk.words) ?? LocalizedText(verbatim: "")
    let again =
      taken.wasNamed
      ? LocalizedText(zh: "，记录已有", en: ", named already") : LocalizedText(verbatim: "")
    Screen(language).say(
      LocalizedText(
        zh: "文件 \(file)（\(size)）已存入本机：\(hash)\(again.zh)\(facts.zh)",
        en: "file \(file) (\(size)) is in the store: \(hash)\(again.en)\(facts.en)"))
    for problem in taken.facts?.problems ?? [] {
      Screen(language).say(
        LocalizedText(
          zh: "  提醒 \(file)：\(problem.message.zh)", en: "  warning: \(file): \(problem.message.en)")
      )
    }
    if let replaced = taken.replaced {
      Screen(language).say(
        LocalizedText(
          zh: "  它取代了 \(replaced.prefix(12))。",
          en: "  it takes the place of \(replaced.prefix(12))."))
    }
  }

  func tellAssumedOffset() {
    Screen(language).say(
      LocalizedText(
        zh: "  照片没有写明时区，拍摄时间按 +08:00（北京时间）处理。",
        en: "  photos that state no offset are taken to show China's time, +08:00."))
  }

  func tellMissingTime(_ file: String) {
    Screen(language).say(
      LocalizedText(
        zh: "  提醒 \(file) 没有写明拍摄时间；文件的修改时间不作数。",
        en: """
            warning: \(file) does not say when it was taken; the time at which the file was changed does \
          not count.
          """))
  }

  func askTime() {
    Screen(language).say(
      LocalizedText(
        zh: "  何时拍摄？写成 2021-06-13 08:30；回车暂缺。",
        en: "  When was it taken? Write 2021-06-13 08:30; Enter leaves it open."))
  }

  func tellHowToGiveTime() {
    Screen(language).say(
      LocalizedText(
        zh: "  补上：hazcensus entry attach 记录 文件 --taken-at '2021-06-13 08:30'",
        en: "  give it: hazcensus entry attach ENTRY FILE --taken-at '2021-06-13 08:30'"))
  }

  /// What a photo's own file says of it.
  private static func words(_ facts: PhotoFacts) -> LocalizedText {
    var zh = "", en = ""
    if let position = facts.position.flatMap({
      PlacePosition(longitude: $0.longitude, latitude: $0.latitude)
    }) {
      zh += "，位置 \(position)"
      en += ", at \(position)"
    }
    if let time = facts.time {
      zh += "，拍摄于 \(time.day)"
      en += ", taken on \(time.day)"
    }
    return LocalizedText(zh: zh, en: en)
  }
}
