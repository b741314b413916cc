import { type ChildProcess, spawn } from 'node:child_process'
import { Readable } from 'node:stream'

import { confine, type Confinement } from './confine'
import { findTool } from './find-tool'
import {
  exhaustedResource,
  HostAccident,
  isCrashSignal,
  isMemoryRefused,
  isStarved,
  ToolCrash,
} from './host-accident'
import { OutputKeeper } from './output-keeper'
import { processUsage } from './process-usage'
import { lineSplitter } from './line-splitter'

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
  /** A crash is a result (`killedFor`), not a `ToolCrash`: for the second attempt of a probe. */
  reportsCrash?: boolean
}

export interface ToolResult {
  exitCode: number | null
  /** Set when we killed it, or when it crashed or ran into its memory limit. */
  killedFor?: 'timeout' | 'crash'
  stdout: Buffer
  stderr: string
  /** Output over the cap, dropped. */
  droppedBytes: number
}

/**
 * Runs one tool as a child in a process group of its own, with limits, and kills the whole group on cancel,
 * on time-out, when a reader throws and when this process ends. Never through a shell. Throws the signal's
 * reason on cancel, what a reader threw, an Error when the tool is not installed, a `HostAccident` when
 * the system ended the tool or let it starve, and a `ToolCrash`. An exit code other than 0 is a result.
 */
export async function runTool(command: string, args: string[], options: ToolOptions): Promise<ToolResult> {
  options.signal.throwIfAborted()
  const path = await findTool(command, options.searchPath)
  const confined = await confine(path, args, options.searchPath, options.memoryBytes)
  options.signal.throwIfAborted()
  const child = start(command, confined, options)
  liveChildren.add(child)
  killThemOnExit()
  let killedFor: 'timeout' | undefined
  let cpuSeconds = 0
  const kill = () => killGroup(child)
  const timer = setTimeout(() => {
    killedFor = 'timeout'
    cpuSeconds = processUsage(child.pid).cpuSeconds
    kill()
  }, options.timeoutMs)
  options.signal.addEventListener('abort', kill, { once: true })
  try {
    const output = collectOutput(child, options)
    const { exitCode, signal } = await ended(child, command)
    options.signal.throwIfAborted()
    const { notes, ...kept } = output()
    if (killedFor === 'timeout') {
      if (isStarved(cpuSeconds, options.timeoutMs)) throw starved(command, cpuSeconds, options.timeoutMs)
      return { exitCode, killedFor, ...kept }
    }
    const isCrash = hasCrashed(command, exitCode, signal, notes)
    if (isCrash && options.reportsCrash !== true)
      throw new ToolCrash(`${command} crashed (${signal ?? 'out of memory'})`)
    return { exitCode, killedFor: isCrash ? 'crash' : undefined, ...kept }
  } finally {
    clearTimeout(timer)
    options.signal.removeEventListener('abort', kill)
    liveChildren.delete(child)
  }
}

function start(name: string, { command, args }: Confinement, options: ToolOptions): ChildProcess {
  try {
    return spawn(command, args, {
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
  } catch (cause) {
    throw cannotStart(name, cause)
  }
}

function cannotStart(name: string, cause: unknown): HostAccident {
  return new HostAccident(`cannot start ${name}: ${cause instanceof Error ? cause.message : String(cause)}`, {
    cause,
  })
}

function starved(command: string, cpuSeconds: number, timeoutMs: number): HostAccident {
  const seconds = timeoutMs / 1000
  return new HostAccident(
    `${command} got only ${cpuSeconds} s of CPU time in ${seconds} s: is the host busy?`,
  )
}

interface ErrorNotes {
  /** The message about a resource that this host has run out of. */
  exhausted?: string
  isMemoryRefused: boolean
}

/** Throws a `HostAccident` when the end of the tool is not its own doing. */
function hasCrashed(
  command: string,
  exitCode: number | null,
  signal: NodeJS.Signals | null,
  { exhausted, isMemoryRefused: wasRefused }: ErrorNotes,
): boolean {
  if (exhausted !== undefined) throw new HostAccident(`${command} could not work: ${exhausted}`)
  if (signal === null) return exitCode !== 0 && wasRefused
  if (isCrashSignal(signal)) return true
  throw new HostAccident(`${command} was ended from outside (${signal}), for example for lack of memory`)
}

/** Reads every pipe, so that the child never waits for us; the returned function returns what was kept. */
function collectOutput(
  child: ChildProcess,
  { onStdout, onStderr, onPipe = [], maxOutputBytes = 8 << 20 }: ToolOptions,
) {
  const stdout = new OutputKeeper(onStdout === undefined ? maxOutputBytes : 0)
  const stderr = new OutputKeeper(maxOutputBytes)
  let thrown: { error: unknown } | undefined
  const notes: ErrorNotes = { isMemoryRefused: false }
  const noteErrors = lineSplitter((line) => {
    notes.exhausted ??= exhaustedResource(line)
    notes.isMemoryRefused ||= isMemoryRefused(line)
  })
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
    noteErrors(chunk)
  })
  for (const [index, reader] of onPipe.entries()) read(child.stdio[3 + index], reader)
  return () => {
    if (thrown !== undefined) throw thrown.error
    const droppedBytes = stdout.droppedBytes + stderr.droppedBytes
    noteErrors(Buffer.from('\n'))
    return { stdout: stdout.bytes(), stderr: stderr.bytes().toString('utf8'), droppedBytes, notes }
  }
}

/** Resolves when the child has ended and all its pipes are read to the end. */
function ended(
  child: ChildProcess,
  command: string,
): Promise<{ exitCode: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(cannotStart(command, cause)))
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal }))
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
