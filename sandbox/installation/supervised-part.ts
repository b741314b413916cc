import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

import type { Guard } from './guard'

export interface PartOptions {
  /** For people: `gateway`, `worker 1` … */
  name: string
  command: string
  args: string[]
  env: NodeJS.ProcessEnv
  /** Gets stdout and stderr; emptied at each start of the sandbox. */
  logFile: string
  /** Resolves when the part can be used; `printed` is what this process wrote to its log so far. */
  untilReady: (signal: AbortSignal, printed: () => string) => Promise<void>
  /** How long it may take to end after SIGTERM. */
  stopGraceMs: number
}

export interface PartDeps {
  guard: Guard
  say: (line: string) => void
  /** Called with each new process, before it is ready and once more when it is. */
  onChanged: () => void
}

const restartAfterMs = 1_000
const startLimitMs = 60_000

/** One process of the installation: started again a second after it died, until it is stopped. */
export class SupervisedPart {
  private child: ChildProcess | undefined
  private readonly stopping = new AbortController()

  constructor(
    private readonly options: PartOptions,
    private readonly deps: PartDeps,
  ) {}

  get pid(): number {
    return this.child?.pid ?? 0
  }

  /** Throws, with the end of its log, when it does not start. */
  async start(): Promise<void> {
    await this.launch('w')
  }

  /** SIGTERM, and SIGKILL when the grace time is over. */
  async stop(): Promise<void> {
    this.stopping.abort()
    const { child } = this
    if (child === undefined || hasEnded(child)) return
    const exited = once(child, 'exit')
    child.kill('SIGTERM')
    const timer = setTimeout(() => this.kill(), this.options.stopGraceMs)
    await exited
    clearTimeout(timer)
  }

  /** Ends it at once, with everything in its process group. */
  kill(): void {
    this.stopping.abort()
    const { child } = this
    if (child?.pid === undefined || hasEnded(child)) return
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It ended meanwhile.
    }
  }

  private async launch(logMode: 'w' | 'a'): Promise<void> {
    const { name, command, args, env, logFile, untilReady } = this.options
    const log = openSync(logFile, logMode, 0o600)
    const start = fstatSync(log).size
    const printed = () => readFileSync(logFile).subarray(start).toString('utf8')
    // A process group of its own: a Ctrl-C in the terminal reaches the sandbox alone, which then stops its
    // parts in order.
    const child = spawn(command, args, { env, detached: true, stdio: ['ignore', log, log] })
    closeSync(log)
    this.child = child
    const gone = new AbortController()
    const limit = setTimeout(
      () => gone.abort(new Error(`it was not ready after ${startLimitMs / 1000} s`)),
      startLimitMs,
    )
    if (child.pid !== undefined) this.deps.guard.watch(child.pid)
    this.deps.onChanged()
    child.once('error', (error) => gone.abort(error))
    child.once('exit', (code, signal) => {
      if (child.pid !== undefined) this.deps.guard.forget(child.pid)
      gone.abort(new Error(`it ended with ${signal ?? `exit code ${code}`}`))
    })
    try {
      await untilReady(AbortSignal.any([gone.signal, this.stopping.signal]), printed)
    } catch (error) {
      child.kill('SIGKILL')
      throw new Error(`${name} did not come up: ${reason(gone.signal, error)}\n${lastLines(printed())}`, {
        cause: error,
      })
    } finally {
      clearTimeout(limit)
    }
    this.deps.onChanged()
    gone.signal.addEventListener('abort', () => void this.restart(reason(gone.signal, undefined)))
    if (gone.signal.aborted) void this.restart(reason(gone.signal, undefined))
  }

  private async restart(why: string): Promise<void> {
    const { name } = this.options
    while (!this.stopping.signal.aborted) {
      this.deps.say(`${name}: ${why}; starting it again`)
      try {
        await sleep(restartAfterMs, undefined, { signal: this.stopping.signal })
        await this.launch('a')
        return
      } catch (error) {
        why = error instanceof Error ? error.message : String(error)
      }
    }
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

function reason(gone: AbortSignal, error: unknown): string {
  const cause: unknown = gone.aborted ? gone.reason : error
  return cause instanceof Error ? cause.message : String(cause)
}

function lastLines(text: string): string {
  return text.trimEnd().split('\n').slice(-15).join('\n')
}
