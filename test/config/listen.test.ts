import { createServer } from 'node:http'

import { listen } from '../../config/listen'

test('binds a server, and returns the port that the system chose', async () => {
  const server = createServer()
  expect(await listen(server, { host: '127.0.0.1', port: 0 }, 'PAGES_PORT')).toBeGreaterThan(0)
  server.close()
})

test('names setting, address and cause when the address is taken or not of this host', async () => {
  const first = createServer()
  const port = await listen(first, { host: '127.0.0.1', port: 0 }, 'PAGES_PORT')
  const wrong = [
    { host: '127.0.0.1', port, cause: 'EADDRINUSE' },
    { host: '192.0.2.1', port: 0, cause: 'EADDRNOTAVAIL' },
  ]
  for (const { cause, ...address } of wrong)
    await expect(listen(createServer(), address, 'PAGES_PORT')).rejects.toMatchObject({
      name: 'ConfigError',
      message: expect.stringMatching(
        `^PAGES_PORT: ${address.host}:${address.port} cannot be used: .*${cause}`,
      ),
    })
  first.close()
})
