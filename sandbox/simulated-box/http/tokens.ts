import { randomBytes } from 'node:crypto'

/** Who calls: a user, through an application. */
export interface Principal {
  userId: string
  appId: string
}

interface Token extends Principal {
  expiresAt: number
}

/** Access tokens: opaque, short-lived, kept in memory only, so that a restart expires them all. */
export class Tokens {
  /** Every token so far, for tests that look for them where they must not be. */
  readonly issued: string[] = []
  private readonly tokens = new Map<string, Token>()

  constructor(readonly lifetimeSeconds: number) {}

  issue(principal: Principal): string {
    const token = randomBytes(24).toString('base64url')
    this.issued.push(token)
    this.tokens.set(token, { ...principal, expiresAt: Date.now() + this.lifetimeSeconds * 1000 })
    return token
  }

  /** Undefined for a token that is unknown, expired or revoked: Box does not distinguish these. */
  principal(token: string): Principal | undefined {
    const found = this.tokens.get(token)
    if (!found || found.expiresAt <= Date.now()) return undefined
    return { userId: found.userId, appId: found.appId }
  }

  revoke(token: string): void {
    this.tokens.delete(token)
  }

  /** Expires the tokens of one user, of one app, or all of them. */
  expire(whose: Partial<Principal> = {}): number {
    const expired = [...this.tokens].filter(
      ([, token]) =>
        (whose.userId ?? token.userId) === token.userId && (whose.appId ?? token.appId) === token.appId,
    )
    for (const [text] of expired) this.tokens.delete(text)
    return expired.length
  }
}
