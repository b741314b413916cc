import type { StartedRun } from '../../workflows/scheduled/check-webhooks'
import type { SweepDependencies, SweptFolder } from './dependencies'

const windowMs = 24 * 60 * 60_000
/** One or two lost deliveries are no silent webhook. */
const minFiles = 3

/**
 * A sentence when Box delivers nothing although files arrive: since the last delivery that started a run, and
 * since the webhook was made, the sweep found at least three new files, and Box delivered none of them later.
 */
export async function silenceOf(
  sweep: Pick<SweepDependencies, 'startedRuns' | 'wasDelivered' | 'now'>,
  { clientId, folderId }: Pick<SweptFolder, 'clientId' | 'folderId'>,
  webhookMadeAt: string | undefined,
): Promise<string | undefined> {
  const since = sweep.now().getTime() - windowMs
  const runs = (await sweep.startedRuns(clientId, new Date(since))).filter(
    (run) => run.incomingFolderId === folderId,
  )
  const delivered = runs.flatMap(({ origin, startedAtMs }) => (origin === 'event' ? [startedAtMs] : []))
  const silentSince = Math.max(since, timeOf(webhookMadeAt), ...delivered)
  const found = runs.filter((run) => run.origin === 'sweep' && timeOf(run.arrivedAt) > silentSince)
  if (found.length < minFiles || (await isAnyDelivered(sweep, found.slice(0, minFiles)))) return undefined
  const oldest = Math.min(...found.map(({ arrivedAt }) => timeOf(arrivedAt)))
  return (
    `it is silent: Box delivered none of ${found.length} files that arrived since ` +
    `${new Date(oldest).toISOString()}. The sweep found them`
  )
}

/** A delivery that comes after the sweep is in the history of the run. */
async function isAnyDelivered(
  { wasDelivered }: Pick<SweepDependencies, 'wasDelivered'>,
  runs: StartedRun[],
): Promise<boolean> {
  for (const run of runs) if (await wasDelivered(run)) return true
  return false
}

function timeOf(text: string | undefined): number {
  return text === undefined ? -Infinity : Date.parse(text)
}
