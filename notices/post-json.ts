import { messagesOf } from '../workflows/text'
import { NoticeError } from './notice-error'

const timeoutMs = 15_000

export interface JsonPost {
  address: string
  headers?: Record<string, string>
  body: string
}

/**
 * Posts to the configured address alone: a redirect is not followed, and what the receiver answers beyond its
 * status is not read. Throws a NoticeError.
 */
export async function postJson(
  { address, headers, body }: JsonPost,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const { url, authorization } = withoutCredentials(receiverOf(address))
  const status = await statusOf(url, { headers: { ...authorization, ...headers }, body }, signal)
  if (status >= 200 && status < 300) return
  const hint = status >= 300 && status < 400 ? '; redirects are not followed' : ''
  // 410 means: never again.
  throw new NoticeError(`${url.host} answered ${status}, expected 2xx${hint}`, status === 410)
}

async function statusOf(
  url: URL,
  { headers, body }: Pick<JsonPost, 'headers' | 'body'>,
  signal: AbortSignal,
): Promise<number> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', 'user-agent': 'box-qc-pipeline', ...headers },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    })
    await response.body?.cancel()
    return response.status
  } catch (error) {
    signal.throwIfAborted()
    throw new NoticeError(`${url.host} cannot be reached: ${messagesOf(error)}`)
  }
}

/** `fetch` takes no address with a user and a password, and its message would show them. */
function withoutCredentials(address: URL): { url: URL; authorization?: { authorization: string } } {
  const { username, password } = address
  if (username === '' && password === '') return { url: address }
  const url = new URL(address)
  Object.assign(url, { username: '', password: '' })
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { url, authorization: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` } }
}

/** https, or http to this host alone. */
function receiverOf(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isLoopback = url !== undefined && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback)) return url
  throw new NoticeError('the address of the receiver is neither https nor http on loopback', true)
}
