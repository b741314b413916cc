import { createHmac, timingSafeEqual } from 'node:crypto'

import { createChannels } from '../../notices/create-channels'
import { NoticeError } from '../../notices/notice-error'
import { signatureOf } from '../../notices/send-webhook'
import type { Notice } from '../../workflows/contract'
import { type Posted, startMailServer, startPostReceiver } from '../support/notice-receivers'

const secret = `whsec_${Buffer.from('thirty-two bytes of a test secret').toString('base64')}`
const hostile = '<!channel> *bold* & <http://evil.example|click>\r\nBcc: all@evil.example \u202Egnp.exe'
const notice: Notice = {
  ...{ id: 'msg-1', type: 'run.parked', at: '2026-11-27T18:00:00.000Z', clientId: 'acme' },
  clientName: 'Acme',
  title: 'Acme: 12 runs need attention (permission_denied)',
  message: 'The service account cannot write.',
  whatToDo: 'Give it the Editor role.',
  count: 12,
  items: [{ name: hostile, url: 'https://qc.example/run?id=qc%2Facme%7C1' }, { name: 'b.png' }],
}

test('the signature is the one of a published example', () => {
  const body = '{"event_type":"ping","data":{"success":true}}'
  const signed = { id: 'msg_loFOjxBNrRLzqYUf', seconds: 1731705121, body }
  expect(signatureOf('whsec_plJ3nmyCDGBKInavdOK15jsl', signed)).toBe(
    'v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=',
  )
})

test('a webhook is signed as its receiver verifies it, and a repeated one has the same id', async () => {
  const receiver = await startPostReceiver((count) => ({ status: count === 1 ? 503 : 204 }))
  const webhook = { address: `${receiver.address}/hook`, secret: () => secret }
  const send = createChannels({ webhook }).get('webhook')!
  await expect(send(notice)).rejects.toMatchObject({ message: expect.stringContaining('answered 503') })
  await send(notice)
  expect(receiver.posts.map(({ headers }) => headers['webhook-id'])).toEqual(['msg-1', 'msg-1'])
  for (const post of receiver.posts) expect(isGenuine(post)).toBe(true)
  const { id: _, type, at, ...data } = notice
  expect(JSON.parse(receiver.posts[0]?.body ?? '')).toEqual({ type, timestamp: at, data })
  await receiver.stop()
})

/** As the specification has it, written from the side of the receiver. */
function isGenuine({ headers, body }: Posted): boolean {
  const timestamp = String(headers['webhook-timestamp'])
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const expected = createHmac('sha256', key).update(`${String(headers['webhook-id'])}.${timestamp}.${body}`)
  const [version, signature = ''] = String(headers['webhook-signature']).split(',')
  return version === 'v1' && timingSafeEqual(expected.digest(), Buffer.from(signature, 'base64'))
}

test('a user and a password in the address go into a header, and into no error', async () => {
  const receiver = await startPostReceiver((count) => ({ status: count === 1 ? 204 : 401 }))
  const address = receiver.address.replace('http://', 'http://qc:p%40ss-word@')
  const send = createChannels({ slack: { address: () => address } }).get('slack')!
  await send(notice)
  const basic = `Basic ${Buffer.from('qc:p@ss-word').toString('base64')}`
  expect(receiver.posts[0]?.headers.authorization).toBe(basic)
  const refused: unknown = await send(notice).catch((error: unknown) => error)
  await receiver.stop()
  const unreached: unknown = await send(notice).catch((error: unknown) => error)
  for (const error of [refused, unreached]) {
    expect(error).toBeInstanceOf(NoticeError)
    expect(String(error)).not.toContain('ss-word')
  }
})

