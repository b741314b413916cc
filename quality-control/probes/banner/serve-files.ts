import type { BannerRendering } from '../../facts/rendering'
import type { Browser } from './browser'
import { textIn } from './json'

export type Asked = Pick<BannerRendering, 'calls' | 'missing'>

/** A name that exists nowhere (RFC 2606): the banner is served under it as by an ad server. */
export const origin = 'https://banner.invalid'
const kept = 100

/**
 * Answers everything that the page asks for from the files of the archive, in memory, and refuses the rest.
 * The returned lists grow while the page plays.
 */
export async function serveFiles(
  browser: Browser,
  session: string,
  files: ReadonlyMap<string, Buffer>,
): Promise<Asked> {
  const calls = new Map<string, Asked['calls'][number]>()
  const missing = new Set<string>()
  const asked: Asked = { calls: [], missing: [] }
  const answer = (method: string, requestId: string, params: object) =>
    browser.send(`Fetch.${method}`, { requestId, ...params }, session).catch(() => undefined)
  browser.listen((event, params) => {
    if (event === 'Network.webSocketCreated') note(textIn(params, 'url'), false)
    if (event !== 'Fetch.requestPaused') return
    const id = textIn(params, 'requestId')
    const address = textIn(params, 'request', 'url')
    const path = pathOf(address)
    if (/^(?:data|blob):/.test(address)) return void answer('continueRequest', id, {})
    if (path === undefined) {
      const type = textIn(params, 'resourceType')
      note(address, type === 'Script' || type === 'Document')
      return void answer('failRequest', id, { errorReason: type === 'Document' ? 'Aborted' : 'Failed' })
    }
    const body = files.get(path)
    if (body === undefined && path !== 'favicon.ico' && missing.size < kept) missing.add(path)
    asked.missing = [...missing]
    return void answer('fulfillRequest', id, {
      responseCode: body === undefined ? 404 : 200,
      responseHeaders: [{ name: 'Content-Type', value: contentTypeOf(path) }],
      body: body?.toString('base64') ?? '',
    })
  })
  const note = (address: string, isCode: boolean) => {
    const to = address.slice(0, 300)
    // A counter or a random number in the query makes no other address.
    const key = to.replace(/[?#].*$/, '')
    if (calls.has(key) || calls.size >= kept || key.startsWith(origin)) return
    calls.set(key, { to, isCode })
    asked.calls = [...calls.values()]
  }
  await browser.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, session)
  await browser.send('Network.enable', {}, session)
  return asked
}

/** Undefined for an address elsewhere. */
function pathOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { origin: from, pathname } = new URL(address)
  if (from !== origin) return undefined
  try {
    return decodeURIComponent(pathname.slice(1))
  } catch {
    return pathname.slice(1)
  }
}

const contentTypes: Record<string, string> = {
  ...{ html: 'text/html', htm: 'text/html', css: 'text/css', js: 'text/javascript', mjs: 'text/javascript' },
  ...{ json: 'application/json', xml: 'text/xml', txt: 'text/plain', svg: 'image/svg+xml' },
  ...{ png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp' },
  ...{ avif: 'image/avif', woff: 'font/woff', woff2: 'font/woff2', ttf: 'font/ttf', otf: 'font/otf' },
  ...{ mp4: 'video/mp4', webm: 'video/webm', mp3: 'audio/mpeg', wasm: 'application/wasm' },
}

function contentTypeOf(path: string): string {
  return contentTypes[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}
