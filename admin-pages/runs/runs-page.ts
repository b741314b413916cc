import { Html, html } from '../../quality-control/report/html'
import type { RunSummary } from '../../runs/find-run'
import { listRuns, type RunFilter, type RunList } from '../../runs/list-runs'
import { runAttention } from '../../runs/run-attention'
import type { Attention } from '../../workflows/contract'
import type { PagesDeps } from '../deps'
import type { Handler } from '../page-request'
import { attentionGroups, type Cause } from './attention-groups'
import { runTable } from './run-table'
import { waitingRuns } from './waiting-runs'

const shown = 100
const searched = 1000
const parkedLimit = 500

/** Runs: those that need attention by cause, those that wait, and the newest by filter and search. */
export function runsPage(deps: PagesDeps): Handler {
  return async ({ query, session }) => {
    const filter = filterOf(query)
    const words = query.get('q')?.trim().toLowerCase() ?? ''
    const isFiltered = words !== '' || Object.values(filter).some((one) => one !== undefined)
    const limit = words === '' ? shown : searched
    const [parked, waiting, running, list] = await deps.temporal.ask((temporal) =>
      Promise.all([
        listRuns(temporal, { client: filter.client, state: 'needs_attention', isOpen: true }, parkedLimit),
        listRuns(temporal, { client: filter.client, state: 'waiting', isOpen: true }, shown),
        listRuns(temporal, { client: filter.client, state: 'running', isOpen: true }, shown),
        listRuns(temporal, filter, limit),
      ]),
    )
    const causes = await causesOf(parked.runs, deps)
    const found = { ...list, runs: list.runs.filter((run) => fits(run, words)).slice(0, shown) }
    const body = html`<h1>Runs</h1>
      ${attentionGroups(causes, parked.isCut, { formToken: session.formToken, now: deps.now() })}
      ${await waitingRuns([...running.runs, ...waiting.runs], deps)}
      <section>
        <h2>${isFiltered ? 'Runs that match' : 'Newest runs'}</h2>
        ${filters(query, deps)} ${runTable(found.runs, deps.now(), noRuns(isFiltered))}
        ${cutNote(found, list, words)}
        <p class="hint">
          A file is missing here? <a href="${incomingPath(filter)}">Incoming</a> shows skipped files and files
          without a run, with the reason.
        </p>
      </section>`
    return { title: causes.length > 0 ? `${parked.runs.length} need attention` : 'Runs', area: 'runs', body }
  }
}

/** One cause is one error at one step of one client: one remedy helps all its runs. */
async function causesOf(runs: RunSummary[], { temporal }: PagesDeps): Promise<Cause[]> {
  const groups = new Map<string, RunSummary[]>()
  for (const run of runs) {
    const key = [run.errorType, run.step, run.client].join('|')
    groups.set(key, [...(groups.get(key) ?? []), run])
  }
  const causes = [...groups.values()].map(async (group): Promise<Cause[]> => {
    const [first] = group
    if (first === undefined) return []
    const attention = await temporal
      .ask((client) => runAttention(client, first.workflowId))
      .catch((): Attention | undefined => undefined)
    return [{ first, runs: group, attention }]
  })
  return (await Promise.all(causes)).flat().sort((a, b) => b.runs.length - a.runs.length)
}

function filterOf(query: URLSearchParams): RunFilter {
  const value = (name: string) => query.get(name) || undefined
  return { client: value('client'), state: value('state'), verdict: value('verdict') }
}

function fits({ file, workflowId }: RunSummary, words: string): boolean {
  return words === '' || file.toLowerCase().includes(words) || workflowId.includes(words)
}

const states = [
  ...['running', 'waiting', 'needs_attention'],
  ...['done', 'superseded', 'withdrawn', 'abandoned', 'cancelled'],
]
const verdicts = ['pass', 'review', 'fail', 'error']

function filters(query: URLSearchParams, { config }: PagesDeps): Html {
  const clients = [...config.clients().values()].map(({ id, displayName }): [string, string] => [
    id,
    displayName,
  ])
  const plain = (values: string[]) => values.map((one): [string, string] => [one, one.replace('_', ' ')])
  return html`<form method="get" class="filters" role="search">
    <div>
      <label for="q">File name</label>
      <input id="q" name="q" type="search" value="${query.get('q') ?? ''}" />
    </div>
    ${select('client', 'Client', clients, query)} ${select('state', 'State', plain(states), query)}
    ${select('verdict', 'Verdict', plain(verdicts), query)}
    <div><button class="main">Filter</button> <a href="/">Clear</a></div>
  </form>`
}

function select(name: string, label: string, values: [string, string][], query: URLSearchParams): Html {
  const selected = new Html(' selected')
  return html`<div>
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      <option value="">all</option>
      ${values.map(
        ([value, word]) =>
          html`<option value="${value}" ${query.get(name) === value && selected}>${word}</option>`,
      )}
    </select>
  </div>`
}

function incomingPath({ client }: RunFilter): string {
  return client === undefined ? '/incoming' : `/incoming?client=${encodeURIComponent(client)}`
}

function noRuns(isFiltered: boolean): string {
  return isFiltered ? 'No run matches.' : 'No file has arrived yet.'
}

function cutNote(found: RunList, { isCut }: RunList, words: string): Html | undefined {
  if (!isCut) return undefined
  return words === ''
    ? html`<p class="hint">The newest ${found.runs.length} are shown. Filters and search find the others.</p>`
    : html`<p class="hint">The search covers the newest ${searched} runs that fit the other filters.</p>`
}
