import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'

/** The port of a listener by its name (`gateway`, `box-api` …). */
export type PortOf = (name: string) => number

/**
 * One loopback port for each listener: the wanted one (an error when it is taken), else that of the last
 * start when it is free, so that bookmarks stay valid, else any free one.
 */
export async function choosePorts(
  names: string[],
  stateDir: string,
  wanted: ReadonlyMap<string, number>,
): Promise<PortOf> {
  const unknown = [...wanted.keys()].find((name) => !names.includes(name))
  if (unknown !== undefined)
    throw new Error(`--port ${unknown}=…: no such listener, expected one of ${names.join(', ')}`)
  const file = join(stateDir, 'ports.json')
  const last = lastPorts(file)
  const held: Server[] = []
  try {
    const ports = new Map<string, number>()
    for (const name of names) {
      const server = await claim(name, wanted.get(name), last.get(name))
      held.push(server)
      ports.set(name, portOf(server))
    }
    writeFileSync(file, JSON.stringify(Object.fromEntries(ports), null, 2))
    return (name) => ports.get(name) ?? 0
  } finally {
    await Promise.all(held.map((server) => once(server.close(), 'close')))
  }
}

async function claim(name: string, wanted = 0, last = 0): Promise<Server> {
  if (wanted !== 0) {
    const server = await listen(wanted)
    if (server !== undefined) return server
    throw new Error(
      `port ${wanted} for ${name} is taken, expected a free one: choose another with --port ${name}=N`,
    )
  }
  const server = (await listen(last || randomPort())) ?? (await listenAnywhere())
  if (server === undefined) throw new Error(`no free port on 127.0.0.1 for ${name}`)
  return server
}

/**
 * Below the ports that systems give to outgoing connections: one of those could take a port between its
 * choice and the start of its listener.
 */
const lowestPort = 20_000
const portCount = 12_000
const randomTries = 20

function randomPort(): number {
  return lowestPort + randomInt(portCount)
}

async function listenAnywhere(): Promise<Server | undefined> {
  for (let tries = 0; tries < randomTries; tries += 1) {
    const server = await listen(randomPort())
    if (server !== undefined) return server
  }
  return listen(0)
}

async function listen(port: number): Promise<Server | undefined> {
  const server = createServer()
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening')
    return server
  } catch {
    return undefined
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

function lastPorts(file: string): ReadonlyMap<string, number> {
  if (!existsSync(file)) return new Map()
  const last: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const entries: [string, unknown][] = typeof last === 'object' && last !== null ? Object.entries(last) : []
  return new Map(entries.map(([name, port]) => [name, typeof port === 'number' ? port : 0]))
}
