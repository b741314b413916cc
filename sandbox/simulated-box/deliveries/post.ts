import { request } from 'node:http'

/**
 * Sends one body over a new connection. Resolves with the status once the head of the answer arrived;
 * rejects when none arrived in time. Redirects are not followed.
 */
export function post(
  url: string,
  headers: Record<string, string>,
  body: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<number> {
  const bytes = Buffer.from(body, 'utf8')
  return new Promise((resolve, reject) => {
    const sending = request(url, {
      method: 'POST',
      agent: false,
      signal,
      headers: { ...headers, 'content-length': bytes.length },
    })
    const timer = setTimeout(() => sending.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs)
    sending.on('close', () => clearTimeout(timer))
    sending.on('response', (response) => {
      // Only the status counts: a body that breaks off later changes nothing.
      response.on('error', () => undefined)
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sending.on('error', reject)
    sending.end(bytes)
  })
}

const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Maps the https address that Box knows to a local port. Undefined when nothing is
 * mapped.
 */
export function localAddress(address: string, deliveryMap: Record<string, string>): string | undefined {
  const url = new URL(address)
  const target = deliveryMap[url.origin]
  return target === undefined ? undefined : new URL(`${url.pathname}${url.search}`, target).toString()
}

/** The simulated Box talks to this machine only. Throws on anything else. */
export function checkDeliveryMap(deliveryMap: Record<string, string>): Record<string, string> {
  for (const [from, to] of Object.entries(deliveryMap)) {
    if (!URL.canParse(from) || new URL(from).origin !== from)
      throw new Error(`delivery map: expected an origin such as https://gateway.sandbox.example, got ${from}`)
    if (!URL.canParse(to) || !loopbackHosts.includes(new URL(to).hostname))
      throw new Error(`delivery map: expected a loopback http address for ${from}, got ${to}`)
  }
  return { ...deliveryMap }
}
