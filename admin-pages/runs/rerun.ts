import type { BoxFile } from '../../box/box'
import { createStartIdle } from '../../runs/start-idle'
import { rerunUpload } from '../../runs/rerun-upload'
import { type Upload, workflowIdFor } from '../../workflows/contract'
import type { PagesDeps } from '../deps'
import { type Handler, PageProblem } from '../page-request'
import { clientNamed } from '../settings/client-named'
import { runIdIn } from './run-id'
import { runPath } from './run-words'

const timeoutMs = 10_000

/** "Run again": one more report of the file's present version, with the chosen profile. */
export function rerun(deps: PagesDeps): Handler {
  return async ({ form, session }) => {
    const fileId = runIdIn(form).split('/')[2] ?? ''
    const file = await deps.box().getFile(fileId, AbortSignal.timeout(timeoutMs))
    const upload = uploadOf(file, form.get('profile') || undefined, deps)
    const workflowId = workflowIdFor(upload)
    const isStarted = await deps.temporal.ask((client) =>
      createStartIdle({ client, ...deps.runs.temporal, timings: deps.runs.timings })(upload),
    )
    if (!isStarted)
      throw new PageProblem(
        409,
        'Not started',
        'This file has a run already. Retry or abandon that run first.',
      )
    deps.logger.info({ workflowId, profileId: upload.profileId, user: session.user }, 'pages: run again')
    const text =
      `Started again with the profile ${upload.profileId}. ` + `The new report is filed beside the old one.`
    return { redirectTo: runPath({ workflowId }), notice: { kind: 'done', text } }
  }
}

function uploadOf(file: BoxFile, profileId: string | undefined, deps: PagesDeps): Upload {
  const { id: fileId, versionId, name, sha1, sizeBytes, ancestors: folders } = file
  const eventTime = deps.now().toISOString()
  const arrived = { fileId, versionId, name, sha1, sizeBytes, folders, eventTime }
  const match = rerunUpload(arrived, deps.config.incomingFolders.find, profileId)
  if ('ignored' in match) throw new PageProblem(409, 'Not started', match.message)
  const client = clientNamed(deps, match.upload.clientId)
  if (profileId !== undefined && !client.profiles.includes(profileId))
    throw new PageProblem(
      409,
      'Not started',
      `${client.displayName} does not have the profile "${profileId}".`,
    )
  return match.upload
}
