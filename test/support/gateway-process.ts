import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The gateway as it runs in production: a process from `dist/`. Build first. */
export async function startGatewayProcess(env: Record<string, string>) {
  const entry = join(projectRoot(__dirname), 'dist/webhook-gateway/server.js')
  const dataDir = mkdtempSync(join(tmpdir(), 'qc-gateway-'))
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env.PATH, GATEWAY_PORT: '0', GATEWAY_DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  let complaints = ''
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const exited = once(child, 'close')
  const port = await portIn(
    () => log,
    () => child.exitCode !== null,
  )
  if (port === undefined) throw new Error(`exit ${child.exitCode}: ${complaints}${log}`)
  const origin = `http://127.0.0.1:${port}`
  return {
    child: child as ChildProcess,
    origin,
    url: `${origin}/box/webhook`,
    log: () => log,
    stop: async (signal: NodeJS.Signals = 'SIGTERM') => {
      child.kill(signal)
      await exited
      rmSync(dataDir, { recursive: true, force: true })
      return child.exitCode
    },
  }
}

/** The port that the gateway logs once it listens; undefined when it ended before. */
async function portIn(log: () => string, hasEnded: () => boolean): Promise<number | undefined> {
  for (;;) {
    const ended = hasEnded()
    const port = /"port":(\d+)/.exec(log())?.[1]
    if (port !== undefined) return Number(port)
    if (ended) return undefined
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function projectRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : projectRoot(dirname(folder))
}
