import CensusCommands

await HazCensus.runProcess()
