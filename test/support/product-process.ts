import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import { distDir, projectDir } from '../../sandbox/installation/project-dir'

/**
 * A process of the product as it runs in production, from `dist/`. `npm test` builds it; by hand: `npm run
 * build`.
 */
export interface ProductProcess {
  pid: number
  /** Its output so far. */
  log: () => string
  /** The first line that contains all of these texts, now or later. Throws when the process ends before. */
  untilLogged: (...texts: string[]) => Promise<string>
  /** Sends the signal and waits for the end; SIGSTOP and SIGCONT are sent and not waited for. */
  kill: (signal: NodeJS.Signals) => Promise<number | null>
}

const patienceMs = 60_000

/** `entry` is relative to `dist/`. Resolves once the process has written `readyText`. */
export function startProductProcess(
  entry: string,
  env: Record<string, string>,
  readyText: string,
  args: string[] = [],
): Promise<ProductProcess> {
  return startProcess([process.execPath, join(distDir, entry), ...args], env, readyText)
}

/**
 * As a person starts it: `npm run <script>`, in a process group of its own. `kill` waits until nobody holds
 * the pipes any more: npm has ended, and so has what it started.
 */
export function startNpmScript(
  script: string,
  env: Record<string, string>,
  readyText: string,
): Promise<ProductProcess> {
  return startProcess(['npm', 'run', '--silent', script], env, readyText, true)
}

async function startProcess(
  [command = '', ...args]: string[],
  env: Record<string, string>,
  readyText: string,
  detached = false,
): Promise<ProductProcess> {
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe']
  const child = spawn(command, args, { cwd: projectDir, env, stdio, detached })
  const exited = once(child, 'close')
  const killWithUs = () => child.kill('SIGKILL')
  process.once('exit', killWithUs)
  void exited.then(() => process.removeListener('exit', killWithUs))
  const lines = readLines(child)
  const untilLogged = (...texts: string[]) => lineWith(child, lines, texts)
  await untilLogged(readyText)
  return {
    pid: child.pid ?? 0,
    log: () => lines.all.join('\n'),
    untilLogged,
    kill: async (signal) => {
      child.kill(signal)
      if (signal !== 'SIGSTOP' && signal !== 'SIGCONT') await exited
      return child.exitCode
    },
  }
}

interface Lines {
  all: string[]
  changed: Set<() => void>
}

function readLines(child: ChildProcess): Lines {
  const lines: Lines = { all: [], changed: new Set() }
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream?.on('data', (chunk: Buffer) => {
      const parts = (rest + chunk.toString()).split('\n')
      rest = parts.pop() ?? ''
      lines.all.push(...parts)
      for (const notify of lines.changed) notify()
    })
  }
  return lines
}

function lineWith(child: ChildProcess, lines: Lines, texts: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer)
      lines.changed.delete(look)
      child.off('close', giveUp)
      act()
    }
    const look = () => {
      const line = lines.all.find((one) => texts.every((text) => one.includes(text)))
      if (line !== undefined) settle(() => resolve(line))
    }
    const giveUp = () =>
      settle(() =>
        reject(
          new Error(`no line with ${JSON.stringify(texts)} appeared:\n${lines.all.slice(-20).join('\n')}`),
        ),
      )
    const timer = setTimeout(giveUp, patienceMs)
    child.once('close', giveUp)
    lines.changed.add(look)
    look()
    if (child.exitCode !== null) giveUp()
  })
}
