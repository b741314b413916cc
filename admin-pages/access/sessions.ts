import { randomBytes } from 'node:crypto'

/** With a password, its mark: the session ends with the password. */
export type SignedInBy = 'proxy' | 'provider' | { passwordMark: string }

export interface Session {
  token: string
  user: string
  signedInBy: SignedInBy
  /** In every form, so that no other site can post one. */
  formToken: string
  startedAt: number
  lastSeenAt: number
  notice?: Notice
}

/** Shown once, on the next page. */
export interface Notice {
  kind: 'done' | 'problem'
  text: string
}

export interface SessionLimits {
  idleMs: number
  maxMs: number
}

export interface Sessions {
  begin: (user: string, signedInBy: SignedInBy) => Session
  /** Undefined when there is none, or when it is over; a session that is found counts as seen. */
  find: (token: string | undefined) => Session | undefined
  end: (token: string) => void
}

const maxSessions = 1000

/** Sessions in memory: a restart signs everybody out, and signing out ends a session for good. */
export function createSessions({ idleMs, maxMs }: SessionLimits, now: () => number): Sessions {
  const open = new Map<string, Session>()
  const isOver = ({ startedAt, lastSeenAt }: Session) =>
    now() - startedAt >= maxMs || now() - lastSeenAt >= idleMs
  const makeRoom = () => {
    for (const session of open.values()) if (isOver(session)) open.delete(session.token)
    const [longestUnseen] = [...open.values()].sort((a, b) => a.lastSeenAt - b.lastSeenAt)
    if (open.size >= maxSessions && longestUnseen !== undefined) open.delete(longestUnseen.token)
  }
  return {
    begin: (user, signedInBy) => {
      makeRoom()
      const [startedAt, token, formToken] = [now(), secret(), secret()]
      const session = { token, user, signedInBy, formToken, startedAt, lastSeenAt: startedAt }
      open.set(token, session)
      return session
    },
    find: (token) => {
      const session = token === undefined ? undefined : open.get(token)
      if (session === undefined) return undefined
      if (isOver(session)) {
        open.delete(session.token)
        return undefined
      }
      session.lastSeenAt = now()
      return session
    },
    end: (token) => void open.delete(token),
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url')
}
