import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow'

import type { RunStatus, Step } from './contract'
import { cleared, keyword } from './start-options'
import { type Queue, steps } from './steps'

/** Shows for the time of the call that the run waits for a worker, and why. */
export async function whileWaiting<T>(status: RunStatus, step: Step, call: () => Promise<T>): Promise<T> {
  const reason = waitReasons[steps[step].queue]
  status.state = 'waiting'
  status.waitingFor = reason
  upsertSearchAttributes([keyword('QcState', 'waiting'), keyword('QcStep', step)])
  setCurrentDetails(`### Waiting at ${step}\n\n${reason}\n\nThe run goes on by itself.`)
  try {
    return await call()
  } finally {
    status.state = 'running'
    status.waitingFor = undefined
    upsertSearchAttributes([keyword('QcState', 'running'), cleared('QcStep')])
    setCurrentDetails('')
  }
}

/** What a run waits for, for people. */
const waitReasons = {
  intake:
    'No host has room for one more asset, or no worker runs. Each worker says why: `intake` in /readyz.',
  host: 'The host that has the file is busy with other assets.',
  reports: 'The host that has the file is busy with other reports.',
  main: 'No worker has taken this step yet, so it was scheduled again.',
} as const satisfies Record<Queue, string>
