import { defineCheck, notApplicable } from '../check'
import type { CheckFinding } from '../check'

export default defineCheck({
  title: 'Timecode is as expected',
  failureTitle: 'Timecode is missing or wrong',
  why: 'Editors and playout find a frame by its timecode. A wrong one moves subtitles, cuts and the start.',
  remedy: 'Export again with one continuous timecode that starts at the expected value.',
  source: 'SMPTE ST 12-1; the delivery specification sets the start',
  needs: ['video'],
  severity: 'minor',
  settings: {
    start: {
      doc: 'Timecode of the first frame; empty accepts all',
      format: 'string',
      shape: { pattern: '|\\d\\d:[0-5]\\d:[0-5]\\d[:;]\\d\\d', examples: '09:59:50:00' },
      default: '',
    },
    isWanted: { doc: 'A file without a timecode warns', format: 'boolean', default: false },
  },
  run: ({ video: { timecode, frameRate } }, { start, isWanted }) => {
    if (timecode === undefined) {
      if (!isWanted) return notApplicable('The file states no timecode.')
      return [
        { level: 'warn', message: 'The file has no timecode.', measured: 'none', expected: 'a timecode' },
      ]
    }
    const found: CheckFinding[] = []
    const measured = timecode.start
    if (start !== '' && measured.replace(';', ':') !== start.replace(';', ':'))
      found.push({ message: `The timecode starts at ${measured}.`, measured, expected: start })
    const { nominal = frameRate.measured ?? 0 } = frameRate
    const isNtsc = Math.abs(nominal - 30_000 / 1001) < 0.01 || Math.abs(nominal - 60_000 / 1001) < 0.02
    if (timecode.isDropFrame && !isNtsc) {
      const message = `The timecode drops frame numbers, but the video has ${Number(nominal.toFixed(3))} fps.`
      found.push({ message, measured, expected: 'drop-frame only at 29.97 and 59.94 fps' })
    }
    const [other] = timecode.others
    if (other !== undefined) {
      const message = `The file states two timecodes for its first frame: ${measured} and ${other}.`
      found.push({ level: 'warn', message, measured: other, expected: measured })
    }
    if (timecode.hasJumps) {
      const message = 'The timecode has jumps.'
      found.push({ level: 'warn', message, measured: 'jumps', expected: 'a continuous timecode' })
    }
    return found
  },
})
