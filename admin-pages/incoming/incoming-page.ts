import { type Html, html } from '../../quality-control/report/html'
import type { RunSummary } from '../../runs/find-run'
import { listRuns } from '../../runs/list-runs'
import type { PagesDeps } from '../deps'
import { type Handler, PageProblem } from '../page-request'
import { formTokenField } from '../page/layout'
import { size } from '../page/words'
import { runTable, timeAgo } from '../runs/run-table'
import { runPath } from '../runs/run-words'
import { type FileState, fileState } from './file-state'
import { type IncomingFile, incomingFiles, type IncomingList } from './incoming-files'

const timeoutMs = 20_000
const maxRuns = 5_000
const shownWithoutBox = 100

type Row = IncomingFile & FileState & { clientId: string }

/** What is in INCOMING, and why: files without a run, skipped files, files whose run waits. */
export function incomingPage(deps: PagesDeps): Handler {
  return async ({ query, session }) => {
    const clientId = query.get('client') || undefined
    if (clientId !== undefined && !deps.config.clients().has(clientId))
      throw new PageProblem(404, 'No such client', `There is no client "${clientId}" in clients.yaml.`)
    const list = await listIncoming(deps, clientId)
    const runs = await openRuns(deps, clientId)
    const rows = list.files.map((found) => ({
      ...found,
      ...fileState(found, runs, deps),
      clientId: deps.config.incomingFolders.find(found.folders[0]?.id ?? '')?.clientId ?? '',
    }))
    const body = html`<h1>Incoming</h1>
      ${withoutBox(list, [...runs.values()], deps)} ${problems(list, deps)}
      <section>
        ${clientFilter(clientId, deps)}
        ${(list.boxProblem === undefined || rows.length > 0) && table(rows, session.formToken, deps)}
        ${list.isCut && html`<p class="hint">There is more. Choose one client to see all of its files.</p>`}
      </section>`
    return { title: 'Incoming', area: 'incoming', body }
  }
}

function listIncoming({ config, box }: PagesDeps, clientId: string | undefined): Promise<IncomingList> {
  const all = config.incomingFolders.all()
  const wanted = all.filter((folder) => clientId === undefined || folder.clientId === clientId)
  const foreign = new Set([
    ...all.map(({ folderId }) => folderId),
    ...[...config.clients().values()].flatMap(({ reportsFolderId }) => reportsFolderId ?? []),
  ])
  const folderIds = wanted.map(({ folderId }) => folderId)
  if (folderIds.length === 0) return Promise.resolve({ files: [], problems: [], isCut: false })
  return incomingFiles(box(), folderIds, (id) => foreign.has(id), AbortSignal.timeout(timeoutMs))
}

async function openRuns({ temporal }: PagesDeps, client: string | undefined) {
  const { runs } = await temporal.ask((one) => listRuns(one, { client, isOpen: true }, maxRuns))
  const byVersion = (run: RunSummary) => run.workflowId.split('/').slice(0, 4).join('/')
  return new Map(runs.map((run) => [byVersion(run), run]))
}

/** What Temporal knows, while Box does not answer. */
function withoutBox({ boxProblem }: IncomingList, open: RunSummary[], { now }: PagesDeps): Html | undefined {
  if (boxProblem === undefined) return undefined
  return html`<section class="notice problem">
      <h2>Box does not answer as expected</h2>
      <p class="message">${boxProblem}</p>
      <p>Files that have no run cannot be shown for now. They stay in Box, and nothing is lost.</p>
    </section>
    <section>
      <h2>Open runs</h2>
      ${runTable(open.slice(0, shownWithoutBox), now(), 'No run is open.')}
      ${open.length > shownWithoutBox && html`<p class="hint">The newest ${shownWithoutBox} are shown.</p>`}
    </section>`
}

function problems({ problems: unread }: IncomingList, { config }: PagesDeps): Html | undefined {
  const broken = config.incomingFolders.all().flatMap(({ clientId, problem }) => {
    return problem === undefined ? [] : [`${clientId}: ${problem}`]
  })
  const lines = [...unread.map(({ folderId, message }) => `Folder ${folderId}: ${message}`), ...broken]
  if (lines.length === 0) return undefined
  return html`<section class="notice problem">
    <h2>Not everything can be read</h2>
    <ul class="list">
      ${[...new Set(lines)].map((line) => html`<li>${line}</li>`)}
    </ul>
  </section>`
}

function clientFilter(clientId: string | undefined, { config }: PagesDeps): Html {
  const selected = html` selected`
  return html`<form method="get" class="filters">
    <div>
      <label for="client">Client</label>
      <select id="client" name="client">
        <option value="">all</option>
        ${[...config.clients().values()].map(
          ({ id, displayName }) =>
            html`<option value="${id}" ${id === clientId && selected}>${displayName}</option>`,
        )}
      </select>
    </div>
    <div><button class="main">Show</button></div>
  </form>`
}

const order = { idle: 0, skipped: 1, run: 2 }

function table(rows: Row[], formToken: string, deps: PagesDeps): Html {
  if (deps.config.clients().size === 0) return html`<p>There is no client yet, so there is no INCOMING.</p>`
  if (rows.length === 0) return html`<p>INCOMING is empty: every file has been checked and moved.</p>`
  const sorted = [...rows].sort((a, b) => order[a.kind] - order[b.kind])
  return html`<table class="stacked">
    <thead>
      <tr>
        <th scope="col">File</th>
        <th scope="col">Client</th>
        <th scope="col" class="number">Size</th>
        <th scope="col">Changed</th>
        <th scope="col">Why it is there</th>
        <th scope="col"><span class="hidden">Action</span></th>
      </tr>
    </thead>
    <tbody>
      ${sorted.map((row) => tableRow(row, formToken, deps))}
    </tbody>
  </table>`
}

function tableRow(row: Row, formToken: string, { settings, now }: PagesDeps): Html {
  const { file, folders, reason, run, kind, clientId } = row
  const below = folders.slice(1).map(({ name }) => `${name}/`)
  return html`<tr>
    <th scope="row">
      ${below.length > 0 && html`<span class="meta">${below.join('')}</span>`}
      <a href="${settings.boxWebUrl}/file/${file.id}">${file.name}</a>
    </th>
    <td data-label="Client">${clientId}</td>
    <td class="number" data-label="Size">${size(file.sizeBytes)}</td>
    <td data-label="Changed">${file.modifiedAt !== undefined && timeAgo(file.modifiedAt, now())}</td>
    <td>${run === undefined ? reason : html`<a href="${runPath(run)}">${reason}</a>`}</td>
    <td>${kind === 'idle' && startForm(file, formToken)}</td>
  </tr>`
}

function startForm({ id, name }: { id: string; name: string }, formToken: string): Html {
  return html`<form method="post" action="/incoming/start">
    ${formTokenField(formToken)}
    <input type="hidden" name="file" value="${id}" />
    <button>Start a run <span class="hidden">of ${name}</span></button>
  </form>`
}
