import { listRuns } from '../../runs/list-runs'
import { signalRetry } from '../../runs/signal-retry'
import { TemporalDown } from '../../runs/temporal-access'
import { updateRun } from '../../runs/update-run'
import { handlerNames } from '../../workflows/contract'
import { messageOf, plural } from '../../workflows/text'
import type { PagesDeps } from '../deps'
import { type Handler, PageProblem } from '../page-request'
import { runIdIn } from './run-id'
import { runPath } from './run-words'

const abandonMs = 20_000
const retryAtOnce = 10
const retryLimit = 1000

/** "Retry" of one run. */
export function retryRun({ temporal, logger }: PagesDeps): Handler {
  return async ({ form, session }) => {
    const workflowId = runIdIn(form)
    await temporal.ask((client) => signalRetry(client, workflowId))
    logger.info({ workflowId, user: session.user }, 'pages: retry')
    const text = 'Retry was sent. The run goes on as soon as a worker takes it up.'
    return { redirectTo: runPath({ workflowId }), notice: { kind: 'done', text } }
  }
}

/** "Retry all with this cause". */
export function retryAll({ temporal, logger }: PagesDeps): Handler {
  return async ({ form, session }) => {
    const [client, step, errorType] = ['client', 'step', 'error_type'].map(
      (name) => form.get(name) || undefined,
    )
    if (client === undefined || step === undefined || errorType === undefined)
      throw new PageProblem(400, 'No cause', 'The form names no cause.')
    const filter = { client, step, errorType, state: 'needs_attention', isOpen: true }
    const { runs } = await temporal.ask((one) => listRuns(one, filter, retryLimit))
    const problems: string[] = []
    for (let from = 0; from < runs.length; from += retryAtOnce)
      await Promise.all(
        runs
          .slice(from, from + retryAtOnce)
          .map(({ workflowId }) =>
            temporal
              .ask((one) => signalRetry(one, workflowId))
              .catch((error: unknown) => void problems.push(messageOf(error))),
          ),
      )
    logger.info({ ...filter, runs: runs.length, user: session.user }, 'pages: retry of all with one cause')
    const sent = runs.length - problems.length
    const [problem] = problems
    const text =
      `Retry was sent to ${plural(sent, 'run')}.` +
      (problem === undefined ? '' : ` ${problems.length} did not get it: ${problem}`)
    return { redirectTo: '/', notice: { kind: problem === undefined ? 'done' : 'problem', text } }
  }
}

/** "Abandon", with the reason. */
export function abandonRun({ temporal, logger }: PagesDeps): Handler {
  return async ({ form, session }) => {
    const workflowId = runIdIn(form)
    const reason = form.get('reason')?.trim() ?? ''
    if (reason === '') throw new PageProblem(400, 'No reason', 'Say why this upload is abandoned.')
    const update = {
      name: handlerNames.abandon,
      reason: `${reason} (${session.user})`,
      onWait: () => undefined,
    }
    try {
      await temporal.ask((client) => updateRun(client, workflowId, update), abandonMs)
    } catch (error) {
      if (!(error instanceof TemporalDown)) throw error
      const message = 'No worker has answered, so the run was not abandoned. Is a worker running?'
      throw new PageProblem(503, 'Not abandoned', message, { cause: error })
    }
    logger.info({ workflowId, user: session.user }, 'pages: abandoned')
    return { redirectTo: runPath({ workflowId }), notice: { kind: 'done', text: 'The upload is abandoned.' } }
  }
}
