import { plainGrpc } from '../runs/plain-grpc'
import { messageOf } from '../workflows/text'
import { clock, folders, serviceAccount, skippedFiles, webhooks } from './box-app'
import { boxCallLimit } from './box-call-limit'
import { builds } from './builds'
import { boxRemedy } from './box-remedy'
import { clientsAndProfiles, disk, jwtConfiguration, signatureKeys, signInProvider } from './configuration'
import { type Diagnosis, type Examination, fail, type Installation, warn } from './diagnosis'
import { gateway, languages, tools, worker } from './host'
import { reports } from './reports'
import {
  filesWithoutRun,
  lostTasks,
  parkedRuns,
  roomForAssets,
  schedules,
  temporalReady,
  workers,
} from './temporal'
import { webhookDeliveries } from './webhook-deliveries'

/** In the order of a delivery's way: what fails first explains what follows. */
const examinations: Examination[] = [
  ...[clientsAndProfiles, jwtConfiguration, signatureKeys, signInProvider],
  ...[serviceAccount, clock, folders, reports, webhooks],
  ...[gateway, temporalReady, schedules, webhookDeliveries, workers, boxCallLimit, builds, roomForAssets],
  ...[worker, tools, languages, disk],
  ...[skippedFiles, filesWithoutRun, lostTasks, parkedRuns],
]

/** They wait for an answer that can take until a time-out. */
const upstreams: readonly Examination[] = [serviceAccount, clock, temporalReady]

/**
 * What `admin-cli doctor` prints and the page Health shows: one topic after the other. A topic that throws is
 * a FAIL of its own, once: a Box or a Temporal that is down is not asked again for each topic behind it.
 */
export async function* examineAll(
  installation: Installation,
  { isBeforeStart = false } = {},
): AsyncGenerator<Diagnosis> {
  let connected: ReturnType<Installation['temporal']> | undefined
  const asked = { ...installation, temporal: () => (connected ??= installation.temporal()) }
  // A silent Box and a silent Temporal are waited for at the same time.
  const begun = new Map(upstreams.map((one) => [one, handled(one.examine(asked))]))
  const broken = new Set<string>()
  for (const examination of examinations) {
    const { what, needs = '', isAfterStart = false } = examination
    if (isBeforeStart && isAfterStart) continue
    if (broken.has(needs)) {
      yield warn(what, `not examined: ${needs} does not answer`, `Correct "${needs}" first`)
      continue
    }
    try {
      yield* await (begun.get(examination) ?? examination.examine(asked))
    } catch (error) {
      broken.add(what)
      yield fail(
        what,
        plainGrpc(messageOf(error)),
        nextOf(error) ?? boxRemedy(error) ?? 'The message says what is needed',
      )
    }
  }
}

/** Its failure belongs to who awaits it later: until then it must not end the process. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

/** Errors that are made for people say what to do next. */
function nextOf(error: unknown): string | undefined {
  const next: unknown = error instanceof Error ? Reflect.get(error, 'next') : undefined
  return typeof next === 'string' ? next : undefined
}
