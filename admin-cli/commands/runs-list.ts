import type { Client } from '@temporalio/client'

import { clientNamed } from '../client-config'
import type { Command } from '../command'
import { CliError } from '../exit-codes'
import type { Output } from '../output'
import { type Column, type Table, table } from '../table'
import type { RunSummary } from '../../runs/find-run'
import { unreadableRuns } from '../../runs/unreadable-runs'
import { webUiLink } from '../../runs/web-ui-link'
import { temporalForRunsOf } from '../open-run'
import { runShape } from '../shapes'

export const runsList: Command = {
  name: 'runs list',
  arguments: [],
  summary: 'List runs, newest first',
  examples: ['runs list --stuck', 'runs list --client acme --limit 10', 'runs list --json'],
  json: [runShape],
  options: [
    { flags: '--stuck', description: 'only runs that need attention' },
    { flags: '--client <id>', description: 'only runs of this client' },
    { flags: '--limit <n>', description: 'at most this many (default 50)' },
  ],
  run: async ({ temporal, output, config, clientConfig }, _, { stuck, client, limit }) => {
    const parked = { state: 'needs_attention', isOpen: true }
    const ofClient = typeof client === 'string' ? { client } : {}
    const filter = { ...(stuck === true ? parked : {}), ...ofClient }
    const most = limitOf(limit)
    const connected = await temporalForRunsOf(client, { temporal, clientConfig })
    const { listRuns } = await import('../../runs/list-runs.js')
    const { runs } = await listRuns(connected, filter, most)
    // A client that was removed can still have runs.
    if (typeof client === 'string' && runs.length === 0) clientNamed(clientConfig(), client)
    output.data(runs, runs.length === 0 ? '' : asTable(runs))
    for (const sentence of unreadableRuns(runs)) output.message(sentence)
    if (runs.length === 0) output.message(stuck === true ? 'No run needs attention.' : 'No runs.')
    const { webUiUrl, taskQueue } = config().temporal
    if (stuck === true) await nameStalled(connected, taskQueue, output)
    const link = webUiLink({ webUiUrl, namespace: connected.options.namespace }, 'needsAttention')
    if (stuck === true && runs.length > 0 && link !== undefined) output.message(`Web UI: ${link}`)
    return undefined
  },
}

const columns: (string | Column)[] = [
  { title: 'STATE', isState: true },
  'CLIENT',
  { title: 'FILE', isCut: true },
  { title: 'STEP', isWideOnly: true },
  { title: 'ERROR', isCut: true },
  { title: 'VERDICT', isState: true },
  'SCORE',
  { title: 'STARTED', isWideOnly: true },
  'WORKFLOW ID',
]

/** They look like runs at work: nothing but their age shows that they stand still. */
async function nameStalled(connected: Client, taskQueue: string, output: Output): Promise<void> {
  const { stalledRemedy, stalledRuns } = await import('../../runs/stalled-runs.js')
  const stalled = await stalledRuns(connected, taskQueue)
  if (stalled.length === 0) return
  output.message(`Temporal has lost the workflow task of ${stalled.join(', ')}. ${stalledRemedy}.`)
}

function limitOf(limit: string | boolean | undefined): number {
  if (limit === undefined) return 50
  if (typeof limit === 'string' && /^[1-9]\d{0,4}$/.test(limit)) return Number(limit)
  throw new CliError('usage', `--limit is ${String(limit)}, expected a whole number from 1 to 99999`)
}

function asTable(runs: RunSummary[]): Table {
  return table(
    columns,
    runs.map((run) => [
      run.state,
      run.client,
      run.unreadable === undefined ? run.file : `${run.file} (unreadable)`,
      run.step,
      run.errorType,
      run.verdict,
      run.score?.toString() ?? '',
      run.startedAt,
      run.workflowId,
    ]),
  )
}
