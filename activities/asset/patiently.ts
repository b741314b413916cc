import { setTimeout as wait } from 'node:timers/promises'
import { ApplicationFailure } from '@temporalio/common'

import { errorTypes } from '../../workflows/contract'
import type { Work } from '../worker/as-activity'
import type { Dependencies } from './dependencies'

/** Between two looks at Box while access seems to be lost. */
const lookAgainMs = 5_000

/** What a role that is gone for some seconds looks like. */
const accessTypes: readonly unknown[] = [
  errorTypes.accessLost,
  errorTypes.permissionDenied,
  errorTypes.reportsFolder,
]

/**
 * Repeats a call while Box gives no access, for `accessPatienceMs`: some seconds without a role must not park
 * all runs of a client. Throws the last failure.
 */
export async function patiently<T>(
  { accessPatienceMs }: Pick<Dependencies, 'accessPatienceMs'>,
  { signal, onProgress }: Pick<Work, 'signal' | 'onProgress'>,
  call: () => Promise<T>,
): Promise<T> {
  const giveUpAtMs = performance.now() + accessPatienceMs
  for (;;) {
    try {
      return await call()
    } catch (error) {
      if (
        !(error instanceof ApplicationFailure) ||
        !accessTypes.includes(error.type) ||
        performance.now() >= giveUpAtMs
      )
        throw error
      onProgress({ waitingFor: error.message })
      await wait(Math.min(lookAgainMs, accessPatienceMs / 4), undefined, { signal })
    }
  }
}
