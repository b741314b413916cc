import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The gateway as it runs in production: its own process, from `dist/`. Build first. */
export async function startGatewayProcess(env: Record<string, string>) {
  const entry = join(projectRoot(__dirname), 'dist/webhook-gateway/server.js')
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env.PATH, GATEWAY_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  let complaints = ''
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const exited = once(child, 'exit')
  const port = await Promise.race([
    portIn(() => log),
    exited.then(([code]) => Promise.reject(new Error(`exit ${code}: ${complaints}${log}`))),
  ])
  const origin = `http://127.0.0.1:${port}`
  return {
    child: child as ChildProcess,
    origin,
    url: `${origin}/box/webhook`,
    log: () => log,
    stop: async (signal: NodeJS.Signals = 'SIGTERM') => {
      child.kill(signal)
      const [code] = await exited
      return code as number | null
    },
  }
}

async function portIn(log: () => string): Promise<number> {
  for (;;) {
    const port = /"port":(\d+)/.exec(log())?.[1]
    if (port !== undefined) return Number(port)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function projectRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : projectRoot(dirname(folder))
}
