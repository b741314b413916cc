import { connect } from 'node:net'

import { phpJson, rfc3339, signedHeaders, testKeys, uploadBody } from '../support/box-delivery'
import { type GatewayUnderTest, startGatewayUnderTest } from '../support/gateway-under-test'

let gateway: GatewayUnderTest
beforeEach(async () => {
  gateway = await startGatewayUnderTest()
})
afterEach(() => gateway.stop())

const marker = 'NOBODY-MAY-READ-THIS'
const good = phpJson(uploadBody({ name: `${marker}.jpg` }))
const ago = (ms: number) => rfc3339(new Date(Date.now() - ms))
const verificationFailed = 'Box webhook: signature verification failed'

function headersWithout(name: string) {
  return Object.fromEntries(Object.entries(signedHeaders(good)).filter(([key]) => key !== name))
}

interface Case {
  title: string
  status: number
  reason: string
  message: string
  path?: string
  method?: string
  body?: string
  headers?: () => Record<string, string>
}

/** In the order of the checks. */
const cases: Case[] = [
  {
    title: 'another path',
    path: '/box/webhook/',
    status: 404,
    reason: 'unknown_path',
    message: 'Box webhook: refused, unknown_path',
  },
  {
    title: 'another method',
    method: 'PUT',
    status: 405,
    reason: 'wrong_method',
    message: 'Box webhook: refused, wrong_method',
  },
  {
    title: 'a body over the limit',
    body: phpJson(uploadBody({ name: `${marker.repeat(5000)}.jpg` })),
    status: 413,
    reason: 'body_too_large',
    message: 'Box webhook: refused, body_too_large',
  },
  ...['box-signature-version', 'box-signature-algorithm', 'box-delivery-timestamp'].map((name) => ({
    title: `no ${name}`,
    headers: () => headersWithout(name),
    status: 400,
    reason: 'missing_header',
    message: verificationFailed,
  })),
  {
    title: 'no signature at all',
    headers: () => signedHeaders(good, { keys: {} }),
    status: 400,
    reason: 'missing_header',
    message: verificationFailed,
  },
  {
    title: 'another signature version',
    headers: () => ({ ...signedHeaders(good), 'box-signature-version': '2' }),
    status: 400,
    reason: 'unsupported_version',
    message: verificationFailed,
  },
  {
    title: 'another algorithm',
    headers: () => ({ ...signedHeaders(good), 'box-signature-algorithm': 'HmacMD5' }),
    status: 400,
    reason: 'unsupported_algorithm',
    message: verificationFailed,
  },
  {
    title: 'a malformed timestamp',
    headers: () => signedHeaders(good, { timestamp: 'now' }),
    status: 400,
    reason: 'malformed_timestamp',
    message: verificationFailed,
  },
  {
    title: 'a stale delivery, truly signed',
    headers: () => signedHeaders(good, { timestamp: ago(602_000) }),
    status: 403,
    reason: 'stale_timestamp',
    message: verificationFailed,
  },
  {
    title: 'a delivery from the future, truly signed',
    headers: () => signedHeaders(good, { timestamp: ago(-63_000) }),
    status: 403,
    reason: 'future_timestamp',
    message: verificationFailed,
  },
  {
    title: 'signatures by other keys',
    headers: () => signedHeaders(good, { keys: { primary: 'forged', secondary: 'forged too' } }),
    status: 403,
    reason: 'wrong_signature',
    message: verificationFailed,
  },
  {
    title: 'signatures of another body',
    headers: () => signedHeaders(good.replace('4711', '4712')),
    status: 403,
    reason: 'wrong_signature',
    message: verificationFailed,
  },
  {
    title: 'signed, but not JSON',
    body: `{"${marker}`,
    status: 400,
    reason: 'malformed_json',
    message: 'Box webhook: refused, malformed_json',
  },
  {
    title: 'signed, but not an event',
    body: JSON.stringify([marker]),
    status: 400,
    reason: 'malformed_event',
    message: 'Box webhook: refused, malformed_event',
  },
]