test('a redirect is not followed, 410 is final, and no error names more than the host', async () => {
  const answers = [{ status: 302, location: '/other' }, { status: 410 }]
  const receiver = await startPostReceiver((count) => answers[count - 1] ?? { status: 500 })
  const address = `${receiver.address}/services/T0/B0/token`
  const send = createChannels({ slack: { address: () => address } }).get('slack')!
  const redirected: unknown = await send(notice).catch((error: unknown) => error)
  expect(redirected).toMatchObject({ isFinal: false, message: expect.stringContaining('not followed') })
  const gone: unknown = await send(notice).catch((error: unknown) => error)
  expect(gone).toMatchObject({ isFinal: true })
  await receiver.stop()
  const down: unknown = await send(notice).catch((error: unknown) => error)
  expect(down).toMatchObject({ isFinal: false, message: expect.stringContaining('cannot be reached') })
  for (const error of [redirected, gone, down]) {
    expect(error).toBeInstanceOf(NoticeError)
    expect(String(error)).not.toContain('token')
  }
  expect(receiver.posts.map(({ path }) => path)).toEqual(['/services/T0/B0/token', '/services/T0/B0/token'])
})

test.each([
  'http://receiver.example/hook',
  'http://169.254.169.254/latest',
  'file:///etc/passwd',
  'nonsense',
])('nothing is posted to %s', async (address) => {
  const send = createChannels({ slack: { address: () => address } }).get('slack')!
  await expect(send(notice)).rejects.toMatchObject({ isFinal: true })
})

test('a name from outside is text in Slack: no mention, no link, no style', async () => {
  const receiver = await startPostReceiver(() => ({ status: 200 }))
  await createChannels({ slack: { address: () => receiver.address } }).get('slack')!(notice)
  const { text } = JSON.parse(receiver.posts[0]?.body ?? '') as { text: string }
  await receiver.stop()
  expect(text.split('\n')).toEqual([
    '*Acme: 12 runs need attention (permission_\u200bdenied)*',
    'The service account cannot write.',
    '*What to do:* Give it the Editor role.',
    expect.stringMatching(/^• <https:\/\/qc\.example\/run\?id=qc%2Facme%7C1\|&lt;!channel&gt; \*\u200bbold/),
    '• b.png',
    'and 10 more',
  ])
  expect(text).toContain('&lt;http://evil.example|click&gt;\\u{d}\\u{a}Bcc')
})

test('an e-mail has all recipients, one subject and a plain text, whatever a name holds', async () => {
  const server = await startMailServer()
  const email = {
    smtpUrl: () => server.smtpUrl,
    from: 'qc@example.com',
    to: 'ops@example.com, lead@example.com',
  }
  await createChannels({ email }).get('email')!({ ...notice, title: `Acme: ${hostile}` })
  await server.stop()
  const [mail] = server.mails
  expect(mail).toMatchObject({ from: 'qc@example.com', to: ['ops@example.com', 'lead@example.com'] })
  const headers = (mail?.content ?? '').split('\n\n')[0]?.replace(/\n[ \t]+/g, ' ') ?? ''
  expect(headers).toContain('Message-ID: <msg-1@box-qc-pipeline>')
  expect(headers).toContain('Auto-Submitted: auto-generated')
  expect(headers).not.toMatch(/^Bcc:/im)
  expect(mail?.content).toContain('What to do: Give it the Editor role.')
})

test('a mail server that refuses is named without its password', async () => {
  const server = await startMailServer(true)
  const smtpUrl = () => server.smtpUrl
  const send = createChannels({ email: { smtpUrl, from: 'qc@example.com', to: 'x@example.com' } }).get(
    'email',
  )!
  await expect(send(notice)).rejects.toMatchObject({ message: expect.stringContaining('550') })
  await server.stop()
  const withPassword = server.smtpUrl.replace('//', '//user:s3cret@')
  const later = createChannels({
    email: { smtpUrl: () => withPassword, from: 'a@b.example', to: 'c@d.example' },
  })
  const error: unknown = await later.get('email')!(notice).catch((one: unknown) => one)
  expect(error).toBeInstanceOf(NoticeError)
  expect(String(error)).not.toContain('s3cret')
})
