import ArgumentParser
import CensusDomain
import Foundation

/// The program: one executable for surveyors, coordinators and their central.
public struct HazCensus: AsyncParsableCommand {
  /// The command tree.
  public static let configuration = CommandConfiguration(
    commandName: "hazcensus",
    abstract: "Natural disaster risk census for a district. 区县自然灾害综合风险普查。",
    discussion: """
      Surveyors record offline and sync; coordinators review and report.
      调查员离线填报并同步，协调员审核并出报表。

        hazcensus init --district 130205 --surveyor 张伟     make this device's store 建立本机存储
        hazcensus sync --central http://127.0.0.1:8420       send and receive 同步
        hazcensus status                                     what to do next 下一步做什么
        hazcensus report completion --format html            the report 报表
        hazcensus backup --output backup-1                   a proven copy 备份

      The store's folder is --store, or else HAZCENSUS_HOME. Exit codes are those of sysexits.h.
      """,
    version: ProgramVersion.current,
    groupedSubcommands: [
      CommandGroup(
        name: "On a device 设备端",
        subcommands: [
          InitCommand.self, StatusCommand.self, EntryCommand.self, SyncCommand.self,
          ConflictCommand.self, OwnDeviceCommand.self, DoctorCommand.self,
        ]),
      CommandGroup(
        name: "At the central 中心端",
        subcommands: [
          CentralCommand.self, PlanCommand.self, ReviewCommand.self, ExpenseCommand.self,
          ActivityCommand.self, ProjectCommand.self, IndicatorCommand.self, CostCommand.self,
          QualityCommand.self, ReportCommand.self, ExportCommand.self,
        ]),
      CommandGroup(
        name: "Both 通用",
        subcommands: [
          BundleCommand.self, BackupCommand.self, RestoreCommand.self, VerifyCommand.self,
          SalvageCommand.self,
          FormsCommand.self, PlaceCommand.self, DemoCommand.self,
        ]),
    ])

  /// Makes the root command.
  public init() {}

  /// Parses the process's arguments, runs the command and ends the process with its exit status.
  public static func runProcess() async -> Never {
    do {
      var command = try await asyncParseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      Foundation.exit(0)
    } catch let error as CensusError {
      Console.fail(error, language: GlobalOptions.languageOfArguments())
    } catch {
      exit(withError: error)
    }
  }
}
