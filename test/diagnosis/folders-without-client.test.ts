import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { webhooks } from '../../diagnosis/box-app'
import type { Installation } from '../../diagnosis/diagnosis'
import { gateway } from '../../diagnosis/host'

const address = 'https://qc.example.com/box/webhook'
const acme = { id: 'acme', incomingFolders: [{ folderId: '1' }] }
const globex = { id: 'globex', incomingFolders: [{ folderId: '2' }] }

test.each([
  ['of all clients', [acme, globex], ['warn: webhook 903 sends us the uploads into folder 3']],
  ['of one client: the others are not asked about', [acme], []],
])(
  'doctor names a webhook that sends us uploads of a folder that no client has: %s',
  async (_, asked, expected) => {
    const found = await webhooks.examine(installation(asked, { 901: '1', 902: '2', 903: '3' }))
    const strange = found.filter(({ what }) => what === 'folders without a client')
    expect(strange.map(({ level, evidence }) => `${level.toLowerCase()}: ${evidence}`)).toEqual(
      expected.map((text): unknown => expect.stringContaining(text)),
    )
    for (const { remedy } of strange) expect(remedy).toContain('admin-cli delete-webhook 903')
  },
)

test.each([
  ['no key has fitted since', {}, 'WARN', /no key has fitted since 2026-11-27T21:00:00Z/],
  ['no key has ever fitted', {}, 'FAIL', /: 0 fit a key, 2 fit none/, 0],
  [
    'a key fitted again',
    { fittedAt: '2026-11-27T21:05:00Z' },
    'PASS',
    /fitted again at 2026-11-27T21:05:00Z/,
  ],
])('doctor on deliveries that fit no key, when %s', async (_, more, level, evidence, matches = 5) => {
  const [at, since] = ['2026-11-27T21:01:00Z', '2026-11-27T21:00:00Z']
  const lastWrongSignature = { deliveryId: 'd1', at, since, ...more }
  const parts = { unmatchedUploads: 'ok, but 3 uploads wait for a client with their folder' }
  const server = createServer(({ url }, response) => {
    response.end(
      url === '/readyz'
        ? JSON.stringify({ isReady: true, ...parts, lastWrongSignature })
        : metricsOf(matches),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const config = () => ({ gateway: { host: '127.0.0.1', port, dataDir: '/' } })
  const found = await gateway.examine({ config } as unknown as Installation)
  server.close()
  expect(found.find(({ what }) => what === 'signatures')).toMatchObject({
    level,
    evidence: expect.stringMatching(evidence),
  })
  expect(found.find(({ what }) => what === 'folders without a client')).toMatchObject({
    level: 'WARN',
    evidence: '3 uploads wait for a client with their folder',
  })
})

function metricsOf(matches: number): string {
  return (
    'qc_gateway_deliveries_total{result="refused",reason="wrong_signature"} 2\n' +
    `qc_gateway_signature_key_matches_total{key="primary"} ${matches}\n`
  )
}

function installation(asked: object[], folderOf: Record<string, string>): Installation {
  const webhook = (id: string) => ({ id, targetId: folderOf[id], triggers: ['FILE.UPLOADED'], address })
  async function* list() {
    for (const id of Object.keys(folderOf)) yield { id, targetId: folderOf[id], targetType: 'folder' }
  }
  return {
    box: async () => ({ webhooks: { list, get: async (id: string) => webhook(id) } }),
    opened: () => ({ clients: () => new Map([acme, globex].map((client) => [client.id, client])) }),
    clients: () => asked,
    config: () => ({ webhooks: { address } }),
  } as unknown as Installation
}
