import { type ChildProcess, spawn } from 'node:child_process'
import { Readable } from 'node:stream'

import { confine } from './confine'
import { findTool } from './find-tool'
import { OutputKeeper } from './output-keeper'

export interface ToolOptions {
  signal: AbortSignal
  /** Wall clock; after it the whole process group is killed. */
  timeoutMs: number
  /** Folders of the tools: the only variable of our environment that a child gets. */
  searchPath: string
  /** RLIMIT_AS of the child (Linux). */
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
  /** Set when we killed it. */
  killedFor?: 'timeout'
  stdout: Buffer
  stderr: string
  /** Output over the cap, dropped. */
  droppedBytes: number
}

/**
 * Runs one tool as a child in a process group of its own, with limits, and kills the whole group on cancel,
 * on time-out, when a reader throws and when this process ends. Never through a shell. Throws the signal's
 * reason on cancel, what a reader threw, and an Error when the tool is not installed; an exit code other than
 * 0 is a result, not an error.
 */
export async function runTool(command: string, args: string[], options: ToolOptions): Promise<ToolResult> {
  options.signal.throwIfAborted()
  const path = await findTool(command, options.searchPath)
  const confined = await confine(path, args, options.searchPath, options.memoryBytes)
  options.signal.throwIfAborted()
  const child = spawn(confined.command, confined.args, {
    cwd: options.cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', ...(options.onPipe ?? []).map(() => 'pipe' as const)],
    // A process that opens hostile files gets nothing of our environment (keys, tokens).
    env: {
      PATH: options.searchPath,
      LANG: 'C.UTF-8',
      HOME: options.cwd ?? '/nonexistent',
      OMP_THREAD_LIMIT: '1',
    },
  })
  liveChildren.add(child)
  killThemOnExit()
  let killedFor: 'timeout' | undefined
  const kill = () => killGroup(child)
  const timer = setTimeout(() => {
    killedFor = 'timeout'
    kill()
  }, options.timeoutMs)
  options.signal.addEventListener('abort', kill, { once: true })
  try {
    const output = collectOutput(child, options)
    const exitCode = await ended(child, command)
    options.signal.throwIfAborted()
    return { exitCode, killedFor, ...output() }
  } finally {
    clearTimeout(timer)
    options.signal.removeEventListener('abort', kill)
    liveChildren.delete(child)
  }
}

/** Reads every pipe, so that the child never waits for us; the returned function returns what was kept. */
function collectOutput(
  child: ChildProcess,
  { onStdout, onStderr, onPipe = [], maxOutputBytes = 8 << 20 }: ToolOptions,
) {
  const stdout = new OutputKeeper(onStdout === undefined ? maxOutputBytes : 0)
  const stderr = new OutputKeeper(maxOutputBytes)
  let thrown: { error: unknown } | undefined
  const read = (stream: unknown, onChunk: (chunk: Buffer) => void) => {
    if (!(stream instanceof Readable)) return
    stream.on('data', (chunk: Buffer) => {
      try {
        if (thrown === undefined) onChunk(chunk)
      } catch (error) {
        thrown = { error }
        killGroup(child)
      }
    })
  }
  read(child.stdout, onStdout ?? ((chunk) => stdout.add(chunk)))
  read(child.stderr, (chunk) => {
    onStderr?.(chunk)
    stderr.add(chunk)
  })
  for (const [index, reader] of onPipe.entries()) read(child.stdio[3 + index], reader)
  return () => {
    if (thrown !== undefined) throw thrown.error
    const droppedBytes = stdout.droppedBytes + stderr.droppedBytes
    return { stdout: stdout.bytes(), stderr: stderr.bytes().toString('utf8'), droppedBytes }
  }
}

/** Resolves when the child has ended and all its pipes are read to the end. */
function ended(child: ChildProcess, command: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(new Error(`cannot run ${command}: ${cause.message}`, { cause })))
    child.once('close', resolve)
  })
}

/** Also after the child itself has ended: its own children may live on and hold our pipes. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // The group is gone already.
  }
}

const liveChildren = new Set<ChildProcess>()
let isListening = false

/** One listener for all children. After a SIGKILL of this process the launcher ends them, see `confine`. */
function killThemOnExit(): void {
  if (isListening) return
  isListening = true
  process.once('exit', () => {
    for (const child of liveChildren) killGroup(child)
  })
}
