import { handlerNames } from '../../workflows/contract'
import type { RunStatus } from '../../workflows/contract'
import type { Command } from '../command'
import type { RunSummary } from '../../runs/find-run'
import { webUiLink } from '../../runs/web-ui-link'
import { runNamed } from '../open-run'
import { runShape } from '../shapes'
import { fields, type Table } from '../table'

export const runsShow: Command = {
  name: 'runs show',
  arguments: ['<run>'],
  summary: 'Show one run: its state, what it waits for and what to do',
  examples: ['runs show 1234567890', 'runs show qc/acme/1234567890/2345678901 --json'],
  json: { ...runShape, 'attention?': 'object', 'waitingFor?': 'string', 'report?': 'object' },
  details: '<run> is a workflow id, or the id or address of a Box file (its newest run).',
  options: [],
  run: async ({ temporal, output, config, waitFor }, [typed = '']) => {
    const client = await temporal()
    const summary = await runNamed(client, typed)
    const { workflowId } = summary
    const handle = client.workflow.getHandle(workflowId)
    waitFor('a worker that answers for the run')
    // A query needs a worker; the search attributes hold step and error without one.
    const status = await client
      .withDeadline(Date.now() + 5_000, () => handle.query<RunStatus>(handlerNames.status))
      .catch(() => undefined)
    if (status === undefined) output.message('No worker answered. Showing what Temporal stores.')
    const { webUiUrl } = config().temporal
    const link = webUiLink({ webUiUrl, namespace: client.options.namespace }, { workflowId })
    output.data({ ...summary, ...status }, describe(summary, status, link))
    return undefined
  },
}

function describe(summary: RunSummary, status: RunStatus | undefined, link?: string): Table {
  const { attention, report } = status ?? {}
  const { unreadable } = summary
  const rows: [string, string | undefined][] = [
    ['Workflow', summary.workflowId],
    ['File', summary.file],
    ['Unreadable', unreadable === undefined ? undefined : `${unreadable.reason}. ${unreadable.whatToDo}`],
    ['Client', `${summary.client} (${summary.profile})`],
    ['State', status?.state ?? summary.state],
    ['Waiting for', status?.waitingFor],
    ['Started', summary.startedAt],
    ['Closed', summary.closedAt],
    ['Verdict', summary.verdict === '' ? undefined : `${summary.verdict}, score ${summary.score ?? 'n/a'}`],
    ['Report', report === undefined ? undefined : `${report.reportName} in folder ${report.folderId}`],
    ['Step', attention?.step ?? (summary.step || undefined)],
    ['Error', attention?.errorType ?? (summary.errorType || undefined)],
    ['What failed', attention?.message],
    ['What to do', attention?.whatToDo],
    ['Then', attention === undefined ? undefined : `admin-cli runs retry ${summary.workflowId}`],
    ['Web UI', link],
  ]
  return fields(rows.flatMap(([label, value]) => (value === undefined ? [] : [[label, value]])))
}
