import { randomBytes } from 'node:crypto'

import { isSameSecret } from '../same-site'

/** A sign-in that the provider has not answered yet. */
export interface SignInAttempt {
  state: string
  nonce: string
  codeVerifier: string
  /** The page that was asked for. */
  next: string
}

export interface SignInAttempts {
  /** The token belongs into a cookie: another browser cannot finish this sign-in. */
  open: (attempt: SignInAttempt) => string
  /** Once only. Undefined for another browser, another state, and after 10 minutes. */
  take: (token: string | undefined, state: string | null) => SignInAttempt | undefined
}

const lifeMs = 10 * 60_000
const maxAttempts = 1000

/** Kept in memory, the newest ones. */
export function createSignInAttempts(now: () => number): SignInAttempts {
  const kept = new Map<string, { attempt: SignInAttempt; openedAt: number }>()
  return {
    open: (attempt) => {
      for (const [token, { openedAt }] of kept)
        if (kept.size >= maxAttempts || now() - openedAt >= lifeMs) kept.delete(token)
      const token = randomBytes(32).toString('base64url')
      kept.set(token, { attempt, openedAt: now() })
      return token
    },
    take: (token = '', state) => {
      const found = kept.get(token)
      if (found === undefined || !isSameSecret(state ?? '', found.attempt.state)) return undefined
      kept.delete(token)
      return now() - found.openedAt < lifeMs ? found.attempt : undefined
    },
  }
}
