import { waiverProblems } from '../../config/waiver-problems'
import type { NewWaiver } from '../../config/waivers'
import { findingKey } from '../../quality-control/finding-key'
import { numberedChecks } from '../../quality-control/report/numbered-checks'
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
    const then = 'profileId' in waiver ? 'It counts for the next uploads.' : 'The report does not say so yet.'
    const text = isNew ? `Accepted. ${then}` : `This is accepted already: “${waiver.reason}”.`
    return { redirectTo: `${runPath({ workflowId })}#findings`, notice: { kind: 'done', text } }
  }
}

type Target = Pick<NewWaiver, 'check' | 'finding' | 'message'> &
  ({ clientId: string; fileId: string; versionId: string } | { clientId: string; profileId: string })

function targetIn(report: Partial<Report> | undefined, form: URLSearchParams): Target {
  const { clientId, fileId, versionId, profile, results = [], rejection } = report ?? {}
  if (clientId === undefined || fileId === undefined || versionId === undefined || profile === undefined)
    throw new PageProblem(409, 'Not accepted', 'This run has no result yet.')
  if (rejection !== undefined)
    throw new PageProblem(409, 'Not accepted', 'The file could not be judged: nobody can accept that.')
  const result = numberedChecks({ results }).find(({ check }) => check === form.get('check'))
  if (result === undefined || result.findings.length === 0)
    throw new PageProblem(409, 'Not accepted', 'This check found nothing in the newest report of this run.')
  const { check, title } = result
  if (form.get('scope') === 'rule') return { clientId, profileId: profile.id, check, message: title }
  const key = form.get('finding') || undefined
  const finding = result.findings.find((one) => findingKey(check, one) === key)
  if (key !== undefined && finding === undefined)
    throw new PageProblem(409, 'Not accepted', 'This finding is not in the newest report of this run.')
  const message = (finding?.message ?? title).slice(0, 200)
  return { clientId, fileId, versionId, check, message, ...(key === undefined ? {} : { finding: key }) }
}
