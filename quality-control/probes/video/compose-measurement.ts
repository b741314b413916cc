import { type MeasurementPlan, type VideoPlan, type Size, type AudioPlan } from './measurement-plan'
import { composeFfmpeg } from './ffmpeg-command'
import { openingOptions } from './declared/ffprobe'

/**
 * The pipes of the child, by descriptor. ffmpeg would truncate a regular file when a change of frame size
 * rebuilds the graph.
 */
export const pipes = {
  cells: 3,
  frames: 4,
  small: 5,
  smallTimes: 6,
  thumbnailTimes: 7,
  sharpness: 8,
  loudness: 9,
  samples: 10,
  readingTimes: 11,
  blackTimes: 12,
  slateTimes: 13,
  edges: 14,
  edgeTimes: 15,
  superTimes: 16,
} as const

export interface MeasurementCommand {
  path: string
  demuxers: readonly string[]
  plan: MeasurementPlan
  maxPixels: number
  /** For thumbnails and frames for OCR: our own empty folder. */
  scratchDir: string
}

/** ffmpeg's arguments for the one pass over video and audio. */
export function composeMeasurement({
  path,
  demuxers,
  plan,
  maxPixels,
  scratchDir,
}: MeasurementCommand): string[] {
  const { video, audio } = plan
  return composeFfmpeg({
    globalOptions: [
      '-nostdin',
      '-nostats',
      '-loglevel',
      'repeat+level+info',
      '-progress',
      'pipe:1',
      '-stats_period',
      '2',
    ],
    // Threads cost more than they save on filters this small; the decoder has its own threads.
    inputOptions: [
      ...openingOptions(demuxers),
      '-noautorotate',
      '-max_pixels',
      String(maxPixels),
      '-filter_complex_threads',
      '1',
    ],
    input: `file:${path}`,
    graph: [
      ...(video === undefined ? [] : videoGraph(video)),
      ...(audio === undefined ? [] : audioGraph(audio)),
    ].join(';'),
    outputs: [
      ...(video === undefined ? [] : videoOutputs(video, scratchDir)),
      ...(audio === undefined
        ? []
        : [{ pad: 'samples', options: [...wholeBuffers, '-f', 's16le'], target: `pipe:${pipes.samples}` }]),
    ],
  })
}

/** A write for every small packet would wake us thousands of times. */
const wholeBuffers = ['-flush_packets', '0']

function videoOutputs({ reading, slate, supers }: VideoPlan, scratchDir: string) {
  const raw = ['-fps_mode', 'passthrough', ...wholeBuffers, '-f', 'rawvideo']
  const jpegs = (quality: number) => [
    '-fps_mode',
    'passthrough',
    '-c:v',
    'mjpeg',
    '-q:v',
    String(quality),
    '-f',
    'image2',
  ]
  const greys = ['-fps_mode', 'passthrough', '-c:v', 'pgm', '-f', 'image2']
  return [
    { pad: 'cells', options: raw, target: `pipe:${pipes.cells}` },
    { pad: 'small', options: raw, target: `pipe:${pipes.small}` },
    { pad: 'thumbnails', options: jpegs(4), target: `${scratchDir}/thumbnail-%05d.jpg` },
    { pad: 'black', options: jpegs(4), target: `${scratchDir}/black-%05d.jpg` },
    ...(reading === undefined
      ? []
      : [{ pad: 'reading', options: jpegs(2), target: `${scratchDir}/reading-%05d.jpg` }]),
    ...(slate === undefined
      ? []
      : [{ pad: 'slate', options: jpegs(2), target: `${scratchDir}/slate-%05d.jpg` }]),
    ...(supers === undefined
      ? []
      : [
          { pad: 'edges', options: raw, target: `pipe:${pipes.edges}` },
          { pad: 'super', options: greys, target: `${scratchDir}/super-%05d.pgm` },
        ]),
  ]
}

/**
 * Black and freeze see every frame at 320 px, flashes and cuts every frame at 64 x 36; levels and bars see
 * five frames per second. `showinfo` reports captions inside the video stream. Interlace detection needs
 * whole lines, so it sees short stretches of full-size frames (with idet's default threshold of 1.04 fine
 * progressive patterns look interlaced). Samples are selected by time and never invented, so a gap of hours
 * in the time stamps costs nothing.
 */
function videoGraph(plan: VideoPlan): string[] {
  const { stream, small, isUpright, reading, slate, supers } = plan
  const branches = [
    ...['full', 'lines', 'few'],
    ...[...(reading ? ['read'] : []), ...(slate ? ['head'] : []), ...(supers ? ['still', 'outline'] : [])],
  ]
  return [
    `[0:${stream.index}]split=${branches.length}${branches.map((name) => `[${name}]`).join('')}`,
    `[full]scale=${small.width}:${small.height}:flags=neighbor,format=yuv420p,` +
      `blackdetect=pic_th=0.999:d=0.02,freezedetect=n=-60dB:d=0.5,` +
      `${print(pipes.frames)},split=3[all][some][marked]`,
    `[marked]metadata=mode=add:key=lavfi.black_start:value=0:enable='eq(n,0)',` +
      `metadata=mode=select:key=lavfi.black_start,select='lt(selected_n,${maxBlackFrames + 1})',` +
      `${print(pipes.blackTimes)},${shown(plan, plan.black)}[black]`,
    `[all]scale=${isUpright ? '36:64' : '64:36'}:flags=neighbor,format=rgb24[cells]`,
    `[some]${every(0.19)},${print(pipes.smallTimes)}[small]`,
    `[lines]select='lt(mod(t,${plan.scanEverySeconds}),${plan.scanForSeconds})',idet=intl_thres=1.2,nullsink`,
    `[few]${every(plan.thumbnailEverySeconds - 0.01)},` +
      `${print(pipes.thumbnailTimes)},showinfo=checksum=0,split=2[picked][sharp]`,
    `[picked]${shown(plan, plan.thumbnail)}[thumbnails]`,
    `[sharp]${every(plan.sharpnessEverySeconds - 0.01)},` +
      `${sharpnessFilters(plan)},${print(pipes.sharpness)},nullsink`,
    ...(reading === undefined
      ? []
      : [
          `[read]${every(reading.everySeconds - 0.01)},` +
            `${print(pipes.readingTimes)},${shown(plan, reading)}[reading]`,
        ]),
    ...(slate === undefined
      ? []
      : [
          `[head]select='lt(n,1)+lt(t,${slateSearchSeconds})*gte(t-prev_selected_t,0.99)',` +
            `${print(pipes.slateTimes)},${shown(plan, slate)}[slate]`,
        ]),
    ...(supers === undefined ? [] : superGraph(plan, supers)),
  ]
}

