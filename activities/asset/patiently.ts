import { setTimeout as wait } from 'node:timers/promises'
import { ApplicationFailure } from '@temporalio/common'

import { errorTypes } from '../../workflows/contract'
import type { Work } from '../worker/as-activity'
import type { Dependencies } from './dependencies'

/** Between two looks. */
const lookAgainMs = 5_000

/** A role that is gone for some seconds, or a configuration file that comes late to this host. */
const passingTypes: readonly unknown[] = [
  errorTypes.accessLost,
  errorTypes.permissionDenied,
  errorTypes.reportsFolder,
  errorTypes.configuration,
]

/**
 * Repeats a call while Box gives no access or the configuration does not fit, for `accessPatienceMs`: some
 * seconds without a role, or with an old `clients.yaml`, must not park all runs of a client. Throws the last
 * failure.
 */
export async function patiently<T>(
  { accessPatienceMs }: Pick<Dependencies, 'accessPatienceMs'>,
  { signal, onProgress }: Pick<Work, 'signal' | 'onProgress'>,
  call: () => T | Promise<T>,
): Promise<T> {
  const giveUpAtMs = performance.now() + accessPatienceMs
  for (;;) {
    try {
      return await call()
    } catch (error) {
      if (
        !(error instanceof ApplicationFailure) ||
        !passingTypes.includes(error.type) ||
        performance.now() >= giveUpAtMs
      )
        throw error
      onProgress({ waitingFor: error.message })
      await wait(Math.min(lookAgainMs, accessPatienceMs / 4), undefined, { signal })
    }
  }
}
