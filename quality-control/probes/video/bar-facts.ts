import type { Bars, VideoFacts } from '../../facts/video'
import type { VideoPlan } from './measurement-plan'
import { findBarredShots } from './meters/find-barred-shots'
import { findBars } from './meters/find-bars'
import { maxEntries, tidy } from './meters/spans'
import type { Measurements } from './run-measurement'

/** Bars of the whole video, else those of some shots. `end` is that of the last frame, in seconds. */
export function barFacts(
  { small, stream }: VideoPlan,
  { levels }: Measurements,
  cuts: readonly number[],
  end: number,
): Pick<VideoFacts, 'bars' | 'barredShots'> {
  const degrees = stream.rotationDegrees
  const bars = findBars(levels, small.width, small.height)
  if (bars !== undefined) return { bars: shownBars(bars, degrees), barredShots: [] }
  const shots = findBarredShots(levels, { ...small, cuts, end })
  const barredShots = shots.flatMap((shot) =>
    tidy([shot]).map((span) => ({ ...span, bars: shownBars(shot.bars, degrees) })),
  )
  return { barredShots: barredShots.slice(0, maxEntries) }
}

/** Bars are measured on the stored frame; a viewer sees it rotated clockwise. */
function shownBars(bars: Bars, degrees: number): Bars {
  const { top, right, bottom, left } = bars
  if (degrees === 90) return { top: left, right: top, bottom: right, left: bottom }
  if (degrees === 180) return { top: bottom, right: left, bottom: top, left: right }
  return degrees === 270 ? { top: right, right: bottom, bottom: left, left: top } : bars
}
