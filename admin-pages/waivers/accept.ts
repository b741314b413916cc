import { waiverProblems } from '../../config/waiver-problems'
import type { NewWaiver } from '../../config/waivers'
import { acceptableIn } from '../../quality-control/acceptable-in'
import { runHistory } from '../../runs/run-history'
import type { Report } from '../../workflows/contract'
import type { PagesDeps } from '../deps'
import { type Handler, PageProblem } from '../page-request'
import { runIdIn } from '../runs/run-id'
import { runPath } from '../runs/run-words'

/** "Accept": compared with the report of the run, because a form can hold anything. */
export function acceptFinding({ config, temporal, logger, now }: PagesDeps): Handler {
  return async ({ form, session }) => {
    const workflowId = runIdIn(form)
    const words = {
      ...{ reason: form.get('reason') ?? '', until: form.get('until') || undefined, by: session.user },
    }
    const problems = waiverProblems(words, now())
    if (problems.length > 0) throw new PageProblem(400, 'Not accepted', `${problems.join('; ')}.`)
    const { report } = await temporal.ask((client) => runHistory(client, workflowId))
    const target = targetIn(report, form)
    const { waiver, isNew } = await config.waivers.add({ ...target, ...words })
    const { id, check } = waiver
    logger.info({ workflowId, id, check, user: session.user }, 'pages: findings accepted')
    const then =
      'profileId' in waiver ? 'It applies from the next upload.' : 'The report does not say so yet.'
    const text = isNew ? `Accepted. ${then}` : `This is accepted already: “${waiver.reason}”.`
    return { redirectTo: `${runPath({ workflowId })}#findings`, notice: { kind: 'done', text } }
  }
}

type Target = Pick<NewWaiver, 'check' | 'finding' | 'message'> &
  ({ clientId: string; fileId: string; versionId: string } | { clientId: string; profileId: string })

/** A rule is for all uploads with the profile of this run. */
function targetIn(report: Partial<Report> | undefined, form: URLSearchParams): Target {
  const wanted = { check: form.get('check') ?? '', finding: form.get('finding') || undefined }
  const isRule = form.get('scope') === 'rule'
  const target = acceptableIn(report, isRule ? { check: wanted.check } : wanted)
  if ('problem' in target) throw new PageProblem(409, 'Not accepted', target.problem)
  const { clientId, check, message } = target
  const profileId = report?.profile?.id
  if (!isRule) return target
  if (profileId === undefined) throw new PageProblem(409, 'Not accepted', 'The run has no profile yet.')
  return { clientId, profileId, check, message }
}
