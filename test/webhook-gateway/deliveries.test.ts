import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createSignatureKeys } from '../../config/signature-keys'
import { phpJson, signedHeaders, testKeys, uploadBody } from '../support/box-delivery'
import { type GatewayUnderTest, readyParts, startGatewayUnderTest } from '../support/gateway-under-test'

let gateway: GatewayUnderTest
beforeEach(async () => {
  gateway = await startGatewayUnderTest()
})
afterEach(() => gateway.stop())

describe('an upload', () => {
  it('starts a run with what the event says, and logs the runbook’s line', async () => {
    const response = await gateway.deliver(uploadBody({ createdAt: '2026-11-24T01:30:00-08:00' }))
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      result: 'accepted',
      reason: 'upload',
      session: '20261124T093000Z-887766',
    })
    expect(gateway.started).toEqual([
      {
        clientId: 'acme',
        fileId: '1234567890',
        versionId: '99887766',
        name: 'poster.jpg',
        sha1: 'a'.repeat(40),
        sizeBytes: 4711,
        incomingFolderId: '7001',
        eventTime: '2026-11-24T09:30:00.000Z',
        origin: 'event',
        attempt: 1,
        session: '20261124T093000Z-887766',
        profileId: 'static_general',
        mode: 'active',
        earlierSessions: [],
      },
    ])
    expect(gateway.messages()).toEqual([
      'Box webhook: dispatching session=20261124T093000Z-887766 ' +
        'client=acme profile=static_general file_id=1234567890',
    ])
    expect(await gateway.counted('accepted', 'upload')).toBe(1)
  })

  it.each(['Grüße – Übung.JPG', 'スクリーンショット 😀.png', 'a\\b"c\u007f.pdf', `${'ö'.repeat(250)}.jpg`])(
    'keeps the name %s, which Box writes as PHP does',
    async (name) => {
      const response = await gateway.deliver(uploadBody({ name }))
      expect(response.status).toBe(200)
      expect(gateway.started.map((upload) => upload.name)).toEqual([name])
    },
  )

  it('is verified by either key, and says which one matched', async () => {
    await gateway.deliver(uploadBody(), { keys: { primary: testKeys.primary } })
    await gateway.deliver(uploadBody(), { keys: { secondary: testKeys.secondary } })
    await gateway.deliver(uploadBody(), {
      keys: { primary: 'not rotated here yet', secondary: testKeys.secondary },
    })
    await gateway.deliver(uploadBody())
    expect(gateway.started).toHaveLength(4)
    const { values } = await gateway.metrics.keyMatches.get()
    expect(Object.fromEntries(values.map(({ labels, value }) => [labels.key, value]))).toEqual({
      primary: 1,
      secondary: 2,
      both: 1,
    })
  })

  it('that Temporal did not store is refused with 503, and so delivered again', async () => {
    const down = await startGatewayUnderTest({
      startUpload: () => Promise.reject(new Error('14 UNAVAILABLE: no\nconnection')),
    })
    const response = await down.deliver(uploadBody())
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ error: 'temporal_unavailable' })
    expect(down.logs[0]).toMatchObject({
      level: 'error',
      fields: { error: '14 UNAVAILABLE: no\\u{a}connection' },
    })
    expect(await down.counted('refused', 'temporal_unavailable')).toBe(1)
    await down.stop()
  })

  it('with a broken override of the default profile starts, and the problem is logged', async () => {
    const place = {
      clientId: 'acme',
      profileId: 'p',
      mode: 'active' as const,
      extensions: undefined,
      problem: 'client_defaults.json is not JSON',
    }
    const corrected = await startGatewayUnderTest({
      findIncomingFolder: (id) => (id === '7001' ? place : undefined),
    })
    await corrected.deliver(uploadBody({ name: 'any.docx' }))
    expect(corrected.started).toHaveLength(1)
    expect(corrected.logs[0]).toMatchObject({
      level: 'warn',
      fields: { problem: 'client_defaults.json is not JSON' },
    })
    await corrected.stop()
  })
})

