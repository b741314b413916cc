import { connect, createServer, type Socket } from 'node:net'

/** Passes TCP connections on to these loopback ports in turn; a port that refuses is left out. */
export function startBalancer(port: number, targets: number[]): { stop: () => void } {
  const sockets = new Set<Socket>()
  let next = 0
  const server = createServer((client) => {
    track(client)
    next += 1
    passOn(client, targets.length)
  })
  const track = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }
  const passOn = (client: Socket, triesLeft: number) => {
    const target = targets[(next + triesLeft) % targets.length]
    if (triesLeft === 0 || target === undefined) return void client.destroy()
    const upstream = connect(target, '127.0.0.1')
    track(upstream)
    const onRefused = () => passOn(client, triesLeft - 1)
    upstream.once('error', onRefused)
    upstream.once('connect', () => {
      upstream.off('error', onRefused)
      upstream.on('close', () => client.destroy())
      client.on('close', () => upstream.destroy())
      client.pipe(upstream).pipe(client)
    })
  }
  server.listen(port, '127.0.0.1')
  return {
    stop() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
