import type { Bars, Span, VideoFacts } from '../../facts/video'
import { defineCheck } from '../check'
import type { CheckFinding } from '../check'
import { locationOf, timeText } from '../span-text'

export default defineCheck({
  title: 'Picture fills the frame',
  failureTitle: 'Video has black bars',
  why: 'Burnt-in bars make the picture smaller everywhere, and add to the bars of the player.',
  remedy: 'Export in the aspect ratio of the picture, or fill the frame.',
  source:
    'EBU QC 0001W (letterbox and pillarbox); ITU-R BT.601 (blanking of standard definition); no standard ' +
    'for the limit: 1 % allows for a few lines at the edge',
  needs: ['video'],
  severity: 'minor',
  settings: {
    maxPercent: {
      doc: 'Maximum share of the width or height, both bars together',
      format: 'number',
      unit: '%',
      min: 0,
      default: 1,
    },
    mayHaveBlanking: {
      doc: 'The narrow bars that a line of standard definition has at its ends pass: televisions hide them',
      format: 'boolean',
      default: false,
    },
  },
  run: ({ video }, { maxPercent, mayHaveBlanking }) => {
    const { bars, barredShots } = video
    if (mayHaveBlanking && bars !== undefined && isBlanking(bars, video)) return []
    if (bars !== undefined) return findingsOf(bars, video, maxPercent)
    return barredShots.flatMap((shot) => findingsOf(shot.bars, video, maxPercent, shot))
  },
})

/** ITU-R BT.601: of 720 samples in a line, 702 belong to the picture. */
function isBlanking({ top, right, bottom, left }: Bars, { codedWidth, codedHeight }: VideoFacts): boolean {
  const isStandardDefinition = codedWidth === 720 && codedHeight <= 608
  return isStandardDefinition && top + bottom === 0 && (left + right) * codedWidth <= 720 - 702 + 1
}

function findingsOf(
  { top, right, bottom, left }: Bars,
  { displayWidth, displayHeight }: Size,
  maxPercent: number,
  shot?: Span,
): CheckFinding[] {
  const pairs = [
    { where: 'on the left and right', shares: [left, right], length: displayWidth },
    { where: 'at the top and bottom', shares: [top, bottom], length: displayHeight },
  ]
  return pairs.flatMap(({ where, shares: [one = 0, other = 0], length }) => {
    const percent = (one + other) * 100
    if (percent <= maxPercent) return []
    const pixels = [one, other].map((share) => Math.round(share * length)).join(' and ')
    const measured = `${percent.toFixed(1)} %`
    const [level, expected] = ['warn' as const, `at most ${maxPercent} %`]
    if (shot === undefined)
      return [{ level, message: `Black bars of about ${pixels} px ${where}.`, measured, expected }]
    const message =
      `Black bars of about ${pixels} px ${where} ` + `from ${timeText(shot.start)} to ${timeText(shot.end)}.`
    return [{ level, message, at: locationOf(shot), measured, expected }]
  })
}

type Size = Pick<VideoFacts, 'displayWidth' | 'displayHeight'>