/** Twelve or more grey frames a second, and a few large ones for reading. */
function superGraph(plan: VideoPlan, { frame, edges, everySeconds }: NonNullable<VideoPlan['supers']>) {
  const { rotationDegrees } = plan.stream
  return [
    `[outline]${every(0.07)},${print(pipes.edgeTimes)},${turn(rotationDegrees)}` +
      `scale=${edges.width}:${edges.height}:flags=bilinear,format=gray[edges]`,
    `[still]${every(everySeconds - 0.01)},${print(pipes.superTimes)},` +
      `${turn(rotationDegrees)}scale=${frame.width}:${frame.height}:flags=bilinear,format=gray[super]`,
  ]
}

/** Bars and a long countdown may come first. */
const slateSearchSeconds = 120

/**
 * The first frames of so many runs of black are kept for the report, after the first frame of the video:
 * ffmpeg reports no progress until each of its outputs has had a frame.
 */
const maxBlackFrames = 12

/** Blocks need the stored pixels of the frame's centre; edges are compared at one size, or 8K looks soft. */
function sharpnessFilters({ edgePixels }: VideoPlan): string {
  const [width, height] = [960, 540].map((length) => Math.round(length * edgePixels))
  const reduce = edgePixels > 1 ? `scale=iw/${edgePixels}:ih/${edgePixels}:flags=area,` : ''
  return `crop='min(${width},iw)':'min(${height},ih)',blockdetect,${reduce}blurdetect`
}

/** The quotes keep the commas of the expression in one piece. */
const every = (seconds: number) => `select='isnan(prev_selected_t)+gte(t-prev_selected_t,${seconds})'`

/** Time and metadata of each frame; the added key makes ffmpeg print frames without metadata too. */
const print = (pipe: number) => `metadata=mode=add:key=qc:value=1,metadata=mode=print:file='pipe\\:${pipe}'`

/** As a viewer sees it, for a JPEG. */
const shown = ({ stream }: VideoPlan, { width, height }: Size) =>
  `${turn(stream.rotationDegrees)}scale=${width}:${height}:flags=bilinear,setsar=1,format=yuvj420p`

function turn(degrees: number): string {
  if (degrees === 90) return 'transpose=clock,'
  if (degrees === 270) return 'transpose=cclock,'
  return degrees === 180 ? 'hflip,vflip,' : ''
}

/**
 * `aformat` first: 16-bit samples would clip true peaks. ebur128 reports each whole 100 ms, so silence after
 * the end makes it report the rest and the last true peaks. Two loudspeakers play a single channel, so its
 * loudness is that of both.
 */
function audioGraph({ streams, channels, layout, isReduced }: AudioPlan): string[] {
  const inputs = streams.map(({ index }) => `[0:${index}]`).join('')
  const merge =
    streams.length > 1
      ? `amerge=inputs=${streams.length},`
      : isReduced
        ? 'pan=stereo|c0=c0|c1=c1,'
        : layout === 'unknown'
          ? sameChannels(channels)
          : ''
  const phase = channels === 2 ? 'aphasemeter=video=0:phasing=1:duration=1:tolerance=0.001,' : ''
  return [
    `${inputs}${merge}aformat=sample_fmts=fltp,asplit=3[measured][moving][plain]`,
    `[measured]silencedetect=n=-60dB:d=0.1,${phase}` +
      `apad=pad_dur=0.2,ebur128=peak=true:framelog=info:metadata=1:dualmono=${channels === 1 ? 1 : 0},` +
      `ametadata=mode=print:file='pipe\\:${pipes.loudness}',anullsink`,
    // A DC offset is as loud as audio: without it, its silence is found too.
    `[moving]highpass=f=20:poles=1,silencedetect=n=-60dB:d=0.1,anullsink`,
    `[plain]aformat=sample_fmts=s16[samples]`,
  ]
}

/** ebur128 takes no channels without a layout. These layouts have no LFE, which loudness leaves out. */
const layoutsToMeasure: Record<number, string> = {
  1: 'mono',
  2: 'stereo',
  3: '3.0',
  4: '4.0',
  5: '5.0',
  6: 'hexagonal',
  7: '7.0',
  8: 'octagonal',
}

function sameChannels(channels: number): string {
  const pairs = Array.from({ length: channels }, (_, index) => `c${index}=c${index}`)
  return `pan=${layoutsToMeasure[channels] ?? `${channels}c`}|${pairs.join('|')},`
}
