import { type ChildProcess, spawn } from 'node:child_process'
import { Writable } from 'node:stream'

import { HostAccident } from '../host-accident'
import { textIn, valueIn } from './json'

type Listener = (method: string, params: unknown) => void
type Answer = { result: unknown } | { failure: string }

export interface BrowserOptions {
  /** Absolute path of a Chromium. */
  executable: string
  /** Its profile, below the scratch folder of the probe. */
  folder: string
  searchPath: string
}

/** A command that the page does not let the browser answer, such as an endless loop. */
const answerMs = 30_000
/** RLIMIT_DATA of each of its processes; RLIMIT_AS would break its memory cages. */
const dataBytes = 2 ** 31

/**
 * A headless Chromium, spoken to over its debugging pipe. It runs in a pooled child: without network, in its
 * process group, and ended with it.
 */
export class Browser {
  private lastId = 0
  private rest = ''
  private readonly waiting = new Map<unknown, (answer: Answer) => void>()
  private readonly listeners = new Set<Listener>()
  private isGone = false

  static start({ executable, folder, searchPath }: BrowserOptions): Browser {
    const [command, limits] = isLinux ? ['setpriv', linuxLimits] : [executable, []]
    const args = [...limits, ...(isLinux ? [executable] : []), ...switches, `--user-data-dir=${folder}`]
    const env = { PATH: searchPath, LANG: 'C.UTF-8', HOME: folder, TMPDIR: folder, XDG_CONFIG_HOME: folder }
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] as const
    return new Browser(spawn(command, [...args, 'about:blank'], { env, stdio: [...stdio] }))
  }

  private constructor(private readonly child: ChildProcess) {
    const [, , , input, output] = child.stdio
    if (!(input instanceof Writable)) throw new HostAccident('cannot start the browser')
    this.input = input
    input.on('error', () => this.end())
    output?.on('data', (chunk: Buffer) => this.read(chunk))
    child.once('error', () => this.end())
    child.once('exit', () => this.end())
  }
  private readonly input: Writable

  /** Throws an Error that says what went wrong when the browser ends, refuses, or does not answer. */
  send(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    const id = ++this.lastId
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.waiting.get(id)?.({ failure: silent }), answerMs)
      this.waiting.set(id, (answer) => {
        clearTimeout(timer)
        this.waiting.delete(id)
        if ('result' in answer) resolve(answer.result)
        else reject(new Error(answer.failure))
      })
      if (this.isGone) this.end()
      else this.input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Resolves with the event's parameters. */
  async next(event: string): Promise<unknown> {
    let stop: (() => void) | undefined
    let timer: NodeJS.Timeout | undefined
    try {
      return await new Promise((resolve, reject) => {
        stop = this.listen((method, params) => method === event && resolve(params))
        timer = setTimeout(() => reject(new Error(silent)), answerMs)
      })
    } finally {
      clearTimeout(timer)
      stop?.()
    }
  }

  /** Resolves when it has ended: only then its folder can be removed. */
  async close(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const ended = new Promise((resolve) => this.child.once('exit', resolve))
    this.child.kill('SIGKILL')
    await ended
  }

  private read(chunk: Buffer): void {
    const messages = `${this.rest}${chunk.toString('utf8')}`.split('\0')
    this.rest = messages.pop() ?? ''
    for (const text of messages) this.take(JSON.parse(text))
  }

  private take(message: unknown): void {
    const answer = this.waiting.get(valueIn(message, 'id'))
    const failure = textIn(message, 'error', 'message')
    if (answer !== undefined) answer(failure === '' ? { result: valueIn(message, 'result') } : { failure })
    const method = textIn(message, 'method')
    if (method === '') return
    for (const listener of [...this.listeners]) listener(method, valueIn(message, 'params'))
  }

  private end(): void {
    this.isGone = true
    for (const answer of [...this.waiting.values()]) answer({ failure: 'the browser ended' })
  }
}

const silent = 'the page does not answer'
const isLinux = process.platform === 'linux'
const linuxLimits = [
  ...['--pdeathsig', 'KILL', '--no-new-privs', '--'],
  ...['prlimit', '--core=0', `--data=${dataBytes}`, '--'],
]

/** Without traffic of its own, and with no way out where the system does not take the network away. */
const switches = [
  ...['--headless', '--remote-debugging-pipe', '--disable-gpu', '--no-first-run', '--mute-audio'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ...['--disable-extensions', '--disable-breakpad', '--disable-dev-shm-usage', '--disable-quic'],
  ...['--hide-scrollbars', '--no-default-browser-check', '--disable-features=Translate,MediaRouter'],
  ...[
    '--proxy-server=127.0.0.1:9',
    '--proxy-bypass-list=<-loopback>',
    '--host-resolver-rules=MAP * ~NOTFOUND',
  ],
  ...['--force-webrtc-ip-handling-policy=disable_non_proxied_udp', '--force-color-profile=srgb'],
  ...['--autoplay-policy=no-user-gesture-required', '--deny-permission-prompts'],
  // Chromium refuses to use its sandbox as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
