import { toFailure } from '../../../activities/worker/to-failure'
import { BoxError, type BoxErrorKind } from '../../../box/box-error'

const failureOf = (kind: BoxErrorKind, retryAfterMs?: number) =>
  toFailure(new BoxError({ kind, message: 'In the words of Box', retryAfterMs }))

describe('toFailure', () => {
  it.each<[BoxErrorKind, string, RegExp]>([
    ['forbidden', 'permission_denied', /Editor.*In the words of Box/],
    ['quota', 'box_quota', /quota.*In the words of Box/],
    ['policy', 'box_policy', /policy.*In the words of Box/],
    ['scope', 'box_auth', /lacks a scope.*In the words of Box/],
    ['unauthorized', 'box_auth', /credentials.*In the words of Box/],
    ['not_found', 'box_refused', /^In the words of Box$/],
    ['name_taken', 'box_refused', /^In the words of Box$/],
    ['refused', 'box_refused', /^In the words of Box$/],
  ])('hands %s to a person as %s', (kind, type, message) => {
    const expected = { nonRetryable: true, type, message: expect.stringMatching(message) }
    expect(failureOf(kind)).toMatchObject(expected)
  })

  it.each<[BoxErrorKind, number | undefined, string, number]>([
    ['not_yet', 7_000, 'rate_limited', 7_000],
    ['not_yet', undefined, 'rate_limited', 5_000],
    ['busy', undefined, 'not_yet', 3_000],
    ['locked', undefined, 'not_yet', 60_000],
  ])('tries %s again after its delay, without an alarm', (kind, retryAfterMs, type, nextRetryDelay) => {
    const expected = { nonRetryable: false, type, nextRetryDelay, category: 'BENIGN' }
    expect(failureOf(kind, retryAfterMs)).toMatchObject(expected)
  })

  it.each<BoxErrorKind>(['conflict', 'changed', 'server_error', 'no_answer'])(
    'leaves %s to the retries of the activity',
    (kind) => expect(failureOf(kind)).toBeInstanceOf(BoxError),
  )

  it('returns other errors as they came', () => {
    const error = new Error('a bug')
    expect(toFailure(error)).toBe(error)
  })
})