describe('a signed delivery that is not for us is answered with 200', () => {
  const incoming = { id: '7001', name: 'AI QC Acme IN' }
  const ignored: [string, Parameters<typeof uploadBody>[0], string, string][] = [
    [
      'a folder of no client',
      { folders: [{ id: '31', name: 'Other' }] },
      'unknown_folder',
      'Box webhook: no client configured for Box folder 31',
    ],
    [
      'an extension that is not QC',
      { name: 'brief.DOCX' },
      'extension',
      'Box webhook: skipping non-QC extension docx',
    ],
    [
      'a name without extension',
      { name: 'README' },
      'extension',
      'Box webhook: skipping non-QC extension (none)',
    ],
    [
      'an extension with control characters',
      { name: 'x.j\npg\u001b[31m\u202e' },
      'extension',
      'Box webhook: skipping non-QC extension j\\u{a}pg\\u{1b}[31m\\u{202e}',
    ],
    [
      'our own move into _PROCESSED',
      { folders: [incoming, { id: '7002', name: '_PROCESSED' }] },
      'processed',
      'Box webhook: ignoring file_id=1234567890, it is in _PROCESSED',
    ],
    [
      '_PROCESSED in other letters, and deeper',
      { folders: [incoming, { id: '7002', name: '_processed' }, { id: '7003', name: 'old' }] },
      'processed',
      'Box webhook: ignoring file_id=1234567890, it is in _PROCESSED',
    ],
    [
      'another trigger',
      { trigger: 'FILE.DELETED' },
      'trigger',
      'Box webhook: ignoring a trigger other than FILE.UPLOADED',
    ],
  ]

  it.each(ignored)('%s', async (_, fields, reason, message) => {
    const response = await gateway.deliver(uploadBody(fields))
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 200,
      body: { result: 'ignored', reason },
    })
    expect(gateway.messages()).toEqual([message])
    expect(await gateway.counted('ignored', reason)).toBe(1)
    expect(gateway.started).toEqual([])
  })

  it.each([
    [
      'NO_ACTIVE_SESSION',
      { type: 'webhook_event', id: '1', trigger: 'NO_ACTIVE_SESSION' },
      'authorize it again',
    ],
    [
      'WEBHOOK.DELETED',
      { ...uploadBody({ trigger: 'WEBHOOK.DELETED' }), additional_info: { reason: 'auto_cleanup' } },
      'register it again',
    ],
    [
      'WEBHOOK.DELETED without its reason',
      { ...uploadBody({ trigger: 'WEBHOOK.DELETED' }), additional_info: [] },
      'register it again',
    ],
  ])('%s: with a loud warning that says what to do', async (name, event, remedy) => {
    const response = await gateway.deliver(event)
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      status: 200,
      body: { result: 'alert' },
    })
    expect(gateway.logs).toHaveLength(1)
    expect(gateway.logs[0]).toMatchObject({ level: 'error' })
    expect(gateway.logs[0]?.message).toContain(remedy)
    expect(await gateway.counted('alert', name.split(' ')[0] ?? '')).toBe(1)
  })
})

describe('matching', () => {
  const place = (clientId: string) => ({
    clientId,
    profileId: `${clientId}_profile`,
    mode: 'shadow' as const,
    extensions: ['jpg'],
    problem: undefined,
  })
  const places: Record<string, ReturnType<typeof place>> = { '10': place('outer'), '30': place('inner') }

  it.each([
    ['directly in the folder', ['10'], 'outer', '10'],
    ['in a sub-folder', ['10', '20'], 'outer', '10'],
    ['in a nearer configured folder', ['10', '20', '30', '40'], 'inner', '30'],
  ])('a file %s belongs to the nearest configured ancestor', async (_, ids, clientId, incomingFolderId) => {
    const routed = await startGatewayUnderTest({ findIncomingFolder: (id) => places[id] })
    await routed.deliver(uploadBody({ folders: ids.map((id) => ({ id, name: `folder ${id}` })) }))
    expect(routed.started).toMatchObject([
      { clientId, incomingFolderId, profileId: `${clientId}_profile`, mode: 'shadow' },
    ])
    await routed.stop()
  })

  it('a folder named _PROCESSED that is not directly below INCOMING is like any other', async () => {
    await gateway.deliver(
      uploadBody({
        folders: [
          { id: '1', name: '_PROCESSED' },
          { id: '7001', name: 'IN' },
          { id: '8', name: 'sub' },
          { id: '9', name: '_PROCESSED' },
        ],
      }),
    )
    expect(gateway.started).toHaveLength(1)
  })

  it.each(['parent', 'path_collection', 'sha1'])(
    '%s may be missing when another field has the same value',
    async (field) => {
      const event = uploadBody()
      const source = Object.fromEntries(Object.entries(event.source).filter(([key]) => key !== field))
      expect((await gateway.deliver({ ...event, source })).status).toBe(200)
      expect(gateway.started).toMatchObject([{ incomingFolderId: '7001', sha1: 'a'.repeat(40) }])
    },
  )

  it(
    'an event without parent and path is answered ' + 'with 200 and logged: the sweep finds the file',
    async () => {
      const event = uploadBody()
      const source = { ...event.source, path_collection: undefined, parent: null }
      const response = await gateway.deliver({ ...event, source })
      expect(response.status).toBe(200)
      expect(await response.json()).toEqual({ result: 'ignored', reason: 'no_folder' })
      expect(gateway.logs).toMatchObject([{ level: 'warn', fields: { fileId: '1234567890' } }])
      expect(gateway.messages().join()).toContain('the sweep will find the file')
    },
  )

  it('a parent that path_collection leaves out counts as the last folder', async () => {
    const event = uploadBody()
    event.source.path_collection.entries.pop()
    await gateway.deliver(event)
    expect(gateway.started).toHaveLength(1)
  })
})

