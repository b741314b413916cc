import { timecode } from '../../../quality-control/report/timecode'

describe('a timecode', () => {
  it.each([
    [0, 25, '00:00:00:00'],
    [62.48, 25, '00:01:02:12'],
    [0.999, 25, '00:00:00:24'],
    // A time stamp in milliseconds is a little less than the start of its frame.
    [0.033, 30, '00:00:00:01'],
    [10.01, 24_000 / 1001, '00:00:10:00'],
    [3600, 50, '01:00:00:00'],
    [59.99, 100, '00:00:59:99'],
    [1.5, 120, '00:00:01:060'],
  ])('of %d s at %d fps is %s', (seconds, rate, text) => {
    expect(timecode(seconds, rate)).toBe(text)
  })

  it.each([
    [1799, '00:00:59;29'],
    [1800, '00:01:00;02'],
    [17_981, '00:09:59;29'],
    [17_982, '00:10:00;00'],
    [107_892, '01:00:00;00'],
  ])('of frame %i at 29.97 fps drops frame numbers: %s', (frame, text) => {
    expect(timecode((frame * 1001) / 30_000, 30_000 / 1001)).toBe(text)
  })

  it('drops four numbers a minute at 59.94 fps', () => {
    expect(timecode((3600 * 1001) / 60_000, 60_000 / 1001)).toBe('00:01:00;04')
  })

  it.each([
    [12.48, 25, '09:59:50:00', '10:00:02:12'],
    [60.06, 30_000 / 1001, '00:59:53;00', '01:00:53;00'],
    [10.01, 30_000 / 1001, '01:00:00:00', '01:00:10:00'],
    [2, 25, '23:59:59:00', '00:00:01:00'],
    [2, 25, 'no timecode', '00:00:02:00'],
  ])('of %d s at %d fps from %s is %s', (seconds, rate, start, text) => {
    expect(timecode(seconds, rate, start)).toBe(text)
  })

  it.each([[undefined], [NaN], [0.5]])('is a clock time without a usable rate: %p', (rate) => {
    expect(timecode(62.48, rate)).toBe('1:02.480')
  })
})
