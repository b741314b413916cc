import type { Location } from '../report'
import type { EmbeddedPreview } from './embedded-preview'
import type { NumberedCheck } from './numbered-checks'

const framesForFindings = 10
const framesInAll = 14
const detailsInAll = 16

/**
 * The previews that the page holds: all images and pages, the details of findings, and of the frames the
 * cover, those that show the worst findings, and some that are spread evenly.
 */
export function choosePreviews(
  previews: EmbeddedPreview[],
  checks: NumberedCheck[],
  durationSeconds = 0,
): EmbeddedPreview[] {
  const frames = previews.filter(({ kind }) => kind === 'frame')
  const spread = Array.from({ length: spreadFrames }, (_, step) =>
    nearestTo(frames, ((step + 0.5) / spreadFrames) * durationSeconds),
  )
  const places = checks.flatMap(({ findings }) => findings).map(({ at }) => at)
  const shown = places
    .map((at) => frameFor(frames, at, durationSeconds))
    .filter((frame) => frame !== undefined)
  const details = places.map((at) => detailFor(previews, at)).filter((detail) => detail !== undefined)
  const wanted = [frames[0], ...[...new Set(shown)].slice(0, framesForFindings), ...spread]
  const kept = new Set<EmbeddedPreview | undefined>([
    ...[...new Set(wanted)].slice(0, framesInAll),
    ...[...new Set(details)].slice(0, detailsInAll),
  ])
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

/** The smallest part of the image or page, from its own pixels, that shows the finding. */
export function detailFor<P extends EmbeddedPreview>(
  previews: readonly P[],
  at: Location | undefined,
): P | undefined {
  const box = at?.box
  if (box === undefined || at?.startSeconds !== undefined) return undefined
  return previews
    .filter((one) => one.kind === 'detail' && (one.page ?? 1) === (at?.page ?? 1) && holds(one.box, box))
    .sort((a, b) => areaOf(a.box) - areaOf(b.box))[0]
}

type Box = NonNullable<Location['box']>

/** Facts are rounded, and a detail begins at a whole pixel. */
const slack = 0.002

function holds(whole: Box | undefined, part: Box): boolean {
  if (whole === undefined) return false
  const isInside = (start: number, length: number, from: number, extent: number) =>
    start >= from - slack && start + length <= from + extent + slack
  return (
    isInside(part.x, part.width, whole.x, whole.width) && isInside(part.y, part.height, whole.y, whole.height)
  )
}

function areaOf(box: Box | undefined): number {
  return (box?.width ?? 1) * (box?.height ?? 1)
}
