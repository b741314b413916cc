import { randomBytes } from 'node:crypto'

interface Ticket {
  fileId: string
  versionId: string
  expiresAt: number
}

/**
 * The addresses that a download is redirected to: unguessable, without authorization, valid for a limited
 * time.
 */
export class Downloads {
  private readonly tickets = new Map<string, Ticket>()
  /** How many content requests get 202 first, as just after an upload. */
  notReady = 0

  constructor(private readonly lifetimeSeconds: number) {}

  issue(fileId: string, versionId: string): string {
    const ticket = randomBytes(32).toString('base64url')
    this.tickets.set(ticket, { fileId, versionId, expiresAt: Date.now() + this.lifetimeSeconds * 1000 })
    return `/d/1/${ticket}/download`
  }

  find(path: string): Ticket | undefined {
    const [, , , text] = path.split('/')
    const ticket = text === undefined ? undefined : this.tickets.get(text)
    return ticket && ticket.expiresAt > Date.now() ? ticket : undefined
  }
}
