import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/**
 * At most `maxConnections` at a time. A new one over the limit takes the place of the connection that has
 * been without a request for longest: idle connections never keep a delivery out.
 */
export function limitConnections(server: Server, maxConnections: number): void {
  const open = new Set<Socket>()
  // In the order in which they became idle.
  const idle = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    idle.add(socket)
    socket.once('close', () => {
      open.delete(socket)
      idle.delete(socket)
    })
    if (open.size <= maxConnections) return
    const [longestIdle = socket] = idle
    idle.delete(longestIdle)
    open.delete(longestIdle)
    longestIdle.destroy()
  })
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    idle.delete(socket)
    response.once('close', () => {
      if (open.has(socket)) idle.add(socket)
    })
  })
}
