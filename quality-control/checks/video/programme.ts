import { defineCheck } from '../check'
import type { CheckFinding } from '../check'
import type { ProgrammeWindow } from '../../facts/programme'
import { lengthOf, locationOf, secondsText, timeText } from '../span-text'

export default defineCheck({
  title: 'Slate, black and programme are in their places',
  failureTitle: 'Programme is not where it must be',
  why: 'Playout starts and ends the spot by the clock. What is out of place is cut, or a slate is on air.',
  remedy: 'Move the programme in the timeline to its place, frame by frame, and export again.',
  source:
    'Clearcast, "The Library: Timing of a Commercial" (7 s clock, 3 s black, start at 10:00:00:00, ' +
    '5 s hold); XR, "North America Broadcast Specifications" (5 s slate, 2 s black); the profile sets the ' +
    'layout',
  needs: ['programme'],
  severity: 'major',
  settings: {
    mustLeadBeSilent: {
      doc: 'Audio on the slate or in the black before the programme warns',
      format: 'boolean',
      default: true,
    },
  },
  run: ({ programme }, { mustLeadBeSilent }) => [
    ...(programme.lead === undefined ? [noLead(programme)] : leadFindings(programme, programme.lead)),
    ...holdFindings(programme),
    ...(programme.hasOtherTimecode ? [otherTimecode(programme)] : []),
    ...(mustLeadBeSilent ? programme.audioBefore.map(audibleLead) : []),
  ],
})

function noLead({ layout: { slateSeconds, blackSeconds } }: ProgrammeWindow): CheckFinding {
  return {
    message: 'There is no slate with black after it before the programme. The whole file was checked.',
    measured: 'none',
    expected: `${slateSeconds} s slate, then ${blackSeconds} s black`,
  }
}

function leadFindings(
  { layout, expectedStart, start, framesPerSecond }: ProgrammeWindow,
  { slate, black }: NonNullable<ProgrammeWindow['lead']>,
): CheckFinding[] {
  const frames = Math.round((start - expectedStart) * framesPerSecond)
  const seconds = Math.round(framesPerSecond) / framesPerSecond
  const isShort = (span: typeof black, wanted: number) =>
    lengthOf(span) < wanted * seconds - 1.5 / framesPerSecond
  const startsAt = { startSeconds: start, endSeconds: start }
  const place = layout.startTimecode ?? timeText(expectedStart)
  if (frames !== 0) {
    const measured = `${framesText(Math.abs(frames))} ${frames > 0 ? 'late' : 'early'}`
    return [{ message: `The programme starts ${measured}.`, at: startsAt, measured, expected: place }]
  }
  return [
    ...(isShort(slate, layout.slateSeconds) ? [tooShort('slate', slate, layout.slateSeconds)] : []),
    ...(isShort(black, layout.blackSeconds) ? [tooShort('black', black, layout.blackSeconds)] : []),
  ]
}

const tooShort = (what: string, span: { start: number; end: number }, wanted: number): CheckFinding => ({
  level: 'warn',
  message: `The ${what} before the programme lasts only ${secondsText(lengthOf(span))}.`,
  at: locationOf(span),
  measured: secondsText(lengthOf(span)),
  expected: `${wanted} s`,
})

function holdFindings({ layout, holdSeconds, end }: ProgrammeWindow): CheckFinding[] {
  if (layout.holdSeconds.includes(holdSeconds)) return []
  const expected = layout.holdSeconds.map((seconds) => `${seconds} s`).join(' or ')
  const at = { startSeconds: end, endSeconds: end }
  return [
    { message: 'The still after the programme is missing or too short.', at, measured: 'none', expected },
  ]
}

function otherTimecode({ layout: { startTimecode } }: ProgrammeWindow): CheckFinding {
  const message = 'The timecode of the file does not fit: the programme was found by its slate and black.'
  return { level: 'warn', message, expected: `programme at ${startTimecode ?? 'its start'}` }
}

const audibleLead = (span: { start: number; end: number }): CheckFinding => ({
  level: 'warn',
  message: `There is audio before the programme, for ${secondsText(lengthOf(span))}.`,
  at: locationOf(span),
  measured: 'audio',
  expected: 'silence',
})

const framesText = (count: number) => (count === 1 ? '1 frame' : `${count} frames`)
