import { DefaultFailureConverter } from '@temporalio/common'

/** Moves message and stack of a failure into a payload, which the codec encrypts. Loaded by its path. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true })
