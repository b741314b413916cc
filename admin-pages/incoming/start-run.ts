import { isBoxError } from '../../box/box-error'
import { matchUpload } from '../../runs/match-upload'
import { createStartIdle } from '../../runs/start-idle'
import { abandonedTag, workflowIdFor } from '../../workflows/contract'
import type { PagesDeps } from '../deps'
import { type Handler, PageProblem } from '../page-request'
import { runPath } from '../runs/run-words'
import { arrivedFile } from './file-state'

const timeoutMs = 10_000

/** "Start a run" of a file in INCOMING that has none, as the next sweep would. */
export function startRun(deps: PagesDeps): Handler {
  return async ({ form, session }) => {
    const fileId = form.get('file') ?? ''
    if (!/^\d{1,20}$/.test(fileId)) throw new PageProblem(400, 'No file', 'The form names no file.')
    const file = await findFile(deps, fileId)
    const arrived = arrivedFile({ file, folders: file.ancestors }, deps.now())
    const match = matchUpload(arrived, deps.config.incomingFolders.find)
    if (file.isTrashed) throw gone()
    if ('ignored' in match) throw new PageProblem(409, 'Not started', match.message)
    if (file.tags.includes(abandonedTag(file.versionId)))
      throw new PageProblem(409, 'Not started', 'A person abandoned this version of the file.')
    const upload = { ...match.upload, origin: 'sweep' as const }
    const workflowId = workflowIdFor(upload)
    const isStarted = await deps.temporal.ask((client) =>
      createStartIdle({ client, ...deps.runs.temporal, timings: deps.runs.timings })(upload, file.modifiedAt),
    )
    if (!isStarted) throw new PageProblem(409, 'Not started', 'This version of the file has a run already.')
    deps.logger.info({ workflowId, user: session.user }, 'pages: run started')
    return { redirectTo: runPath({ workflowId }), notice: { kind: 'done', text: 'The run is started.' } }
  }
}

async function findFile({ box }: PagesDeps, fileId: string) {
  try {
    return await box().getFile(fileId, AbortSignal.timeout(timeoutMs))
  } catch (error) {
    if (isBoxError(error, 'not_found', 'trashed')) throw gone()
    throw error
  }
}

function gone(): PageProblem {
  return new PageProblem(409, 'Not started', 'The file is no longer in INCOMING, or we lost access to it.')
}