describe('refusals', () => {
  it.each(cases)(
    '$title: $status $reason',
    async ({ path = '/box/webhook', method = 'POST', body = good, headers, ...expected }) => {
      const response = await fetch(`http://127.0.0.1:${gateway.port}${path}`, {
        method,
        body,
        headers: headers?.() ?? signedHeaders(body),
      })
      const answer = await response.text()
      expect({ status: response.status, error: (JSON.parse(answer) as { error: string }).error }).toEqual({
        status: expected.status,
        error: expected.reason,
      })
      expect(gateway.messages()).toEqual([expected.message])
      expect(gateway.logs[0]?.fields).toMatchObject({ reason: expected.reason, status: expected.status })
      expect(await gateway.counted('refused', expected.reason)).toBe(1)
      expect(gateway.started).toEqual([])
      for (const secret of [marker, testKeys.primary, testKeys.secondary])
        expect(answer + gateway.logText()).not.toContain(secret)
    },
  )

  it(
    'come in this order: a request with every fault is ' +
      'refused for the first, then for the next as each is corrected',
    async () => {
      const big = `{${'x'.repeat(70_000)}`
      const bad = `{${marker}`
      const faults: [string, Record<string, string>, string][] = [
        [big, {}, 'missing_header'],
        [bad, wrongHeaders('2', 'HmacMD5', 'now'), 'unsupported_version'],
        [bad, wrongHeaders('1', 'HmacMD5', 'now'), 'unsupported_algorithm'],
        [bad, wrongHeaders('1', 'HmacSHA256', 'now'), 'malformed_timestamp'],
        [bad, wrongHeaders('1', 'HmacSHA256', ago(700_000)), 'stale_timestamp'],
        [big, wrongHeaders('1', 'HmacSHA256', ago(0)), 'body_too_large'],
        [bad, wrongHeaders('1', 'HmacSHA256', ago(0)), 'wrong_signature'],
        [bad, signedHeaders(bad), 'malformed_json'],
        ['{}', signedHeaders('{}'), 'malformed_event'],
      ]
      for (const [body, headers, reason] of faults) {
        const response = await gateway.post(body, headers)
        expect(await response.json()).toMatchObject({ error: reason })
      }
      expect(gateway.started).toEqual([])
    },
  )

  it('name the methods that are allowed', async () => {
    expect((await fetch(gateway.url)).headers.get('allow')).toBe('POST')
  })

  it('refuse everything while no key is loaded', async () => {
    const keyless = await startGatewayUnderTest({
      signatureKeys: () => ({ primary: undefined, secondary: undefined }),
    })
    const response = await keyless.post(good)
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      status: 403,
      body: { error: 'no_key' },
    })
    expect(keyless.messages()).toEqual([verificationFailed])
    await keyless.stop()
  })

  it('refuse a header that came twice, also when one of the two is right', async () => {
    const headers = { ...signedHeaders(good) }
    const lines = Object.entries(headers).flatMap(([name, value]) =>
      name === 'box-signature-primary' || name === 'box-signature-secondary'
        ? [`${name}: ${value}`, `${name}: ${value}`]
        : [`${name}: ${value}`],
    )
    const answer = await raw([
      'POST /box/webhook HTTP/1.1',
      'host: x',
      `content-length: ${Buffer.byteLength(good)}`,
      ...lines,
      '',
      good,
    ])
    expect(answer).toMatch(/^HTTP\/1\.1 403 /)
    expect(gateway.started).toEqual([])
  })
})

