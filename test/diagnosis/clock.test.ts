import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { clock } from '../../diagnosis/box-app'
import type { Installation } from '../../diagnosis/diagnosis'

test.each([
  ['agrees', 0, 'PASS', /^\d s from the clock of http/],
  ['is five minutes behind', 300_000, 'FAIL', /^(299|30\d) s from .*Box refuses our tokens/],
  ['is five minutes ahead', -300_000, 'FAIL', /^(299|30\d) s from .*Box refuses our tokens/],
  ['cannot be compared', Number.NaN, 'WARN', /sends no date/],
])('doctor on a clock that %s', async (_, aheadMs, level, evidence) => {
  const server = createServer((_request, response) => {
    const date = Number.isNaN(aheadMs) ? 'none' : new Date(Date.now() + aheadMs).toUTCString()
    response.writeHead(401, { date }).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const config = () => ({ box: { apiUrl: `http://127.0.0.1:${port}` } })
  const found = await clock.examine({ config } as unknown as Installation)
  server.close()
  expect(found).toMatchObject([{ level, evidence: expect.stringMatching(evidence) }])
})
