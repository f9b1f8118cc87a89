import CensusHub
import Hummingbird

/// What is known of a request while it is answered.
struct CensusContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// Who asks; nil until the token was looked up.
  var caller: Caller?

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
  }
}