describe('bodies that do not end', () => {
  it('a chunked body over the limit is refused while it arrives', async () => {
    const chunk = 'x'.repeat(16_384)
    const socket = connect(gateway.port, '127.0.0.1')
    socket.write(`${plausibleHead()}transfer-encoding: chunked\r\n\r\n`)
    const sender = setInterval(() => socket.write(`4000\r\n${chunk}\r\n`), 5)
    socket.on('error', () => undefined)
    const answer = await new Promise<string>((resolve) =>
      socket.once('data', (data) => resolve(data.toString())),
    )
    clearInterval(sender)
    socket.destroy()
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toMatch(/connection: close/i)
    expect(await gateway.counted('refused', 'body_too_large')).toBe(1)
  })

  it('a declared length over the limit is refused before the body arrives', async () => {
    const answer = await raw([`${plausibleHead()}content-length: 99999999`, '', '{'])
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('a body that drips in is refused with 408 after the limit, and the connection is closed', async () => {
    const startedAt = Date.now()
    const socket = connect(gateway.port, '127.0.0.1')
    socket.write(`${plausibleHead()}content-length: 1000\r\n\r\n`)
    const drip = setInterval(() => socket.write('x'), 50)
    let answer = ''
    socket.on('data', (data: Buffer) => (answer += data.toString())).on('error', () => undefined)
    await new Promise((resolve) => socket.once('close', resolve))
    clearInterval(drip)
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(Date.now() - startedAt).toBeLessThan(20_000)
    expect(await gateway.counted('refused', 'body_too_slow')).toBe(1)
  })

  it('a connection that breaks inside the body is counted and starts nothing', async () => {
    const socket = connect(gateway.port, '127.0.0.1')
    socket.write(`${plausibleHead()}content-length: 1000\r\n\r\n{"half`)
    await new Promise((resolve) => gateway.server.once('request', resolve))
    socket.destroy()
    await until(async () => (await gateway.counted('refused', 'body_incomplete')) === 1)
    expect(gateway.started).toEqual([])
    expect(gateway.logText()).not.toContain('half')
  })
})

describe('headers are judged before the body is read', () => {
  it('a stale delivery is refused while its body has not arrived', async () => {
    const stale = Object.entries(wrongHeaders('1', 'HmacSHA256', ago(700_000)))
    const lines = stale.map(([name, value]) => `${name}: ${value}`)
    const answer = await raw([
      'POST /box/webhook HTTP/1.1',
      'host: x',
      ...lines,
      'content-length: 60000',
      '',
      '{',
    ])
    expect(answer).toMatch(/^HTTP\/1\.1 403 /)
    expect(answer).toContain('stale_timestamp')
    expect(answer).toMatch(/connection: close/i)
  })

  it('a large body that has no room beside the others is refused before it arrives', async () => {
    const full = await startGatewayUnderTest({ maxBytesInFlight: 50_000, bodyTimeoutMs: 3_000 })
    const answer = await raw([`${plausibleHead()}content-length: 60000`, '', '{'], full.port)
    expect(answer).toMatch(/^HTTP\/1\.1 503 /)
    expect(answer).toContain('overloaded')
    await full.stop()
  })

  it(
    'large bodies together are bounded, and a ' + 'delivery of ordinary size gets through beside them',
    async () => {
      const full = await startGatewayUnderTest({ maxBytesInFlight: 120_000, bodyTimeoutMs: 3_000 })
      const sockets = Array.from({ length: 3 }, () => connect(full.port, '127.0.0.1'))
      for (const socket of sockets) {
        socket.on('error', () => undefined)
        socket.write(`${plausibleHead()}content-length: 60000\r\n\r\n${'x'.repeat(50_000)}`)
      }
      await until(async () => (await full.counted('refused', 'overloaded')) === 1)
      expect((await full.deliver(uploadBody())).status).toBe(200)
      for (const socket of sockets) socket.destroy()
      await until(async () => (await full.counted('refused', 'body_incomplete')) === 2)
      const large = phpJson(uploadBody({ name: `${'ö'.repeat(10_000)}.jpg` }))
      expect((await full.post(large)).status).toBe(400)
      expect(await full.counted('refused', 'overloaded')).toBe(1)
      await full.stop()
    },
  )
})

describe('hostile JSON, truly signed', () => {
  const event = uploadBody()
  const hostile: [string, string, number][] = [
    ['nested 30,000 deep', '['.repeat(30_000) + ']'.repeat(30_000), 400],
    ['an object nested 8,000 deep', `${'{"a":'.repeat(8000)}1${'}'.repeat(8000)}`, 400],
    ['__proto__ in place of the fields', '{"__proto__":{"trigger":"FILE.UPLOADED"}}', 400],
    [
      '__proto__ in the source',
      JSON.stringify(event).replace('"source":{', '"source":{"__proto__":{"id":"1"},'),
      200,
    ],
    ['constructor as trigger', JSON.stringify({ ...event, trigger: { constructor: 1 } }), 400],
    ['a size beyond all numbers', JSON.stringify(event).replace('4711', '1e999'), 400],
    ['a negative size', JSON.stringify(event).replace('4711', '-1'), 400],
    ['an id as a number', JSON.stringify(event).replace('"1234567890"', '1234567890'), 400],
    ['an id that is a path', JSON.stringify(event).replace('"1234567890"', '"../../1"'), 400],
    ['an endless id', JSON.stringify(event).replace('"1234567890"', `"${'1'.repeat(10_000)}"`), 400],
    [
      'path_collection that is a text',
      JSON.stringify({ ...event, source: { ...event.source, path_collection: 'x' } }),
      400,
    ],
    [
      'entries of null',
      JSON.stringify({ ...event, source: { ...event.source, path_collection: { entries: [null] } } }),
      400,
    ],
    ['a folder as source', JSON.stringify({ ...event, source: { ...event.source, type: 'folder' } }), 400],
    ['a malformed date', JSON.stringify({ ...event, created_at: '2026-99-99T00:00:00Z' }), 400],
    ['no SHA-1 at all', JSON.stringify(event).replaceAll('a'.repeat(40), ''), 400],
    ['bytes that are not UTF-8', '\u00ff', 400],
    ['nothing', '', 400],
    ['null', 'null', 400],
  ]

  it.each(hostile)('%s', async (title, text, status) => {
    const body = Buffer.from(text, title.includes('not UTF-8') ? 'latin1' : 'utf8')
    const response = await gateway.post(body, signedHeaders(body))
    expect(response.status).toBe(status)
    expect(gateway.started).toHaveLength(status === 200 ? 1 : 0)
  })

  it.each(['id', 'name', 'size', 'file_version', 'type'])('source without %s names it', async (field) => {
    const source = Object.fromEntries(Object.entries(event.source).filter(([key]) => key !== field))
    const response = await gateway.deliver({ ...event, source })
    expect(response.status).toBe(400)
    expect(((await response.json()) as { detail: string }).detail).toContain(`source.${field}`)
  })
})

function wrongHeaders(version: string, algorithm: string, timestamp: string): Record<string, string> {
  return {
    'box-signature-version': version,
    'box-signature-algorithm': algorithm,
    'box-delivery-timestamp': timestamp,
    'box-signature-primary': 'x',
    'box-signature-secondary': 'x',
  }
}

/** A request whose headers could be Box's. */
function plausibleHead(): string {
  const headers = Object.entries(wrongHeaders('1', 'HmacSHA256', ago(0)))
  return [
    'POST /box/webhook HTTP/1.1',
    'host: x',
    ...headers.map(([name, value]) => `${name}: ${value}`),
    '',
  ].join('\r\n')
}

/** Sends lines as they are and gives the first answer. */
async function raw(lines: string[], port = gateway.port): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined).write(lines.join('\r\n'))
  const answer = await new Promise<string>((resolve) =>
    socket.once('data', (data) => resolve(data.toString())),
  )
  socket.destroy()
  return answer
}

async function until(condition: () => Promise<boolean>) {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10))
}
