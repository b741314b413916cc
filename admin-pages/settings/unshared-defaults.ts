import type { Client } from '../../config/parse-client'
import { type Html, html } from '../../quality-control/report/html'
import { listRuns } from '../../runs/list-runs'
import { runHistory } from '../../runs/run-history'
import type { PagesDeps } from '../deps'
import { runPath } from '../runs/run-words'

/** A delivery that was on its way while the setting was changed proves nothing. */
const graceMs = 60_000
/** Settings work without Temporal, and nobody waits for it here. */
const patienceMs = 1_500

/**
 * Warns when the newest upload was delivered after an override was set, and got another profile: then the
 * gateway reads another `client_defaults.json`. Undefined without such a sign, or without Temporal.
 */
export async function unsharedDefaults(client: Client, deps: PagesDeps): Promise<Html | undefined> {
  const { config, temporal } = deps
  const { profileId: wanted, from } = config.defaults.effective(client)
  const changedAt = config.defaults.history(client.id).at(-1)?.when
  if (from !== 'override' || changedAt === undefined) return undefined
  const since = new Date(Date.parse(changedAt) + graceMs).toISOString()
  const newest = await temporal
    .ask(async (one) => {
      const { runs } = await listRuns(one, { client: client.id, startedFrom: since }, 1)
      const [run] = runs
      return run && { run, history: await runHistory(one, run.workflowId) }
    }, patienceMs)
    .catch((): undefined => undefined)
  const { origin, profileId, incomingFolderId = '' } = newest?.history.upload ?? {}
  // A folder of the client can have a profile of its own.
  const hasDefault = config.incomingFolders.find(incomingFolderId)?.profileId === wanted
  if (newest === undefined || origin !== 'event' || !hasDefault || profileId === wanted) return undefined
  return html`<div class="notice problem">
    <p><b>The last change may not reach the gateway.</b> The newest upload,
      <a href="${runPath(newest.run)}">${newest.run.file}</a>, arrived after it and was checked with
      ${profileId}, not with ${wanted}.</p>
    <p><b>What to do:</b> Let gateways, workers and pages use the same file: compare
      <code>QC_CLIENT_DEFAULTS_FILE</code> on their hosts.</p>
  </div>`
}
