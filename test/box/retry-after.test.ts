import { retryAfterMs } from '../../box/retry-after'

describe('retryAfterMs', () => {
  const now = Date.parse('2026-11-24T09:30:00Z')
  it.each([
    ['5', 5000],
    [' 0 ', 0],
    ['1.5', 1500],
    ['Tue, 24 Nov 2026 09:30:10 GMT', 10_000],
    ['Tue, 24 Nov 2026 09:29:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('reads %j as %j ms', (header, expected) => expect(retryAfterMs(header, now)).toBe(expected))
})
