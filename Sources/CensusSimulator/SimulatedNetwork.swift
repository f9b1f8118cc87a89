import CensusAPI

/// A device's way to the central of a simulated world.
struct SimulatedNetwork: CentralTransport {
  let simulation: Simulation
  let slot: Int
  let isFaulty: Bool

  /// Hands the call to the world, which decides what becomes of it.
  ///
  /// In a task of its own: a crash of the device cancels what goes on, but a request that has left the
  /// device arrives all the same, in every repetition of the run.
  func send(_ call: HTTPCall) async throws(TransportFailure) -> HTTPReply {
    let (simulation, slot, isFaulty) = (simulation, slot, isFaulty)
    let task = Task.detached {
      await simulation.carry(call, for: slot, isFaulty: isFaulty)
    }
    let result = await task.value
    switch result {
    case .success(let reply): return reply
    case .failure(let failure): throw failure
    }
  }
}
