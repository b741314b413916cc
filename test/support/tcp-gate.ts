import { createServer, connect, type Socket } from 'node:net'

/** A TCP proxy on loopback that lets a test stop the traffic at an exact message. */
export interface TcpGate {
  /** `127.0.0.1:<port>` */
  address: string
  /**
   * From now on: the first piece to the server that contains this text stops there, and resolves `reached`.
   */
  stopRequest: (text: string) => Promise<void>
  /** From now on, no answer of the server passes. */
  stopAnswers: () => void
  /** Lets all traffic pass again. Connections whose message was stopped are closed. */
  open: () => void
  stop: () => Promise<void>
}

export async function openTcpGate(target: string): Promise<TcpGate> {
  const [host, port] = target.split(':')
  const sockets = new Set<Socket>()
  const stopped = new Set<Socket>()
  let wanted: { text: Buffer; reached: () => void } | undefined
  let areAnswersStopped = false

  const server = createServer((client) => {
    const upstream = connect(Number(port), host)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
    }
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
    client.on('data', (chunk: Buffer) => {
      if (stopped.has(client)) return
      if (wanted === undefined || !chunk.includes(wanted.text)) return void upstream.write(chunk)
      stopped.add(client)
      wanted.reached()
      wanted = undefined
    })
    upstream.on('data', (chunk: Buffer) => {
      if (areAnswersStopped) stopped.add(client)
      if (!stopped.has(client)) client.write(chunk)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address')
  return {
    address: `127.0.0.1:${address.port}`,
    stopRequest: (text) =>
      new Promise((reached) => {
        wanted = { text: Buffer.from(text), reached }
      }),
    stopAnswers: () => {
      areAnswersStopped = true
    },
    open: () => {
      areAnswersStopped = false
      wanted = undefined
      for (const socket of stopped) socket.destroy()
      stopped.clear()
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
