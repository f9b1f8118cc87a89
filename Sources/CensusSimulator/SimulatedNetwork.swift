import CensusAPI

/// A sender's way to the central of a simulated world.
struct SimulatedNetwork: CentralTransport {
  let world: any FaultyWorld
  let slot: Int
  let isFaulty: Bool

  /// Hands the call to the world, which decides what becomes of it.
  ///
  /// In a task of its own: a crash of the sender cancels what goes on, but a request that has left the
  /// sender arrives all the same, in every repetition of the run.
  func send(_ call: HTTPCall) async throws(TransportFailure) -> HTTPReply {
    let (world, slot, isFaulty) = (world, slot, isFaulty)
    let task = Task.detached {
      await world.carry(call, for: slot, isFaulty: isFaulty)
    }
    let result = await task.value
    switch result {
    case .success(let reply): return reply
    case .failure(let failure): throw failure
    }
  }
}
