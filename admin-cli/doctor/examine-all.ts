import { messageOf } from '../../workflows/text'
import { CliError } from '../exit-codes'
import { clock, folders, serviceAccount, skippedFiles, webhooks } from './box-app'
import { clientsAndProfiles, disk, secrets } from './configuration'
import { type Diagnosis, type DoctorContext, type Examination, fail } from './diagnosis'
import { gateway, tools, worker } from './host'
import { filesWithoutRun, parkedRuns, schedules, temporalReady, workers } from './temporal'

/** In the order of a delivery's way: what fails first explains what follows. */
const examinations: Examination[] = [
  ...[clientsAndProfiles, secrets, serviceAccount, clock, folders, webhooks],
  ...[gateway, temporalReady, schedules, workers, worker, tools, disk],
  ...[skippedFiles, filesWithoutRun, parkedRuns],
]

/** Examines one topic after the other. A topic that cannot be examined is a FAIL of its own. */
export async function* examineAll(context: DoctorContext): AsyncGenerator<Diagnosis> {
  for (const examination of examinations) {
    try {
      yield* await examination.examine(context)
    } catch (error) {
      const next = error instanceof CliError ? error.next : undefined
      yield fail(examination.what, messageOf(error), next ?? 'The message says what is needed')
    }
  }
}
