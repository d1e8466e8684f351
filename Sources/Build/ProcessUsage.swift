internal import Libc

/// What the program has used since it began.
struct ProcessUsage {
    /// In seconds, from a moment that never changes while the program runs.
    let clock: Double
    /// In seconds, of all threads, in the program and in the kernel.
    let cpu: Double
    /// The most memory that it had at a time, in bytes.
    let peakMemory: Int

    static var now: ProcessUsage {
        var usage = rusage()
        // RUSAGE_SELF, which has another type in each C library.
        getrusage(0, &usage)
        #if canImport(Darwin)
        let unit = 1
        #else
        let unit = 1024
        #endif
        return ProcessUsage(
            clock: seconds(CLOCK_MONOTONIC), cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            peakMemory: Int(usage.ru_maxrss) * unit)
    }

    /// CPU time of this thread, in seconds.
    static var ofThread: Double { seconds(CLOCK_THREAD_CPUTIME_ID) }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
