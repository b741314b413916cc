import { ActivityFailure, ApplicationFailure, RetryState, TimeoutFailure } from '@temporalio/common'

import { errorTypes } from '../../workflows/contract'
import { isWaitOver, problemOf } from '../../workflows/problem'
import { textLike, textWith } from '../support/matchers'

const failedWith = (cause: Error) =>
  new ActivityFailure(
    'activity failed',
    'checks',
    'checks',
    RetryState.MAXIMUM_ATTEMPTS_REACHED,
    'worker',
    cause,
  )

describe('what a failure means', () => {
  it('keeps the type of a refusal, with a remedy for each type there is', () => {
    for (const errorType of Object.values(errorTypes).filter((type) => type !== 'Withdrawn')) {
      const problem = problemOf('download', failedWith(ApplicationFailure.nonRetryable('why', errorType)))
      expect(problem).toMatchObject({ errorType, message: 'why', whatToDo: textLike(/\.$/) })
    }
  })

  it('has a remedy also for a refusal that nobody foresaw', () => {
    expect(
      problemOf('checks', failedWith(ApplicationFailure.nonRetryable('why', 'new_thing'))),
    ).toMatchObject({
      errorType: 'new_thing',
      whatToDo: textWith("workers' log"),
    })
    expect(problemOf('checks', failedWith(ApplicationFailure.nonRetryable('why')))).toMatchObject({
      errorType: 'unnamed_failure',
    })
  })

  it('calls a failure that might have passed retries_exhausted, whatever its type', () => {
    expect(problemOf('checks', failedWith(ApplicationFailure.retryable('502', 'access_lost')))).toMatchObject(
      {
        errorType: 'retries_exhausted',
      },
    )
  })

  it('says which time-out it was, and what came before, as the server says it', () => {
    const timeout = new TimeoutFailure('timeout', undefined, 'START_TO_CLOSE')
    Object.assign(timeout, { failure: { cause: { message: 'ffmpeg was killed' } } })
    expect(problemOf('checks', failedWith(timeout)).message).toBe(
      'checks took longer than its time-out, at every attempt; before that: ffmpeg was killed',
    )
  })

  it('cuts endless messages', () => {
    expect(
      Buffer.byteLength(problemOf('checks', failedWith(new Error('x'.repeat(1e6)))).message),
    ).toBeLessThanOrEqual(2_000)
  })

  it('knows a wait for the host by the whole chain of causes', () => {
    const wait = new TimeoutFailure('timeout', undefined, 'SCHEDULE_TO_START')
    expect(isWaitOver(failedWith(wait))).toBe(true)
    expect(isWaitOver(failedWith(new TimeoutFailure('timeout', undefined, 'HEARTBEAT')))).toBe(false)
    expect(isWaitOver(new Error('other'))).toBe(false)
  })
})
