import type { RequestEntry } from '../../sandbox/simulated-box/control-client'
import type { Evidence } from './evidence'

/** What happened to one file, as Box applied it. `moved` is our move into `_PROCESSED` or a rename there. */
export type FileEvent = { seq: number; atMs: number; versionId: string } & (
  | { kind: 'arrived'; folderId: string }
  | { kind: 'left' }
  | { kind: 'moved'; isRename: boolean }
  | { kind: 'reported'; reportId: string; reportName: string }
)

export interface Timeline {
  fileId: string
  events: FileEvent[]
}

interface Position {
  versionId: string
  folderId: string
  name: string
}

interface Change {
  fileId: string
  before: Position
  after: Position
}

interface Reading {
  evidence: Evidence
  kindOf: Map<string, string>
  positions: Map<string, Position>
  /** The file and version by the last six digits of the version's id. */
  versions: Map<string, { fileId: string; versionId: string }>
  events: Map<string, FileEvent[]>
}

/** The timeline of each file that was ever in an INCOMING folder, from Box's log alone. */
export function timelinesOf(evidence: Evidence): Timeline[] {
  const kindOf = new Map(evidence.folders.map(({ id, kind }) => [id, kind]))
  const reading = { evidence, kindOf, positions: new Map(), versions: new Map(), events: new Map() }
  for (const request of evidence.requests) if (request.applied) read(reading, request)
  return [...reading.events].map(([fileId, events]) => ({ fileId, events }))
}

function read(reading: Reading, request: RequestEntry): void {
  const report = reportOf(request, reading)
  if (report !== undefined) add(reading, report.fileId, report.event)
  const change = changeOf(request, reading)
  if (change === undefined) return
  const { fileId, before, after } = change
  reading.positions.set(fileId, after)
  reading.versions.set(after.versionId.slice(-6), { fileId, versionId: after.versionId })
  const base = { ...timeOf(request), versionId: after.versionId }
  const isMoved = before.folderId !== after.folderId
  const [from, to] = [before, after].map(({ folderId }) => reading.kindOf.get(folderId))
  if (to === 'incoming' && (isMoved || before.versionId !== after.versionId))
    add(reading, fileId, { ...base, kind: 'arrived', folderId: after.folderId })
  const isOurs = request.userId === reading.evidence.serviceAccountId
  const isOurMove = isOurs && to === 'processed' && request.method === 'PUT'
  if (isOurMove && (isMoved || before.name !== after.name))
    add(reading, fileId, { ...base, kind: 'moved', isRename: !isMoved })
  if (from === 'incoming' && to !== 'incoming' && !isOurMove) add(reading, fileId, { ...base, kind: 'left' })
}

function add({ events }: Reading, fileId: string, event: FileEvent): void {
  const known = events.get(fileId)
  if (known) known.push(event)
  else if (event.kind === 'arrived') events.set(fileId, [event])
}

function timeOf({ seq, at }: RequestEntry) {
  return { seq, atMs: Date.parse(at) }
}

const nowhere: Position = { versionId: '', folderId: '', name: '' }

/** The location, version and name of a file before and after a request that changed one of them. */
function changeOf(request: RequestEntry, { positions }: Reading): Change | undefined {
  const { method, path, result } = request
  const [item] = result
  const match = /^\/2\.0\/files\/(\d+|content)(\/content)?$/.exec(path)
  if (match === null || method === 'GET' || method === 'OPTIONS') return undefined
  const [, fileId = ''] = match
  if (method === 'DELETE') {
    const before = positions.get(fileId)
    return before && { fileId, before, after: { ...before, folderId: 'trash' } }
  }
  if (item?.type !== 'file') return undefined
  const before = positions.get(item.id) ?? nowhere
  const { versionId = before.versionId, name = '' } = item
  const folderId = parentOf(request, item) ?? before.folderId
  return { fileId: item.id, before, after: { versionId, folderId, name } }
}

/** Box shows the root, `0`, as the parent to a caller who lost access to the folder during the request. */
function parentOf(
  { summary }: RequestEntry,
  { parentId }: RequestEntry['result'][number],
): string | undefined {
  return parentId === undefined || parentId === '0' ? summary.parentId : parentId
}

const reportNames = /^QC_Report_\d{8}T\d{6}Z-(\d+)(?:-\d+)?_/

/** A new file of the service account in REPORTS, and the file and version that its name is about. */
function reportOf(request: RequestEntry, { evidence, kindOf, versions }: Reading) {
  const [item] = request.result
  if (request.method !== 'POST' || request.path !== '/2.0/files/content' || item === undefined)
    return undefined
  if (request.userId !== evidence.serviceAccountId || kindOf.get(parentOf(request, item) ?? '') !== 'reports')
    return undefined
  const about = versions.get(reportNames.exec(item.name ?? '')?.[1] ?? '')
  if (about === undefined) return undefined
  const event = { kind: 'reported' as const, reportId: item.id, reportName: item.name ?? '' }
  return { fileId: about.fileId, event: { ...timeOf(request), versionId: about.versionId, ...event } }
}
