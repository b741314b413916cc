import { Changes } from './changes'

export type OriginName = 'api' | 'upload' | 'download'

/**
 * One request as Box saw it. Tests assert on these, so `applied` is what Box did, even when the client got
 * another answer.
 */
export interface RequestEntry {
  /** The order in which Box decided (for writes: applied); 0 while it has not. */
  seq: number
  at: string
  origin: OriginName
  method: string
  /** Without the upload origin's `/api`. */
  path: string
  query: Record<string, string>
  userId?: string
  appId?: string
  /** The file that the path or the download address names. */
  fileId?: string
  /** What was sent; 0 = nothing was (yet). */
  status: number
  /** Box did what was asked. */
  applied: boolean
  /** The fault that affected it. */
  faultId?: string
  faultKind?: string
  /** What the request's body named. */
  summary: RequestSummary
  /** What Box made or changed. */
  result: ResultItem[]
  durationMs?: number
}

export interface RequestSummary {
  name?: string
  parentId?: string
  address?: string
  role?: string
  tags?: string[]
}

export interface ResultItem {
  type: string
  id: string
  name?: string
  parentId?: string
  versionId?: string
}

/** All requests since the start, in the order of decision. */
export class RequestLog {
  readonly changes = new Changes()
  private readonly entries: RequestEntry[] = []

  /** Box has decided: from now on the entry is visible. */
  decide(entry: RequestEntry): void {
    entry.seq = this.entries.length + 1
    this.entries.push(entry)
    this.changes.bump()
  }

  finish(entry: RequestEntry, status: number): void {
    entry.status = status
    entry.durationMs = Date.now() - Date.parse(entry.at)
    this.changes.bump()
  }

  after(seq: number): RequestEntry[] {
    return this.entries.slice(seq)
  }
}
