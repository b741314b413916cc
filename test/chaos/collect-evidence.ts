import type { Client } from '@temporalio/client'

import type { Delivery, TreeItem } from '../../sandbox/simulated-box/control-client'
import { secretsFound } from '../support/secrets'
import type { ChaosClient } from './chaos-clients'
import type { ChaosInstallation } from './chaos-installation'
import type { AcknowledgedEvent, ChaosFolder, Evidence, FileAtEnd, RunHistory } from './evidence'
import { type ListedRun, readHistories } from './read-histories'
import { runsQuery } from './settle'

/** Reads everything that the checker judges by. */
export async function collectEvidence(
  chaos: ChaosInstallation,
  temporal: Client,
  damaged: string[],
): Promise<Evidence> {
  const { control, clients, serviceAccountId } = chaos
  const secretsTold: string[] = []
  const secrets = await chaos.secrets()
  const look = (place: string, text: string) => secretsTold.push(...secretsFound(place, text, secrets))
  for (const [place, text] of Object.entries(await chaos.writings())) look(place, text)
  const tree = await control.tree()
  const incoming = clients.flatMap((client) => client.incoming)
  const reportFolders = clients.map(({ reports }) => reports)
  const files = filesIn(tree, '0')
  const folders: ChaosFolder[] = [
    ...clients.flatMap(({ dropFolders }) => dropFolders.map((id) => ({ id, kind: 'incoming' as const }))),
    ...processedIn(tree, incoming).map((id) => ({ id, kind: 'processed' as const })),
    ...reportFolders.map((id) => ({ id, kind: 'reports' as const })),
  ]
  const digestsByReport: Record<string, string[]> = {}
  for (const { id, name } of files.filter(({ parentId }) => reportFolders.includes(parentId))) {
    const html = (await control.content(id)).toString()
    look(name, html)
    digestsByReport[id] = digestsIn(html)
  }
  return {
    ...{ requests: await control.requests(), serviceAccountId, folders, files, damaged },
    acknowledged: (await control.deliveries()).flatMap(acknowledgedBy),
    runs: await readHistories(temporal, await listRuns(temporal, clients), look),
    digestsByReport,
    secretsTold,
  }
}

function filesIn(items: TreeItem[], parentId: string): FileAtEnd[] {
  return items.flatMap(({ id, name, isTrashed, versions, children = [] }) =>
    versions === undefined ? filesIn(children, id) : [{ id, name, parentId, isTrashed, versions }],
  )
}

function processedIn(items: TreeItem[], incoming: string[]): string[] {
  return items.flatMap(({ id, children = [] }) => [
    ...(incoming.includes(id)
      ? children.filter(({ name }) => name === '_PROCESSED').map((one) => one.id)
      : []),
    ...processedIn(children, incoming),
  ])
}

function acknowledgedBy({ state, body, tries }: Delivery): AcknowledgedEvent[] {
  if (state !== 'delivered') return []
  const accepted = tries.find(({ status = 0 }) => status >= 200 && status < 300)
  const match = (pattern: RegExp) => pattern.exec(body)?.[1] ?? ''
  const source = body.slice(body.indexOf('"source"'))
  return [
    {
      fileId: /"id":"(\d+)"/.exec(source)?.[1] ?? '',
      versionId: match(/"file_version":\{"type":"file_version","id":"(\d+)"/),
      folderId: match(/"parent":\{"type":"folder","id":"(\d+)"/),
      eventTime: match(/"created_at":"([^"]*)"/),
      atMs: accepted === undefined ? Infinity : Date.parse(accepted.at) + accepted.durationMs,
    },
  ]
}

function digestsIn(html: string): string[] {
  return [...new Set(html.match(/\b[0-9a-f]{40}\b/g) ?? [])]
}

async function listRuns(temporal: Client, clients: ChaosClient[]): Promise<ListedRun[]> {
  const runs: ListedRun[] = []
  for await (const run of temporal.workflow.list({ query: runsQuery(clients) })) {
    const state = run.typedSearchAttributes.getAll().find(({ key }) => key.name === 'QcState')?.value
    runs.push({
      ...{ workflowId: run.workflowId, runId: run.runId, status: statusOf(run.status.name) },
      state: typeof state === 'string' ? state : undefined,
    })
  }
  return runs
}

const statuses = [
  'RUNNING',
  'COMPLETED',
  'FAILED',
  'CANCELLED',
  'TERMINATED',
  'TIMED_OUT',
  'CONTINUED_AS_NEW',
] as const

function statusOf(name: string): RunHistory['status'] {
  return statuses.find((status) => status === name) ?? 'RUNNING'
}
