import { messageOf } from '../workflows/text'
import { clock, folders, serviceAccount, skippedFiles, webhooks } from './box-app'
import { builds } from './builds'
import { clientsAndProfiles, disk, secrets } from './configuration'
import { type Diagnosis, type Examination, fail, type Installation } from './diagnosis'
import { gateway, languages, tools, worker } from './host'
import {
  filesWithoutRun,
  lostTasks,
  parkedRuns,
  roomForAssets,
  schedules,
  temporalReady,
  workers,
} from './temporal'

/** In the order of a delivery's way: what fails first explains what follows. */
const examinations: Examination[] = [
  ...[clientsAndProfiles, secrets, serviceAccount, clock, folders, webhooks],
  ...[gateway, temporalReady, schedules, workers, builds, roomForAssets, worker, tools, languages, disk],
  ...[skippedFiles, filesWithoutRun, lostTasks, parkedRuns],
]

/**
 * What `admin-cli doctor` prints and the page Health shows: one topic after the other. A topic that cannot be
 * examined is a FAIL of its own. Temporal is asked for a connection once.
 */
export async function* examineAll(installation: Installation): AsyncGenerator<Diagnosis> {
  let connected: ReturnType<Installation['temporal']> | undefined
  const asked = { ...installation, temporal: () => (connected ??= installation.temporal()) }
  for (const examination of examinations) {
    try {
      yield* await examination.examine(asked)
    } catch (error) {
      yield fail(examination.what, messageOf(error), nextOf(error) ?? 'The message says what is needed')
    }
  }
}

/** Errors that are made for people say what to do next. */
function nextOf(error: unknown): string | undefined {
  const next: unknown = error instanceof Error ? Reflect.get(error, 'next') : undefined
  return typeof next === 'string' ? next : undefined
}
