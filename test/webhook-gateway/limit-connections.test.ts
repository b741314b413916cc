import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'

import { limitConnections } from '../../webhook-gateway/limit-connections'

it('idle connections never keep a request out; the one that is idle for longest makes room', async () => {
  const server = createServer((_, response) => response.end('answered'))
  limitConnections(server, 3)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const open = async () => {
    const socket = connect(port, '127.0.0.1')
    await once(server, 'connection')
    return socket
  }
  const closed: Socket[] = []
  const sockets: Socket[] = []
  for (let count = 0; count < 10; count += 1) {
    const socket = await open()
    socket.on('error', () => undefined).on('close', () => closed.push(socket))
    sockets.push(socket)
  }
  const answer = await (await fetch(`http://127.0.0.1:${port}`)).text()
  expect(answer).toBe('answered')
  while (closed.length < 8) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(closed).toEqual(sockets.slice(0, 8))
  server.closeAllConnections()
  server.close()
})
