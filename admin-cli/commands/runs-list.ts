import { workflowType } from '../../workflows/contract'
import { clientNamed } from '../client-config'
import type { Command } from '../command'
import { CliError } from '../exit-codes'
import { type Column, type Table, table } from '../table'
import { quoted, summaryOf } from '../../runs/find-run'
import type { RunSummary } from '../../runs/find-run'
import { webUiLink } from '../../runs/web-ui-link'
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
    const filters = [`WorkflowType='${workflowType}'`]
    if (stuck === true) filters.push("QcState='needs_attention'", "ExecutionStatus='Running'")
    if (typeof client === 'string') filters.push(`QcClient=${quoted(client)}`)
    const connected = await temporal()
    const runs = await newest(connected, filters.join(' AND '), limitOf(limit))
    // A client that was removed can still have runs.
    if (typeof client === 'string' && runs.length === 0) clientNamed(clientConfig(), client)
    output.data(runs, runs.length === 0 ? '' : asTable(runs))
    if (runs.length === 0) output.message(stuck === true ? 'No run needs attention.' : 'No runs.')
    const { webUiUrl } = config().temporal
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

function limitOf(limit: string | boolean | undefined): number {
  if (limit === undefined) return 50
  if (typeof limit === 'string' && /^[1-9]\d{0,4}$/.test(limit)) return Number(limit)
  throw new CliError('usage', `--limit is ${String(limit)}, expected a whole number from 1 to 99999`)
}

async function newest(
  temporal: Awaited<ReturnType<Parameters<Command['run']>[0]['temporal']>>,
  query: string,
  limit: number,
): Promise<RunSummary[]> {
  const runs: RunSummary[] = []
  for await (const info of temporal.workflow.list({ query, pageSize: Math.min(limit, 1000) })) {
    runs.push(summaryOf(info))
    if (runs.length >= limit) break
  }
  return runs
}

function asTable(runs: RunSummary[]): Table {
  return table(
    columns,
    runs.map((run) => [
      run.state,
      run.client,
      run.file,
      run.step,
      run.errorType,
      run.verdict,
      run.score?.toString() ?? '',
      run.startedAt,
      run.workflowId,
    ]),
  )
}
