import type { RequestEntry } from '../../sandbox/simulated-box/control-client'
import type { Evidence, RunHistory } from './evidence'

export const places = { incoming: '10', other: '11', processed: '20', reports: '30', elsewhere: '40' }
export type VersionId = 500001 | 500002

const fileId = '1'
const serviceAccountId = '900'
/** Every made-up run names it, and Box has it. */
const claimedReport = '700'
export const firstEvent = new Date(0).toISOString()

type Step =
  | { do: 'upload' | 'newVersion'; version: VersionId; to?: string }
  | { do: 'drag'; version: VersionId; to: string }
  | { do: 'trash' }
  | { do: 'report'; version: VersionId; session?: string; isParentHidden?: boolean }
  | { do: 'move'; version: VersionId; name?: string; isParentHidden?: boolean }

/** What Box would have logged if one file had gone through these steps, one a second. */
export function evidenceOf(steps: Step[], more: Partial<Evidence> & { endsIn?: string } = {}): Evidence {
  const { endsIn = places.processed, ...given } = more
  const versions = steps.flatMap((step) =>
    step.do === 'upload' || step.do === 'newVersion' ? [step.version] : [],
  )
  const hasRun = (id: VersionId) => given.runs?.some(({ versionId }) => versionId === String(id)) === true
  return {
    requests: steps.map(requestOf),
    serviceAccountId,
    folders: [
      { id: places.incoming, kind: 'incoming' },
      { id: places.other, kind: 'incoming' },
      { id: places.processed, kind: 'processed' },
      { id: places.reports, kind: 'reports' },
    ],
    files: [
      {
        id: fileId,
        name: 'a.png',
        parentId: endsIn,
        isTrashed: endsIn === 'trash',
        versions: versions.map((id) => ({ id: String(id), sha1: `sha1-${id}` })),
      },
      { id: claimedReport, name: 'r', parentId: places.reports, isTrashed: false, versions: [] },
    ],
    acknowledged: versions.filter(hasRun).map((id) => ({
      fileId,
      versionId: String(id),
      folderId: places.incoming,
      ...{ eventTime: firstEvent, atMs: 500 },
    })),
    runs: [],
    digestsByReport: Object.fromEntries(
      steps.flatMap((step, index) => (step.do === 'report' ? [[`r${index}`, [`sha1-${step.version}`]]] : [])),
    ),
    damaged: [],
    secretsTold: [],
    ...given,
  }
}

export function run(version: VersionId, changes: Partial<RunHistory> = {}): RunHistory {
  return {
    workflowId: `qc/acme/${fileId}/${version}`,
    ...{ runId: 'a', fileId, versionId: String(version), status: 'COMPLETED', state: 'done' },
    ...{ startedAtMs: 500, origin: 'event', incomingFolderId: places.incoming, arrivals: [firstEvent] },
    ...{ steps: [], verdict: 'pass', reportFileId: claimedReport, workflowErrors: [], isReset: false },
    ...changes,
  }
}

function requestOf(step: Step, index: number): RequestEntry {
  const common = {
    seq: index + 1,
    at: new Date(index * 1_000).toISOString(),
    origin: 'api' as const,
    query: {},
    status: 200,
    applied: true,
    summary: {},
  }
  const item = (version: VersionId, parentId: string, name = 'a.png') => [
    { type: 'file', id: fileId, name, parentId, versionId: String(version) },
  ]
  switch (step.do) {
    case 'upload':
      return {
        ...{ ...common, userId: '5', method: 'POST', path: '/2.0/files/content' },
        result: item(step.version, step.to ?? places.incoming),
      }
    case 'newVersion':
      return {
        ...{ ...common, userId: '5', method: 'POST', path: `/2.0/files/${fileId}/content` },
        result: item(step.version, step.to ?? places.incoming),
      }
    case 'drag':
      return {
        ...{ ...common, userId: '5', method: 'PUT', path: `/2.0/files/${fileId}` },
        result: item(step.version, step.to),
      }
    case 'trash':
      return { ...common, userId: '5', method: 'DELETE', path: `/2.0/files/${fileId}`, result: [] }
    case 'move':
      return {
        ...{ ...common, userId: serviceAccountId, method: 'PUT', path: `/2.0/files/${fileId}` },
        summary: { parentId: places.processed },
        result: item(step.version, seenParent(step, places.processed), step.name ?? 's_a.png'),
      }
    case 'report': {
      const name = `QC_Report_20261124T0930${step.session ?? '00'}Z-${step.version}_a.png.html`
      const report = { type: 'file', id: `r${index}`, name, versionId: `9${index}` }
      return {
        ...{ ...common, userId: serviceAccountId, method: 'POST', path: '/2.0/files/content' },
        summary: { parentId: places.reports },
        result: [{ ...report, parentId: seenParent(step, places.reports) }],
      }
    }
  }
}

/** What Box shows as the parent; the root, when the service account lost its role meanwhile. */
function seenParent({ isParentHidden = false }: { isParentHidden?: boolean }, folderId: string): string {
  return isParentHidden ? '0' : folderId
}
