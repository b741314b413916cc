import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'

export interface ToolOptions {
  signal: AbortSignal
  /** Wall clock; over it the whole process group is killed. */
  timeoutMs: number
  /** Where the tool is looked for: the only variable of our environment that a child gets. */
  searchPath: string
  /** RLIMIT_AS, through util-linux's prlimit where the system has it (Linux). */
  memoryBytes?: number
  cwd?: string
  /** Called with each chunk of stdout; without it stdout is kept, up to `maxOutputBytes`. */
  onStdout?: (chunk: Buffer) => void
  onStderr?: (chunk: Buffer) => void
  /** Further pipes of the child, from descriptor 3 up, each with its own reader. */
  onPipe?: ((chunk: Buffer) => void)[]
  /** What is kept of stdout and of stderr, each; the rest is read and dropped. Default 8 MiB. */
  maxOutputBytes?: number
}

export interface ToolResult {
  exitCode: number | null
  /** Why it did not end by itself. */
  killedFor?: 'timeout'
  stdout: Buffer
  stderr: string
  /** Output over the cap, dropped. */
  droppedBytes: number
}

/**
 * Runs one tool as a child in a process group of its own, with limits, and kills the whole group on cancel, on time-out
 * and when this process ends. Never through a shell. Throws the signal's reason on cancel, and an Error when the
 * tool is not installed; an exit code other than 0 is a result, not an error.
 */
export async function runTool(command: string, args: string[], options: ToolOptions): Promise<ToolResult> {
  options.signal.throwIfAborted()
  const limited = withMemoryLimit(command, args, options.memoryBytes)
  const child = spawn(limited.command, limited.args, {
    cwd: options.cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', ...(options.onPipe ?? []).map(() => 'pipe' as const)],
    // Nothing of our environment (keys, tokens) reaches a tool that opens hostile files.
    env: { PATH: options.searchPath, LANG: 'C.UTF-8', HOME: options.cwd ?? '/nonexistent', OMP_THREAD_LIMIT: '1' },
  })
  const killGroup = () => {
    if (child.pid === undefined || child.exitCode !== null) return
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      // The group is gone already.
    }
  }
  let killedFor: 'timeout' | undefined
  const timer = setTimeout(() => {
    killedFor = 'timeout'
    killGroup()
  }, options.timeoutMs)
  options.signal.addEventListener('abort', killGroup, { once: true })
  process.once('exit', killGroup)
  try {
    const stdout = new Collector(options.onStdout ? 0 : (options.maxOutputBytes ?? 8 << 20))
    const stderr = new Collector(options.maxOutputBytes ?? 8 << 20)
    collect(child.stdout, (chunk) => (options.onStdout ? options.onStdout(chunk) : stdout.add(chunk)))
    collect(child.stderr, (chunk) => {
      options.onStderr?.(chunk)
      stderr.add(chunk)
    })
    options.onPipe?.forEach((reader, index) => collect(child.stdio[3 + index] as Readable | undefined, reader))
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.once('error', (cause) => reject(new Error(`cannot run ${command}: is it installed?`, { cause })))
      child.once('close', resolve)
    })
    options.signal.throwIfAborted()
    return {
      exitCode,
      killedFor,
      stdout: stdout.bytes(),
      stderr: stderr.bytes().toString('utf8'),
      droppedBytes: stdout.dropped + stderr.dropped,
    }
  } finally {
    clearTimeout(timer)
    options.signal.removeEventListener('abort', killGroup)
    process.removeListener('exit', killGroup)
  }
}

function withMemoryLimit(command: string, args: string[], memoryBytes: number | undefined) {
  if (memoryBytes === undefined || process.platform !== 'linux') return { command, args }
  return { command: 'prlimit', args: [`--as=${memoryBytes}`, '--core=0', '--', command, ...args] }
}

function collect(stream: Readable | null | undefined, onChunk: (chunk: Buffer) => void) {
  stream?.on('data', onChunk)
}

class Collector {
  dropped = 0
  private readonly chunks: Buffer[] = []
  private size = 0
  constructor(private readonly maxBytes: number) {}

  add(chunk: Buffer) {
    const room = Math.max(0, this.maxBytes - this.size)
    if (room > 0) this.chunks.push(chunk.subarray(0, room))
    this.size += Math.min(room, chunk.length)
    this.dropped += Math.max(0, chunk.length - room)
  }

  bytes() {
    return Buffer.concat(this.chunks)
  }
}
