import type { PlannedCheck, Visuals } from './report'
import type { Facts } from './facts/facts'
import type { AudioFacts } from './facts/audio'
import type { PdfBoxName, PdfPage } from './facts/pdf'
import type { VideoFacts } from './facts/video'

const spansKept = 200
const wordsKept = 200
const pagesKept = 20
const drawnBoxes: PdfBoxName[] = ['crop', 'bleed', 'trim', 'art']

/**
 * The data of the report's graphics: a digest of the facts with the profile's targets, capped to keep reports
 * small.
 */
export function visualsOf(facts: Partial<Facts>, planned: PlannedCheck[]): Visuals {
  const setting = (check: string, name: string) =>
    numberOf(planned.find(({ id }) => id === check)?.settings[name])
  return {
    ...shape(facts),
    ...loudness(
      facts.audio,
      setting('audio/loudness', 'targetLufs'),
      setting('audio/loudness', 'toleranceLu'),
    ),
    ...(facts.video === undefined && facts.audio === undefined
      ? {}
      : { lanes: lanesOf(facts.video, facts.audio) }),
    ...safeArea(
      ['top', 'right', 'bottom', 'left'].map((edge) => setting('copy/safe-area', `${edge}Percent`)),
    ),
    ...(facts.image === undefined ? {} : { words: wordsOf(facts) }),
    ...(facts.pdf === undefined ? {} : { pages: facts.pdf.pages.slice(0, pagesKept).map(shownPage) }),
  }
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

function shape({ image, video, audio }: Partial<Facts>): Visuals {
  if (image !== undefined) return { widthPixels: image.widthPixels, heightPixels: image.heightPixels }
  if (video !== undefined)
    return {
      widthPixels: video.displayWidth,
      heightPixels: video.displayHeight,
      durationSeconds: round(video.durationSeconds),
      ...frameRateOf(video),
      ...(video.timecode && { startTimecode: video.timecode.start }),
    }
  return audio === undefined ? {} : { durationSeconds: round(audio.programme.durationSeconds) }
}

/** The declared rate is exact where the measured one agrees with it. */
function frameRateOf({ frameRate: { nominal, measured, isVariable } }: VideoFacts): Visuals {
  if (isVariable || measured === undefined) return {}
  const isDeclared = nominal !== undefined && Math.abs(nominal - measured) < 0.005 * measured
  return { framesPerSecond: Math.round((isDeclared ? nominal : measured) * 1e5) / 1e5 }
}

function loudness(
  audio: AudioFacts | undefined,
  targetLufs: number | undefined,
  toleranceLu: number | undefined,
): Visuals {
  if (audio === undefined || audio.curve.shortTermLufs.every((value) => value === null)) return {}
  const values = audio.curve.shortTermLufs.map((value) =>
    value === null ? null : Math.round(value * 10) / 10,
  )
  return { loudness: { values, ...(targetLufs === undefined ? {} : { targetLufs, toleranceLu }) } }
}

function lanesOf(
  video: VideoFacts | undefined,
  audio: AudioFacts | undefined,
): NonNullable<Visuals['lanes']> {
  const videoLanes =
    video === undefined
      ? []
      : [
          { name: 'Black', spans: video.black },
          { name: 'Freeze', spans: video.frozen },
          {
            name: 'Flashes',
            spans: [...video.flashes.failing, ...video.flashes.warning, ...video.flashes.extended],
          },
          { name: 'Cuts', spans: video.cuts.map((start) => ({ start, end: start })) },
        ]
  const audioLanes = audio === undefined ? [] : [{ name: 'Silence', spans: audio.silences }]
  return [...videoLanes, ...audioLanes].map(({ name, spans }) => ({
    name,
    spans: spans.slice(0, spansKept).map(({ start, end }) => ({ start: round(start), end: round(end) })),
  }))
}

function safeArea(percents: (number | undefined)[]): Visuals {
  const [top, right, bottom, left] = percents.map((percent) =>
    percent === undefined ? undefined : percent / 100,
  )
  if (top === undefined || right === undefined || bottom === undefined || left === undefined) return {}
  return { safeArea: { top, right, bottom, left } }
}

function wordsOf({ text }: Partial<Facts>): Visuals['words'] {
  return text?.words.slice(0, wordsKept).map(({ text: word, x, y, width, height }) => ({
    text: word,
    x: round(x),
    y: round(y),
    width: round(width),
    height: round(height),
  }))
}

/** Boxes of the page as shown: relative to the media box, and only those that the file states. */
function shownPage({ boxes, rotationDegrees }: PdfPage): NonNullable<Visuals['pages']>[number] {
  const { media } = boxes
  const width = round(media.right - media.left)
  const height = round(media.top - media.bottom)
  const isTurned = rotationDegrees % 180 !== 0
  const drawn = drawnBoxes.filter((name) => boxes[name].origin !== 'default')
  const turned = (name: PdfBoxName): [number, number, number, number] => {
    const { left, bottom, right, top } = boxes[name]
    const [x0, y0, x1, y1] = [
      round(left - media.left),
      round(bottom - media.bottom),
      round(right - media.left),
      round(top - media.bottom),
    ]
    if (rotationDegrees === 90) return [y0, width - x1, y1, width - x0]
    if (rotationDegrees === 180) return [width - x1, height - y1, width - x0, height - y0]
    if (rotationDegrees === 270) return [height - y1, x0, height - y0, x1]
    return [x0, y0, x1, y1]
  }
  return {
    widthPoints: isTurned ? height : width,
    heightPoints: isTurned ? width : height,
    boxes: Object.fromEntries(drawn.map((name) => [name, turned(name)])),
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
