import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const clientId = 'admin-pages'
const clientSecret = 'not to be seen in any log'

export interface OidcProviderUnderTest {
  issuer: string
  clientId: string
  clientSecret: string
  /** As the browser of this person, or of one who cancels: where the provider sends it in the end. */
  signIn: (address: string, person?: string) => Promise<string>
  stop: () => Promise<void>
}

/** A real OpenID provider with these people: the claims of each by name. It allows redirects to loopback. */
export async function startOidcProvider(
  people: Record<string, object>,
  host = '127.0.0.1',
): Promise<OidcProviderUnderTest> {
  const child = fork(
    join(__dirname, 'openid-server.mjs'),
    [JSON.stringify({ clientId, clientSecret, people, host })],
    // It warns of Node.js 20 and of its development keys.
    { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
  )
  const [{ issuer }] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the provider ended with ${code}`))),
  ])) as [{ issuer: string }]
  return {
    ...{ issuer, clientId, clientSecret },
    signIn: (address, person) => follow(address, issuer, person),
    stop: async () => {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

async function follow(address: string, issuer: string, person?: string): Promise<string> {
  const cookies = new Map(person === undefined ? [] : [['person', person]])
  for (let at = address; ;) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const { headers, status } = await fetch(at, { headers: { cookie }, redirect: 'manual' })
    for (const set of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    const location = headers.get('location')
    if (location === null) throw new Error(`expected a redirect from ${at}, got ${status}`)
    at = new URL(location, issuer).href
    if (!at.startsWith(issuer)) return at
  }
}
