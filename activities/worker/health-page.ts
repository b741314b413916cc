import { createServer } from 'node:http'

export interface HealthPageOptions {
  host: string
  /** 0 takes a free one. */
  port: number
  /** Each worker's name and its state in Temporal's words. */
  states: () => Record<string, string>
}

/** `/healthz`: 200 unless a worker has failed. `/readyz`: 200 while all of them take tasks. */
export async function startHealthPage({
  host,
  port,
  states,
}: HealthPageOptions): Promise<{ url: string; stop: () => void }> {
  const server = createServer((request, response) => {
    const all = states()
    const words = Object.values(all)
    const answers: Record<string, boolean> = {
      '/healthz': !words.includes('FAILED'),
      '/readyz': words.length > 0 && words.every((word) => word === 'RUNNING'),
    }
    const isGood = answers[request.url ?? '']
    response.writeHead(isGood === undefined ? 404 : isGood ? 200 : 503, {
      'content-type': 'application/json',
    })
    response.end(`${JSON.stringify({ isGood: isGood ?? false, workers: all })}\n`)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const boundPort = typeof address === 'object' ? address?.port : port
  return { url: `http://${host}:${boundPort}/healthz`, stop: () => void server.close() }
}
