import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { phpJson } from '../../../sandbox/simulated-box/deliveries/php-json'
import { retryDelayMs } from '../../../sandbox/simulated-box/deliveries/schedule'
import { sign } from '../../../sandbox/simulated-box/deliveries/signature'
import { startSimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import type { SimulatedBox, SimulatedBoxOptions } from '../../../sandbox/simulated-box/simulated-box'
import { gatewayAddress, gatewayOrigin, rawCaller, seedClient, startReceiver } from './support'

interface Vector {
  name: string
  wire_body: string
  timestamp: string
  primary_key: string
  expected_primary: string
  secondary_key?: string
  expected_secondary?: string
}

const { vectors } = JSON.parse(
  readFileSync(join(__dirname, '../../fixtures/signature-vectors.json'), 'utf8'),
) as { vectors: Vector[] }

test.each(vectors)("the published vector '$name': body and signatures", (vector) => {
  expect(phpJson(JSON.parse(vector.wire_body))).toBe(vector.wire_body)
  expect(sign(vector.wire_body, vector.timestamp, vector.primary_key)).toBe(vector.expected_primary)
  if (vector.secondary_key !== undefined)
    expect(sign(vector.wire_body, vector.timestamp, vector.secondary_key)).toBe(vector.expected_secondary)
})

test.each([
  ['ü–😀/\u007f', '"\\u00fc\\u2013\\ud83d\\ude00\\/\\u007f"'],
  ['"\\\n\t\u0001', '"\\"\\\\\\n\\t\\u0001"'],
  ['\u2028\ud800', '"\\u2028\\ud800"'],
  [[], '[]'],
  [{}, '{}'],
])('%j as PHP writes it', (value, expected) => {
  expect(phpJson(value)).toBe(expected)
})

test('12 tries over 2 hours, on a clock that can be scaled', () => {
  const clock = { scale: 1, deliveryTimeoutMs: 30_000 }
  const waits = Array.from({ length: 12 }, (_, tries) => retryDelayMs(tries, clock) ?? NaN)
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(2 * 60 * 60 * 1000)
  expect(retryDelayMs(12, clock)).toBeUndefined()
  expect(retryDelayMs(1, { ...clock, scale: 100 })).toBe((waits[1] ?? 0) / 100)
})

let box: SimulatedBox | undefined
let receiver: Awaited<ReturnType<typeof startReceiver>> | undefined
afterEach(async () => {
  await box?.stop()
  await receiver?.stop()
  box = receiver = undefined
})

async function start(
  options: {
    answer?: (count: number) => number | 'never'
    box?: SimulatedBoxOptions
    triggers?: string[]
  } = {},
) {
  receiver = await startReceiver(options.answer)
  box = await startSimulatedBox({
    deliveryMap: { [gatewayOrigin]: receiver.url },
    clock: { scale: 100_000 },
    ...options.box,
  })
  const client = await seedClient(box)
  const triggers = options.triggers ?? ['FILE.UPLOADED']
  const service = rawCaller(box, box.serviceAccountId)
  const { body: webhook } = await service('POST', '/2.0/webhooks', {
    target: { id: client.incoming, type: 'folder' },
    address: gatewayAddress,
    triggers,
  })
  let count = 0
  const upload = async (name = `file ${(count += 1)}.txt`, folderId = client.incoming) => {
    return box!.control.upload({ userId: client.anna, folderId, name, content: name })
  }
  return { box, receiver, client, service, upload, control: box.control, webhookId: String(webhook.id) }
}

const settled = (fileId: string) => (delivery: { sourceId: string | null; state: string }) =>
  delivery.sourceId === fileId && delivery.state !== 'pending'
const bodies = () =>
  (receiver?.received ?? []).map(
    ({ body }) => JSON.parse(body) as Record<string, unknown> & { source: { id: string } },
  )

test('an upload is delivered as by Box: signed with both keys, in PHP-style JSON', async () => {
  const { box: ours, control, upload, client, webhookId, receiver: gateway } = await start()
  const { fileId, versionId, sha1 } = await upload('Grüße – 😀.txt')
  await control.waitForDelivery(settled(fileId))
  const [{ headers, body } = { headers: {}, body: '' }] = gateway.received
  expect(headers).toMatchObject({
    'content-type': expect.stringMatching(/^application\/json/),
    'box-delivery-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    'box-delivery-timestamp': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-08:00$/),
    'box-signature-version': '1',
    'box-signature-algorithm': 'HmacSHA256',
  })
  const timestamp = String(headers['box-delivery-timestamp'])
  for (const [header, key] of [
    ['box-signature-primary', ours.primaryKey],
    ['box-signature-secondary', ours.secondaryKey],
  ] as const) {
    expect(headers[header]).toBe(createHmac('sha256', key).update(body).update(timestamp).digest('base64'))
  }
  expect(Math.abs(Date.parse(timestamp) - Date.now())).toBeLessThan(5_000)
  expect(body).toContain('"additional_info":[]')
  expect(body).toContain('Gr\\u00fc\\u00dfe \\u2013 \\ud83d\\ude00.txt')
  expect(JSON.parse(body)).toMatchObject({
    ...{
      type: 'webhook_event',
      trigger: 'FILE.UPLOADED',
      webhook: { id: webhookId, type: 'webhook' },
      created_by: { id: client.anna },
    },
    source: {
      id: fileId,
      type: 'file',
      sha1,
      file_version: { id: versionId },
      parent: { id: client.incoming },
      path_collection: { entries: [{ id: '0' }, { id: client.incoming }] },
    },
  })
})

describe('FILE.UPLOADED', () => {
  test('fires on uploads into sub-folders and moves into INCOMING; not on renames or tags', async () => {
    const { control, upload, client, service } = await start()
    const sub = await service('POST', '/2.0/folders', { name: 'sub', parent: { id: client.incoming } })
    const inSub = await upload('in sub.txt', String(sub.body.id))
    await control.setRole({ folderId: client.reports, userId: client.anna, role: 'editor' })
    const elsewhere = await upload('elsewhere.txt', client.reports)
    await service('PUT', `/2.0/files/${elsewhere.fileId}`, { parent: { id: client.incoming } })
    await service('PUT', `/2.0/files/${inSub.fileId}`, { name: 'renamed.txt' })
    await service('PUT', `/2.0/files/${inSub.fileId}`, { tags: ['seen'] })
    const processed = await service('POST', '/2.0/folders', {
      name: '_PROCESSED',
      parent: { id: client.incoming },
    })
    await service('PUT', `/2.0/files/${inSub.fileId}`, {
      name: 's_renamed.txt',
      parent: { id: processed.body.id },
    })
    const last = await upload('last.txt')
    await control.waitForDelivery(settled(last.fileId))
    const all = await control.deliveries()
    expect(all.map(({ sourceId }) => sourceId)).toEqual([
      inSub.fileId,
      elsewhere.fileId,
      inSub.fileId,
      last.fileId,
    ])
  })

  test('does not fire on a move out, nor for the files of a folder that is moved in whole', async () => {
    const { control, upload, client, box: ours } = await start()
    const { fileId } = await upload()
    await control.move({ id: fileId, parentId: client.reports })
    const { folders } = await control.seed({ folders: [{ key: 'whole', name: 'whole', parent: client.top }] })
    await control.upload({
      userId: ours.adminId,
      folderId: String(folders.whole),
      name: 'inside.txt',
      content: 'x',
    })
    await control.move({ id: String(folders.whole), parentId: client.incoming })
    expect(await control.deliveries()).toHaveLength(1)
  })

  test.each([
    [false, 1],
    [true, 2],
  ])(
    'with the switch for new versions %s, an upload and a new version fire %i times',
    async (firesOnNewVersion, times) => {
      const { control, upload, client } = await start({ box: { firesOnNewVersion } })
      const { fileId } = await upload()
      await control.uploadVersion({ userId: client.anna, fileId, content: 'new' })
      expect(await control.deliveries()).toHaveLength(times)
    },
  )

  test('is not sent to a webhook whose user no longer sees the folder', async () => {
    const { control, upload, client, box: ours } = await start()
    await control.setRole({ folderId: client.incoming, userId: ours.serviceAccountId, role: null })
    await upload()
    expect(await control.deliveries()).toEqual([])
  })

  test('by somebody without a login names user 2', async () => {
    const { control, client } = await start()
    await control.setRole({ folderId: client.incoming, userId: '2', role: 'uploader' })
    const { fileId } = await control.upload({
      userId: '2',
      folderId: client.incoming,
      name: 'x.txt',
      content: 'x',
    })
    await control.waitForDelivery(settled(fileId))
    expect(bodies()[0]).toMatchObject({ created_by: { type: 'user', id: '2' } })
  })
})

test('a trashed file fires FILE.TRASHED where that is wanted', async () => {
  const { control, upload } = await start({ triggers: ['FILE.TRASHED'] })
  const { fileId } = await upload()
  await control.trash(fileId)
  await control.waitForDelivery(settled(fileId))
  expect(bodies()).toMatchObject([{ trigger: 'FILE.TRASHED', source: { id: fileId } }])
})

describe('tries', () => {
  test('go on after 4xx and 5xx: the same event, with a new delivery id and signatures', async () => {
    const {
      control,
      upload,
      receiver: gateway,
    } = await start({ answer: (count) => [404, 503, 302, 204][count - 1] ?? 500 })
    const { fileId } = await upload()
    const delivery = await control.waitForDelivery(settled(fileId))
    expect(delivery).toMatchObject({
      state: 'delivered',
      tries: [{ status: 404 }, { status: 503 }, { status: 302 }, { status: 204 }],
    })
    expect(new Set(delivery.tries.map(({ deliveryId }) => deliveryId)).size).toBe(4)
    expect(gateway.received.map(({ headers }) => headers['box-delivery-id'])).toEqual(
      delivery.tries.map(({ deliveryId }) => deliveryId),
    )
    expect(new Set(gateway.received.map(({ body }) => body)).size).toBe(1)
    expect(new Set(bodies().map(({ id }) => id))).toEqual(new Set([delivery.eventId]))
  })

  test('end after the twelfth: the event is lost', async () => {
    const { control, upload, receiver: gateway } = await start({ answer: () => 500 })
    const { fileId } = await upload()
    const delivery = await control.waitForDelivery(settled(fileId))
    expect(delivery.state).toBe('lost')
    expect(delivery.tries).toHaveLength(12)
    expect(gateway.received).toHaveLength(12)
  })

  test('end when no answer comes in time, and at a port without a listener', async () => {
    const { control, upload } = await start({
      answer: (count) => (count === 1 ? 'never' : 200),
      box: { clock: { scale: 100_000, deliveryTimeoutMs: 1_000 } },
    })
    const { fileId } = await upload()
    const delivery = await control.waitForDelivery(settled(fileId))
    expect(delivery.tries).toMatchObject([{ error: 'no answer within 1000 ms' }, { status: 200 }])
    await control.setDeliveryMap({ [gatewayOrigin]: 'http://127.0.0.1:1' })
    const { fileId: other } = await upload()
    expect((await control.waitForDelivery(settled(other))).tries[0]?.error).toMatch(/ECONNREFUSED/)
  })

  test('are not sent when the address is not in the delivery map; the map takes loopback only', async () => {
    const { control, upload } = await start()
    await control.setDeliveryMap({})
    const { fileId } = await upload()
    expect((await control.waitForDelivery(settled(fileId))).tries[0]?.error).toMatch(
      /not in the delivery map/,
    )
    await expect(control.setDeliveryMap({ [gatewayOrigin]: 'http://10.0.0.1' })).rejects.toThrow(/loopback/)
  })
})

describe('disturbances', () => {
  test('lost: it is not sent, and there is no replay', async () => {
    const { control, upload, receiver: gateway } = await start()
    await control.disturbDeliveries({ loseNext: 1 })
    const [lost, heard] = [await upload(), await upload()]
    await control.waitForDelivery(settled(heard.fileId))
    expect(await control.deliveries()).toMatchObject([
      { sourceId: lost.fileId, state: 'lost', tries: [] },
      { state: 'delivered' },
    ])
    expect(gateway.received).toHaveLength(1)
  })

  test('duplicates: one event, several deliveries', async () => {
    const { control, upload } = await start()
    await control.disturbDeliveries({ duplicates: 2 })
    const { fileId } = await upload()
    const { eventId, tries } = await control.waitForDelivery(settled(fileId))
    expect(new Set(tries.map(({ deliveryId }) => deliveryId)).size).toBe(3)
    expect(bodies().map(({ id }) => id)).toEqual([eventId, eventId, eventId])
    await control.redeliver(eventId)
    expect(bodies()).toHaveLength(4)
  })

  test('reordered: the first event is sent last', async () => {
    const { control, upload } = await start()
    await control.disturbDeliveries({ reorderNext: 3 })
    const files = [await upload(), await upload(), await upload()]
    await control.waitForDelivery(settled(files[0]?.fileId ?? ''))
    expect(bodies().map(({ source }) => source.id)).toEqual(files.map(({ fileId }) => fileId).reverse())
  })

  test('paused, then let go', async () => {
    const { control, upload, receiver: gateway } = await start()
    await control.disturbDeliveries({ isPaused: true })
    const { fileId } = await upload()
    await control.deliverAll()
    expect(gateway.received).toEqual([])
    await control.disturbDeliveries({ isPaused: false })
    await control.waitForDelivery(settled(fileId))
    expect(gateway.received).toHaveLength(1)
  })

  test('delayed, until a test wants them', async () => {
    const { control, upload, receiver: gateway } = await start()
    await control.disturbDeliveries({ delayMs: 3_600_000 })
    const { fileId } = await upload()
    expect(gateway.received).toEqual([])
    await control.deliverAll()
    await control.waitForDelivery(settled(fileId))
    expect(gateway.received).toHaveLength(1)
  })
})

test('keys rotate one at a time, without a restart', async () => {
  const { control, upload, box: ours, receiver: gateway } = await start()
  await control.setKey({ primaryKey: 'new primary' })
  await expect(control.setKey({ primaryKey: 'a', secondaryKey: 'b' })).rejects.toThrow(/one key/)
  const { fileId } = await upload()
  await control.waitForDelivery(settled(fileId))
  const [{ headers, body } = { headers: {}, body: '' }] = gateway.received
  expect(headers['box-signature-primary']).toBe(
    sign(body, String(headers['box-delivery-timestamp']), 'new primary'),
  )
  expect(headers['box-signature-secondary']).toBe(
    sign(body, String(headers['box-delivery-timestamp']), ours.secondaryKey),
  )
})

test('without the authorization of the app, events shrink to NO_ACTIVE_SESSION', async () => {
  const { control, upload, box: ours, receiver: gateway } = await start()
  await control.setApp(ours.appId, { isAuthorized: false })
  await upload()
  await control.waitForDelivery(
    ({ trigger, state }) => trigger === 'NO_ACTIVE_SESSION' && state === 'delivered',
  )
  expect(Object.keys(bodies()[0] ?? {}).sort()).toEqual([
    'additional_info',
    'created_at',
    'id',
    'trigger',
    'type',
    'webhook',
  ])
  await control.setApp(ours.appId, { isAuthorized: true })
  const { fileId } = await upload()
  await control.waitForDelivery(settled(fileId))
  expect(gateway.received).toHaveLength(2)
})

test('a test may order a NO_ACTIVE_SESSION alone', async () => {
  const { control, webhookId } = await start()
  await control.noActiveSession(webhookId)
  await control.waitForDelivery(
    ({ trigger, state }) => trigger === 'NO_ACTIVE_SESSION' && state === 'delivered',
  )
  expect(bodies()).toMatchObject([{ trigger: 'NO_ACTIVE_SESSION', webhook: { id: webhookId } }])
})

test('a webhook that Box removed says so to its address, with the reason as an object', async () => {
  const { control, webhookId, service, receiver: gateway } = await start()
  await control.removeWebhook(webhookId, 'auto_cleanup')
  await control.waitForDelivery(
    ({ trigger, state }) => trigger === 'WEBHOOK.DELETED' && state === 'delivered',
  )
  expect(gateway.received[0]?.body).toContain('"additional_info":{"reason":"auto_cleanup"}')
  expect((await service('GET', `/2.0/webhooks/${webhookId}`)).status).toBe(404)
})

test('a test gets valid signatures for a delivery of its own', async () => {
  const { control, box: ours } = await start()
  const headers = await control.sign({ body: '{}', timestamp: '2026-11-24T00:00:00-08:00' })
  expect(headers['box-signature-primary']).toBe(sign('{}', '2026-11-24T00:00:00-08:00', ours.primaryKey))
})
