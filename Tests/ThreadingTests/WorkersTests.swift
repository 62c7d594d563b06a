import Glibc
import Synchronization
import Testing
import Threading

/// Work that threads share.
struct WorkersTests {
  @Test(arguments: [(0, 2), (1, 2), (7, 1), (7, 0), (500, 4), (3, 64)])
  func `does each piece once`(pieces: Int, threads: Int) {
    let done = Mutex([Int](repeating: 0, count: pieces))
    Workers.perform(pieces, threads: threads) { piece in done.withLock { $0[piece] += 1 } }
    #expect(done.withLock { $0 } == [Int](repeating: 1, count: pieces))
  }

  @Test func `waits for helpers, each on a thread of its own`() {
    let asking = pthread_self()
    let helped = Mutex([pthread_t]())
    var isOwnDone = false
    Workers.perform({ isOwnDone = true }, helpers: 3) {
      usleep(20_000)
      helped.withLock { $0.append(pthread_self()) }
    }
    #expect(isOwnDone)
    let threads = helped.withLock { $0 }
    #expect(threads.count == 3)
    #expect(!threads.contains(asking))
  }
}
