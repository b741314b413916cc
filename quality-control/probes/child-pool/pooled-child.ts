import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { Socket } from 'node:net'

import { confine } from '../confine'
import type { JobKind, Jobs, Reply } from './jobs'
import { builtFile } from './built-file'
import {
  exhaustedResource,
  HostAccident,
  isCrashSignal,
  isMemoryRefused,
  isStarved,
  ToolCrash,
} from '../host-accident'
import { processUsage } from '../process-usage'

export interface ChildOptions {
  /** A crash is an outcome, not a `ToolCrash`: for the second attempt of a probe. */
  reportsCrash?: boolean
  /** Aborted on cancel: the child is killed and the signal's reason thrown. */
  signal: AbortSignal
  /** Wall clock of the job, from its start. */
  timeoutMs: number
  /** Resident memory of the child; RLIMIT_AS would break sharp and WebAssembly. */
  memoryBytes: number
  /** PATH for the launchers that take the network away. */
  searchPath: string
}

/** How a job ended: with its answer, or with the child's death. */
export type Outcome<T> = { answer: T } | { killedFor: 'timeout' | 'memory' | 'crash'; message: string }

const watchMs = 100
/** libvips and WebAssembly never return memory: a fresh child does. */
const jobsPerChild = 200
const idleBytes = 700e6

/** One warm child. It runs one job at a time, and does not keep this process alive while it is idle. */
export class PooledChild {
  private jobCount = 0
  private isDead = false
  private startError: Error | undefined
  private lastWords = ''
  private readonly onExit = () => this.kill()

  /** Without network, and ended with its parent, where the system allows it. */
  static async start(searchPath: string): Promise<PooledChild> {
    const script = builtFile('quality-control/probes/child-pool/child.js')
    const { command, args } = await confine(
      process.execPath,
      ['--max-old-space-size=1024', script],
      searchPath,
      undefined,
    )
    // A process that opens hostile files gets nothing of our environment (keys, tokens).
    const env = { PATH: searchPath, LANG: 'C.UTF-8' }
    return new PooledChild(
      spawn(command, args, { env, detached: true, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] }),
    )
  }

  private constructor(private readonly child: ChildProcess) {
    this.child.on('exit', () => (this.isDead = true))
    this.child.on('error', (error) => {
      this.isDead = true
      this.startError = error
    })
    this.child.stderr?.on(
      'data',
      (chunk: Buffer) => (this.lastWords = `${this.lastWords}${chunk.toString('utf8')}`.slice(-2000)),
    )
    process.once('exit', this.onExit)
    this.letGo()
  }

  /** Alive, below its number of jobs and below its memory limit. */
  get isUsable(): boolean {
    return !this.isDead && this.jobCount < jobsPerChild && this.usage().residentBytes < idleBytes
  }

  usage(): { cpuSeconds: number; residentBytes: number } {
    return processUsage(this.child.pid)
  }

  kill(): void {
    process.removeListener('exit', this.onExit)
    this.isDead = true
    if (this.child.pid === undefined || this.child.exitCode !== null) return
    try {
      process.kill(-this.child.pid, 'SIGKILL')
    } catch {
      // The group is gone already.
    }
  }

  async run<K extends JobKind>(
    kind: K,
    job: Jobs[K]['job'],
    options: ChildOptions,
  ): Promise<Outcome<Jobs[K]['answer']>> {
    this.jobCount++
    this.hold()
    const watch = this.watch(options)
    try {
      const reply = await this.ask(kind, job)
      options.signal.throwIfAborted()
      if (this.startError !== undefined)
        throw new HostAccident('cannot start the pooled child', { cause: this.startError })
      if (reply === undefined) return watch.verdict() ?? this.crash(options)
      if ('accident' in reply) throw new HostAccident(`the decoder could not work: ${reply.accident}`)
      return 'error' in reply ? this.failure(reply.error, options) : reply
    } finally {
      watch.stop()
      this.letGo()
    }
  }

  /** The child's reply, or undefined when it ended without one. */
  private ask<K extends JobKind>(kind: K, job: Jobs[K]['job']): Promise<Reply<K> | undefined> {
    return new Promise((resolve) => {
      // The child is our own build, and `Jobs` types both ends of the channel.
      const end = (reply?: Reply<K>) => {
        this.child.removeListener('message', end)
        this.child.removeListener('exit', gone)
        this.child.removeListener('error', gone)
        resolve(reply)
      }
      const gone = () => end()
      this.child.on('message', end)
      this.child.once('exit', gone)
      this.child.once('error', gone)
      if (this.isDead) end()
      else this.child.send({ kind, job }, (error) => error !== null && end())
    })
  }

  /** Kills the child when the job is cancelled, takes too long or takes too much memory. */
  private watch({ signal, timeoutMs, memoryBytes }: ChildOptions) {
    let verdict: Outcome<never> | undefined
    let accident: HostAccident | undefined
    const cpuSecondsBefore = this.usage().cpuSeconds
    const kill = (killedFor: 'timeout' | 'memory', message: string) => {
      verdict ??= { killedFor, message }
      this.kill()
    }
    const cancel = () => this.kill()
    signal.addEventListener('abort', cancel, { once: true })
    const timer = setTimeout(() => {
      const cpuSeconds = this.usage().cpuSeconds - cpuSecondsBefore
      if (isStarved(cpuSeconds, timeoutMs))
        accident = new HostAccident(`the decoder got only ${cpuSeconds} s of CPU time: is the host busy?`)
      kill('timeout', `it took longer than ${timeoutMs / 1000} s`)
    }, timeoutMs)
    const memoryTimer = setInterval(() => {
      const { residentBytes } = this.usage()
      if (residentBytes > memoryBytes)
        kill('memory', `it took more than ${Math.round(memoryBytes / 1e6)} MB of memory`)
    }, watchMs)
    return {
      verdict: () => {
        if (accident !== undefined) throw accident
        return verdict
      },
      stop: () => {
        clearTimeout(timer)
        clearInterval(memoryTimer)
        signal.removeEventListener('abort', cancel)
      },
    }
  }

  /** Throws a `HostAccident` when the child's end is not the job's doing. */
  private crash(options: ChildOptions): Outcome<never> {
    const { signalCode, exitCode } = this.child
    if (signalCode !== null && !isCrashSignal(signalCode))
      throw new HostAccident(
        `the decoder was ended from outside (${signalCode}), for example for lack of memory`,
      )
    const words = this.lastWords.trim().split('\n').at(-1) ?? ''
    const message = `the decoder crashed (${signalCode ?? `exit code ${exitCode ?? 'unknown'}`})`
    return crashOutcome(words === '' ? message : `${message}: ${words}`, options)
  }

  private failure(error: string, options: ChildOptions): Outcome<never> {
    const exhausted = error
      .split('\n')
      .map(exhaustedResource)
      .find((line) => line !== undefined)
    if (exhausted !== undefined) throw new HostAccident(`the decoder could not work: ${exhausted}`)
    if (isMemoryRefused(error)) return crashOutcome('the decoder ran out of memory', options)
    throw new Error(error)
  }

  private hold(): void {
    this.child.ref()
    this.child.channel?.ref()
  }

  private letGo(): void {
    this.child.unref()
    this.child.channel?.unref()
    if (this.child.stderr instanceof Socket) this.child.stderr.unref()
  }
}

function crashOutcome(message: string, { reportsCrash }: ChildOptions): Outcome<never> {
  if (reportsCrash !== true) throw new ToolCrash(message)
  return { killedFor: 'crash', message }
}