describe('keys in files', () => {
  it('rotate while the gateway runs; a half-written file leaves the last good key in use', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qc-keys-'))
    const file = join(folder, 'primary')
    writeFileSync(file, 'first key\n')
    const problems: string[] = []
    const signatureKeys = createSignatureKeys({ primary: { file }, secondary: {} }, ({ message }) =>
      problems.push(message),
    )
    const rotating = await startGatewayUnderTest({ signatureKeys })
    const statusWith = async (primary: string) =>
      (await rotating.deliver(uploadBody(), { keys: { primary } })).status
    expect(await statusWith('first key')).toBe(200)
    writeFileSync(file, '')
    expect(await statusWith('first key')).toBe(200)
    expect(problems).toEqual([expect.stringContaining('is empty')])
    rmSync(file)
    expect(await statusWith('first key')).toBe(200)
    writeFileSync(file, 'second key')
    expect(await statusWith('first key')).toBe(403)
    expect(await statusWith('second key')).toBe(200)
    expect(problems.join() + rotating.logText()).not.toMatch(/first key|second key/)
    await rotating.stop()
    rmSync(folder, { recursive: true })
  })
})

describe('health', () => {
  const get = async (path: string, from = gateway) => {
    const response = await fetch(`http://127.0.0.1:${from.port}${path}`)
    return { status: response.status, text: await response.text() }
  }

  it('/healthz says that the process lives', async () => {
    expect(await get('/healthz')).toEqual({ status: 200, text: '{"status":"ok"}' })
  })

  it('/readyz is 200 or 503 and names the part', async () => {
    expect((await get('/readyz')).status).toBe(200)
    const parts = { ...readyParts, temporal: 'down' }
    const unready = await startGatewayUnderTest({ readiness: async () => ({ isReady: false, parts }) })
    expect(await get('/readyz', unready)).toEqual({
      status: 503,
      text: JSON.stringify({ isReady: false, ...parts }),
    })
    await unready.stop()
  })

  it('/readyz names the last delivery that fits no key, and since when none has fitted', async () => {
    const clock = { now: Date.now() }
    const own = await startGatewayUnderTest({ now: () => new Date(clock.now) })
    const body = phpJson(uploadBody())
    const forge = async (deliveryId: string) => {
      clock.now += 1000
      const signed = signedHeaders(body)
      const headers = { ...signed, 'box-signature-primary': 'x', 'box-signature-secondary': 'y' }
      expect((await own.post(body, { ...headers, 'box-delivery-id': deliveryId })).status).toBe(403)
      return new Date(clock.now).toISOString()
    }
    const lastWrong = async () =>
      (JSON.parse((await get('/readyz', own)).text) as { lastWrongSignature?: unknown }).lastWrongSignature
    expect(await lastWrong()).toBeUndefined()
    const since = await forge('first')
    const second = await forge('second')
    expect(await lastWrong()).toEqual({ deliveryId: 'second', at: second, since })
    await own.post(body)
    const fittedAt = new Date(clock.now).toISOString()
    expect(await lastWrong()).toEqual({ deliveryId: 'second', at: second, since, fittedAt })
    const again = await forge('third')
    expect(await lastWrong()).toEqual({ deliveryId: 'third', at: again, since: again })
    await own.stop()
  })

  it('/metrics speaks Prometheus', async () => {
    const body = phpJson(uploadBody())
    await gateway.post(body, signedHeaders(body))
    const { status, text } = await get('/metrics')
    expect(status).toBe(200)
    expect(text).toContain('qc_gateway_deliveries_total{result="accepted",reason="upload"} 1')
    expect(text).toContain('qc_gateway_delivery_seconds_count{result="accepted"} 1')
  })
})
