import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import type Koa from 'koa'

export interface Listening {
  url: string
  stop(): Promise<void>
}

/** Listens on loopback, and nowhere else. Port 0 = a free one. */
export async function listen(app: Koa, port: number): Promise<Listening> {
  // Long polls, held requests and slow bodies are normal here, so there are no time-outs. Idle connections
  // are kept for long: a client that sends just when one is closed would see a reset that no test ordered.
  const serve = app.callback()
  const timeouts = { requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 120_000 }
  const server = createServer(timeouts, (request, response) => void serve(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address')
  return address.port
}
