import ArgumentParser
import CensusDomain

/// The head lines of a paper that an office fills in.
struct OfficeOptions: ParsableArguments {
  @Option(help: "Reporting unit. 填报单位。")
  var unit = ""

  @Option(help: "Day of filling in, as it is to stand there. 填报日期。")
  var date = ""

  @Option(help: "Head of the unit. 单位负责人。")
  var head = ""

  @Option(help: "Filled in by. 填表人。")
  var filler = ""

  @Option(help: "Telephone. 联系电话。")
  var telephone = ""

  var office: PaperOffice {
    PaperOffice(unit: unit, date: date, head: head, filler: filler, telephone: telephone)
  }
}
