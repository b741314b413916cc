import { startSimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import type { SimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import { gatewayAddress, rawCaller, sdkFor, seedClient } from './support'

let box: SimulatedBox
let client: Awaited<ReturnType<typeof seedClient>>

beforeAll(async () => {
  box = await startSimulatedBox()
  client = await seedClient(box)
})
afterAll(() => box.stop())

const call = (method: string, path: string, body?: unknown) =>
  rawCaller(box, box.serviceAccountId)(method, path, body)
const order = (changes: Record<string, unknown> = {}) => ({
  target: { id: client.incoming, type: 'folder' },
  address: gatewayAddress,
  triggers: ['FILE.UPLOADED'],
  ...changes,
})

test.each<[string, () => Record<string, unknown>, number, string, string]>([
  ['http', () => order({ address: 'http://gateway.sandbox.example/x' }), 400, 'bad_request', 'address'],
  [
    'another port',
    () => order({ address: 'https://gateway.sandbox.example:8443/x' }),
    400,
    'bad_request',
    'address',
  ],
  ['no URL', () => order({ address: 'gateway' }), 400, 'bad_request', 'address'],
  ['a local address', () => order({ address: 'https://127.0.0.1/x' }), 400, 'bad_request', 'address'],
  ["Box's own host", () => order({ address: 'https://app.box.com/x' }), 400, 'bad_request', 'address'],
  ['no address', () => order({ address: undefined }), 400, 'bad_request', 'address'],
  ['the root folder', () => order({ target: { id: '0', type: 'folder' } }), 400, 'bad_request', 'target.id'],
  ['no target', () => order({ target: undefined }), 400, 'bad_request', 'target'],
  ['a web link', () => order({ target: { id: '1', type: 'web_link' } }), 400, 'bad_request', 'target.type'],
  ['an unknown trigger', () => order({ triggers: ['FILE.EATEN'] }), 400, 'bad_request', 'triggers'],
  ['no trigger', () => order({ triggers: [] }), 400, 'bad_request', 'triggers'],
])('%s is an error', async (_what, body, status, code, name) => {
  const answer = await call('POST', '/2.0/webhooks', body())
  expect(answer.body).toMatchObject({
    type: 'error',
    status,
    code,
    context_info: { errors: [expect.objectContaining({ name })] },
  })
})

test('a folder that is not there, or not seen, is 404', async () => {
  for (const id of ['99', client.top]) {
    expect(
      (await call('POST', '/2.0/webhooks', order({ target: { id, type: 'folder' } }))).body,
    ).toMatchObject({
      status: 404,
      code: 'not_found',
    })
  }
})

test('without the scope "Manage webhooks" everything is 403 insufficient_scope', async () => {
  await box.control.setApp(box.appId, { managesWebhooks: false })
  for (const [method, path, body] of [
    ['GET', '/2.0/webhooks', undefined],
    ['POST', '/2.0/webhooks', order()],
    ['GET', '/2.0/webhooks/1', undefined],
  ] as const) {
    expect((await call(method, path, body)).body).toMatchObject({ status: 403, code: 'insufficient_scope' })
  }
  await box.control.setApp(box.appId, { managesWebhooks: true })
})

test('one webhook per item, application and user, also with another address', async () => {
  const first = await call('POST', '/2.0/webhooks', order())
  expect(first.status).toBe(201)
  const again = await call(
    'POST',
    '/2.0/webhooks',
    order({ address: 'https://elsewhere.example/y', triggers: ['FILE.TRASHED'] }),
  )
  expect(again.body).toMatchObject({ status: 409, code: 'conflict' })
  const other = await call('POST', '/2.0/webhooks', order({ target: { id: client.reports, type: 'folder' } }))
  expect(other.status).toBe(201)
  const moved = await call('PUT', `/2.0/webhooks/${String(other.body.id)}`, {
    target: { id: client.incoming, type: 'folder' },
  })
  expect(moved.body).toMatchObject({ status: 409 })

  const anna = rawCaller(box, client.anna, box.appId)
  const hers = await anna('POST', '/2.0/webhooks', order())
  expect(hers.status).toBe(201)
  expect((await call('GET', `/2.0/webhooks/${String(hers.body.id)}`)).status).toBe(404)
  expect((await anna('GET', '/2.0/webhooks')).body.entries).toEqual([
    { id: hers.body.id, type: 'webhook', target: { id: client.incoming, type: 'folder' } },
  ])

  const app = await box.control.createApp({ name: 'Second' })
  await box.control.setRole({ folderId: client.incoming, userId: app.serviceAccountId, role: 'editor' })
  const second = await sdkFor(box, { jwtConfigFile: app.jwtConfigFile }).webhooks.createWebhook({
    target: { id: client.incoming, type: 'folder' },
    address: gatewayAddress,
    triggers: ['FILE.UPLOADED'],
  })
  expect(second.id).toMatch(/^\d+$/)

  for (const id of [first.body.id, other.body.id])
    expect((await call('DELETE', `/2.0/webhooks/${String(id)}`)).status).toBe(204)
  await anna('DELETE', `/2.0/webhooks/${String(hers.body.id)}`)
})

test('the listing has pages, and no more than id, type and target', async () => {
  const keys = Array.from({ length: 5 }, (_, index) => ({
    key: `f${index}`,
    name: `f${index}`,
    parent: client.incoming,
  }))
  const { folders } = await box.control.seed({ folders: keys })
  for (const id of keys.map(({ key }) => folders[key]))
    await call('POST', '/2.0/webhooks', order({ target: { id, type: 'folder' } }))
  const seen: unknown[] = []
  let marker = ''
  do {
    const { body } = await call('GET', `/2.0/webhooks?limit=2&marker=${marker}`)
    seen.push(...(body.entries as { id: string }[]).map(({ id }) => id))
    marker = (body.next_marker as string | null | undefined) ?? ''
  } while (marker !== '')
  expect(new Set(seen).size).toBe(5)
  expect((await call('GET', '/2.0/webhooks?limit=1001')).body).toMatchObject({ status: 400 })
  expect((await call('GET', '/2.0/webhooks?marker=%00')).body).toMatchObject({ status: 400 })
})

test('unknown and malformed ids', async () => {
  expect((await call('GET', '/2.0/webhooks/99')).body).toMatchObject({ status: 404 })
  expect((await call('DELETE', '/2.0/webhooks/x')).body).toMatchObject({ status: 405 })
})
