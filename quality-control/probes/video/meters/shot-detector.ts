import type { Span } from '../../../facts/video'
import { isDip } from './is-dip'
import { repeatedFrames } from './repeated-frames'
import { maxEntries, roundTime, tidy } from './spans'

export interface ShotFacts {
  cuts: number[]
  flashFrames: Span[]
  repeatedFrames: Span[]
  /** From this frame to the last one the image stays the same, apart from coding. */
  stillFrom: number
}

/**
 * Finds cuts and stray frames on frames of 64 x 36 cells, with the measure of ffmpeg's scdet: the mean
 * absolute difference of luma between two frames, in percent of full scale.
 */
export class ShotDetector {
  private readonly differences: number[] = []
  /** Mean luma of each frame. */
  private readonly means: number[] = []
  /** The last frames as luma, the newest first: enough to look across a stray shot. */
  private readonly recent: Uint8Array[] = []
  /** Frames at which a camera flash ends: the shot goes on as it was. */
  private readonly flashEnds = new Set<number>()
  private readonly anchor = new Uint8Array(cells)
  private anchorFrame = 0

  /** One frame, three bytes (R, G, B) per cell. Add every frame. */
  add(rgb: Uint8Array): void {
    const luma = this.recent.length < minShotFrames + 1 ? new Uint8Array(cells) : this.recent.pop()
    if (luma === undefined) return
    for (let cell = 0, at = 0; cell < cells; cell++, at += 3)
      luma[cell] = ((rgb[at] ?? 0) * 54 + (rgb[at + 1] ?? 0) * 183 + (rgb[at + 2] ?? 0) * 19) >> 8
    this.means.push(meanOf(luma))
    const [before] = this.recent
    this.differences.push(before === undefined ? 0 : difference(luma, before))
    this.recent.unshift(luma)
    if (before === undefined || difference(luma, this.anchor) > maxCoding) {
      this.anchor.set(luma)
      this.anchorFrame = this.differences.length - 1
    }
    if (endsFlash(this.recent)) this.flashEnds.add(this.differences.length - 1)
  }

  /** Those of these runs of black frames into which the image fades, or out of which. */
  dips(black: readonly Span[], frameTimes: readonly number[]): Span[] {
    return black.filter(({ start, end }) =>
      isDip(this.means, indexAt(frameTimes, start), indexAt(frameTimes, end)),
    )
  }

  facts(frameTimes: readonly number[]): ShotFacts {
    const cuts: number[] = []
    const flashFrames: Span[] = []
    for (const jumps of groups(this.differences)) {
      const [first = 0, second] = jumps
      if (jumps.length === 2 && second !== undefined && this.flashEnds.has(second)) continue
      if (jumps.length === 2 && second !== undefined) {
        cuts.push(first, second)
        flashFrames.push({ start: frameTimes[first] ?? 0, end: frameTimes[second] ?? 0 })
      } else if (isCut(this.differences, first)) cuts.push(first)
    }
    return {
      cuts: cuts.slice(0, maxEntries).map((frame) => roundTime(frameTimes[frame] ?? 0)),
      flashFrames: tidy(flashFrames),
      stillFrom: frameTimes[this.anchorFrame] ?? 0,
      repeatedFrames: repeatedFrames(this.differences, frameTimes),
    }
  }
}

const cells = 64 * 36
/** scdet's threshold. */
const jump = 10
/** A shot with fewer frames is an editing mistake. */
const minShotFrames = 3

/** A still in a long group of pictures changes by so much from one group to the next. */
const maxCoding = 0.6

function meanOf(luma: Uint8Array): number {
  let sum = 0
  for (const code of luma) sum += code
  return sum / luma.length
}

function difference(one: Uint8Array, other: Uint8Array): number {
  let sum = 0
  for (let cell = 0; cell < cells; cell++) sum += Math.abs((one[cell] ?? 0) - (other[cell] ?? 0))
  return (sum * 100) / (cells * 255)
}

/** The scene before and after a camera flash is the same, apart from its motion. */
const maxMotion = 5
/** A flash brightens a picture: a stray frame of another shot is also darker somewhere. */
const maxDarkerShare = 0.02
const codingNoise = 6
/** Range of luma: a flat frame cannot show whether it is the same scene. */
const minDetail = 64
/** A flat white frame is no camera flash: even a strong one leaves something of the scene. */
const flatRange = 12

/**
 * Whether the newest frame follows a camera flash: one or two brighter frames of the same detail between two
 * alike ones. A frame without detail cannot show whether it is the same scene.
 */
function endsFlash([newest, flash, ...earlier]: readonly Uint8Array[]): boolean {
  if (newest === undefined || flash === undefined || difference(newest, flash) < jump) return false
  return earlier.some(
    (before) =>
      difference(before, newest) <= maxMotion &&
      difference(before, flash) >= jump &&
      isBrighter(flash, before),
  )
}

function isBrighter(flash: Uint8Array, before: Uint8Array): boolean {
  let darker = 0
  for (let cell = 0; cell < cells; cell++)
    if ((flash[cell] ?? 0) < (before[cell] ?? 0) - codingNoise) darker++
  return darker <= cells * maxDarkerShare && rangeOf(before) > minDetail && rangeOf(flash) > flatRange
}

function rangeOf(luma: Uint8Array): number {
  let [lowest, highest] = [255, 0]
  for (const cell of luma) {
    if (cell < lowest) lowest = cell
    if (cell > highest) highest = cell
  }
  return highest - lowest
}

/** Jumps closer together than the shortest shot; three or more are motion or flicker. */
function groups(differences: readonly number[]): number[][] {
  const found: number[][] = []
  for (const [frame, difference] of differences.entries()) {
    if (difference < jump) continue
    const last = found.at(-1)
    if (last !== undefined && frame - (last.at(-1) ?? 0) < minShotFrames) last.push(frame)
    else found.push([frame])
  }
  return found
}

/** It differs clearly from the frame before, as in scdet, and from the following ones. */
function isCut(differences: readonly number[], frame: number): boolean {
  const here = differences[frame] ?? 0
  const before = differences[frame - 1] ?? 0
  const after = differences[frame + 1] ?? 0
  return here - before >= jump && here >= 1.5 * after
}

function indexAt(frameTimes: readonly number[], seconds: number): number {
  const index = frameTimes.findIndex((time) => time >= seconds - 0.0005)
  return index < 0 ? frameTimes.length : index
}
