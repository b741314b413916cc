import type { Facts } from '../facts/facts'
import type { ProgrammeWindow } from '../facts/programme'
import type { SuperFacts } from '../facts/supers'
import type { TextFacts } from '../facts/text'
import type { Span } from '../facts/video'
import type { PlannedCheck, ProgrammeLayout } from '../report'
import { audioWithin } from './audio-within'
import { findProgramme } from './find-programme'
import { secondsOnSlate } from '../checks/seconds-on-slate'
import { isWithin, spansWithin } from './spans-within'
import { videoWithin } from './video-within'

interface Planned {
  programme?: ProgrammeLayout
  checks: readonly PlannedCheck[]
}

/**
 * The facts of the programme alone, when the plan has a layout and the file a constant frame rate; else the
 * facts as they are. Times stay those of the file.
 */
export function withinProgramme(facts: Partial<Facts>, { programme, checks }: Planned): Partial<Facts> {
  const { video, audio, text, codes, supers } = facts
  if (programme === undefined || video === undefined) return facts
  const found = findProgramme(video, programme, [statedLengths(facts), bookedLengths(checks)])
  if (found === undefined) return facts
  return {
    ...facts,
    programme: { ...found, audioBefore: audioBefore(facts, found) },
    video: videoWithin(video, audio, found),
    ...(audio && { audio: audioWithin(audio, found) }),
    ...(text && { text: textWithin(text, found) }),
    ...(supers && { supers: supersWithin(supers, found) }),
    ...(codes && { codes: { codes: codes.codes.filter(isShown(found)) } }),
  }
}

/** On the slate, or in the last part of a clock number: `ABC_ABCD001_030`. */
function statedLengths({ slate, file }: Partial<Facts>): number[] {
  const lines = slate?.readings.flatMap((reading) => reading.lines) ?? []
  const inName = /[_-](\d{3})(?:\.[^.]*)?$/.exec(file?.name ?? '')?.[1]
  const stated = [...lines.map(secondsOnSlate), inName === undefined ? undefined : Number(inName)]
  return stated.filter((seconds) => seconds !== undefined)
}

function bookedLengths(checks: readonly PlannedCheck[]): number[] {
  const lengths = checks.find(({ id }) => id === 'video/duration')?.settings.lengthsSeconds
  return Array.isArray(lengths) ? lengths.filter((length) => typeof length === 'number') : []
}

/** On the slate and in the black. What comes earlier are bars, which have a tone. */
function audioBefore(
  { audio }: Partial<Facts>,
  { start, layout, framesPerSecond }: Omit<ProgrammeWindow, 'audioBefore'>,
): ProgrammeWindow['audioBefore'] {
  if (audio === undefined) return []
  const heard: Span[] = []
  const second = Math.round(framesPerSecond) / framesPerSecond
  const slateStart = start - (layout.slateSeconds + layout.blackSeconds) * second
  let from = Math.max(audio.programme.startSeconds, slateStart)
  for (const silence of audio.silences) {
    if (from >= start) break
    if (silence.start - from >= 0.1) heard.push({ start: from, end: Math.min(start, silence.start) })
    from = Math.max(from, silence.end)
  }
  return start - from >= 0.1 ? [...heard, { start: from, end: start }] : heard
}

const isShown =
  (limits: Span) =>
  ({ atSeconds }: { atSeconds?: number }) =>
    atSeconds === undefined || isWithin(atSeconds, limits)

function textWithin(text: TextFacts, limits: Span): TextFacts {
  return { ...text, words: text.words.filter(isShown(limits)) }
}

/** Without the text of the slate. A still after the programme holds no text longer. */
function supersWithin(facts: SuperFacts, limits: Span): SuperFacts {
  const supers = facts.supers.flatMap((one) =>
    spansWithin([one], limits).map(({ start, end }) => ({ ...one, start, end })),
  )
  return { ...facts, supers }
}
