import type { Location } from '../report'
import type { EmbeddedPreview } from './embedded-preview'
import type { NumberedCheck } from './numbered-checks'

const framesForFindings = 10
const framesInAll = 14

/**
 * The previews that the page holds: all images and pages, and of the frames the cover, those that show the
 * worst findings, and some that are spread evenly.
 */
export function chooseFrames(
  previews: EmbeddedPreview[],
  checks: NumberedCheck[],
  durationSeconds = 0,
): EmbeddedPreview[] {
  const frames = previews.filter(({ kind }) => kind === 'frame')
  const spread = Array.from({ length: spreadFrames }, (_, step) =>
    nearestTo(frames, ((step + 0.5) / spreadFrames) * durationSeconds),
  )
  const shown = checks
    .flatMap(({ findings }) => findings)
    .map(({ at }) => frameFor(frames, at, durationSeconds))
    .filter((frame) => frame !== undefined)
  const wanted = [frames[0], ...[...new Set(shown)].slice(0, framesForFindings), ...spread]
  const kept = new Set([...new Set(wanted)].slice(0, framesInAll))
  return previews.filter((one) => kept.has(one) || one.kind === 'image' || one.kind === 'page')
}

const spreadFrames = 6

function nearestTo(frames: EmbeddedPreview[], seconds: number): EmbeddedPreview | undefined {
  const distance = ({ atSeconds = 0 }: EmbeddedPreview) => Math.abs(atSeconds - seconds)
  return [...frames].sort((a, b) => distance(a) - distance(b))[0]
}

/** The first frame inside the finding's time, else the nearest one; none when that is far away. */
export function frameFor<F extends EmbeddedPreview>(
  frames: readonly F[],
  at: Location | undefined,
  durationSeconds: number,
): F | undefined {
  const start = at?.startSeconds
  if (start === undefined) return undefined
  const end = Math.max(start, at?.endSeconds ?? start)
  const distance = ({ atSeconds = Infinity }: F) =>
    atSeconds < start - 0.001
      ? start - atSeconds
      : atSeconds <= end
        ? (atSeconds - start) / 1e6
        : atSeconds - end
  const [nearest] = [...frames].sort((a, b) => distance(a) - distance(b))
  return nearest !== undefined && distance(nearest) <= Math.max(0.75, durationSeconds / 40)
    ? nearest
    : undefined
}
