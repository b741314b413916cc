/**
 * A tool ended for a reason that is not the file: another attempt may succeed, so the file is not judged.
 * `probe` throws it, the activity is retried, and after its last attempt the run parks. Nothing is cached.
 *
 * How an accident and a fault of the file are told apart: - A signal that a person or the system sends
 * (SIGKILL of the OOM killer, SIGTERM of a shutdown …), a failed start, a full disk, no more processes or
 * file descriptors: accident. - Our time-out: fault of the file when the tool was working, accident when it
 * hardly got any CPU time (a frozen or overloaded host, a disk that does not answer). - Our limit on resident
 * memory: fault of the file, because only this process counts. - A crash (SIGSEGV, SIGABRT …) or a refused
 * allocation: `ToolCrash`. `probe` repeats the probe once at once. A file that crashes its decoder twice in a
 * row is at fault; a fault of the host rarely repeats.
 */
export class HostAccident extends Error {
  override readonly name = 'HostAccident'
}

/** A tool crashed or ran into its memory limit for the first time: the probe is to be repeated. */
export class ToolCrash extends Error {
  override readonly name = 'ToolCrash'
}

/**
 * For a catch that turns the failure of one step into a missing fact or into damage of the file: an accident
 * and a crash concern the whole probe.
 */
export function rethrowAccident(error: unknown): void {
  if (error instanceof ToolCrash) throw error
  const accident = accidentOf(error)
  if (accident !== undefined) throw accident
}

/** The accident that an error is or reports: a system call can fail whatever the file contains. */
export function accidentOf(error: unknown): HostAccident | undefined {
  if (error instanceof HostAccident) return error
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined
  if (!hostErrors.some((code) => code === error.code)) return undefined
  return new HostAccident(`this host could not work: ${error.message}`, { cause: error })
}

/** Not ENOENT: a tool that finds nothing in a damaged file writes no file. */
const hostErrors = ['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN', 'EIO', 'EROFS', 'ESTALE']

/** Signals by which a process ends through its own fault. */
export function isCrashSignal(signal: string): boolean {
  return ['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGILL', 'SIGTRAP', 'SIGSYS'].includes(signal)
}

/** The resource of this host that a tool's message says is exhausted, as the message has it. */
export function exhaustedResource(line: string): string | undefined {
  // Metadata that a tool prints is indented; it may contain any text.
  if (/^(?:\[info\] )?\s/.test(line)) return undefined
  return patterns.find((pattern) => pattern.test(line)) === undefined ? undefined : line.trim().slice(0, 200)
}

const patterns = [
  /No space left on device|Disk quota exceeded|Too many open files/i,
  /(?:thread|fork).*Resource temporarily unavailable|Resource temporarily unavailable.*(?:thread|fork)/i,
  // The launchers of `confine` fail before the tool starts; ffmpeg reports a SIGTERM and exits.
  /^(?:unshare|setpriv|prlimit): /,
  /Exiting normally, received signal/,
]

/** An allocation was refused: with RLIMIT_AS nearly always our limit, so it counts as a crash. */
export function isMemoryRefused(text: string): boolean {
  return /Cannot allocate memory|std::bad_alloc|out of memory|ENOMEM/i.test(text)
}

/** From this share of its wall clock in CPU time on, a tool that timed out was working. */
const minWorkingShare = 0.1

/** `cpuSeconds` is 0 where the system does not tell; the time-out then counts as the file's. */
export function isStarved(cpuSeconds: number, timeoutMs: number): boolean {
  return process.platform === 'linux' && cpuSeconds < (timeoutMs / 1000) * minWorkingShare
}
