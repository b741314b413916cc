import type { Span } from '../../../facts/video'
import { lineSplitter } from '../../line-splitter'
import { digitalSilenceDb } from '../../../facts/audio'
import { maxBlocks } from './loudness'
import { maxEntries } from './spans'

/** What ffmpeg's log reports: spans and sums from filters, errors from demuxers and decoders. */
export interface LogFacts {
  silences: OpenSpan[]
  /** True peak of each 100 ms in dBTP, of each channel, by ebur128. */
  truePeaks: number[][]
  mono: OpenSpan[]
  outOfPhase: OpenSpan[]
  /** Sampled frames by scan type. */
  interlace: { top: number; bottom: number; progressive: number; undetermined: number }
  errorCount: number
  /** The first ten, without addresses and paths. */
  errors: string[]
  ffmpegVersion: string
  /** CEA-608/708 captions in a sampled frame. */
  hasCaptions: boolean
}

/** `end` is missing when the audio ended first. */
export type OpenSpan = Pick<Span, 'start'> & Partial<Pick<Span, 'end'>>

/** Reads ffmpeg's stderr, written with `-loglevel repeat+level+info`. */
export function logReader(path: string): { add: (chunk: Buffer) => void; facts: LogFacts } {
  const interlace = { top: 0, bottom: 0, progressive: 0, undetermined: 0 }
  const facts: LogFacts = {
    silences: [],
    truePeaks: [],
    mono: [],
    outOfPhase: [],
    interlace,
    errorCount: 0,
    errors: [],
    ffmpegVersion: 'unknown',
    hasCaptions: false,
  }
  const noteSilence = silenceReader(facts)
  const add = lineSplitter((line) => {
    const [, source = '', filter = '', level = '', message = ''] =
      /^(?:\[([^\]@]+?) @ (0x[0-9a-f]+)\] )?\[(\w+)\] (.*)$/.exec(line) ?? []
    if (level === 'error' || level === 'fatal' || level === 'panic') noteError(facts, source, message, path)
    else if (source.includes('ebur128')) notePeaks(facts.truePeaks, message)
    else if (source === 'silencedetect') noteSilence(filter, message)
    else if (source === 'aphasemeter') {
      if (!noteSpan(facts.mono, 'mono', message)) noteSpan(facts.outOfPhase, 'out_phase', message)
    } else if (source.includes('showinfo'))
      facts.hasCaptions ||= message.includes('side data - A/53 closed captions')
    else if (source.includes('idet')) noteInterlace(facts.interlace, message)
    else if (source === '')
      facts.ffmpegVersion = /^ffmpeg version (\S+)/.exec(message)?.[1] ?? facts.ffmpegVersion
  })
  return { add, facts }
}

/** `t: 0.4 … FTPK: -35.1 -inf dBFS  TPK: …`: the frame's true peaks come first. */
function notePeaks(truePeaks: number[][], message: string): void {
  const peaks = /FTPK:(.*?)dBFS/.exec(message)?.[1]
  if (peaks === undefined || truePeaks.length >= maxBlocks) return
  truePeaks.push(
    peaks
      .trim()
      .split(/\s+/)
      .map((peak) => Math.max(digitalSilenceDb, Number(peak.replace('-inf', '-Infinity')))),
  )
}

/** Two filters look for silence, with and without DC offset: their addresses tell their lines apart. */
function silenceReader({ silences }: LogFacts): (filter: string, message: string) => void {
  const byFilter = new Map<string, OpenSpan[]>()
  return (filter, message) => {
    const own = byFilter.get(filter) ?? []
    byFilter.set(filter, own)
    const known = own.length
    noteSpan(own, 'silence', message)
    silences.push(...own.slice(known))
  }
}

/** Errors of our own outputs are not about the file. */
const ownOutputs = new Set(['rawvideo', 's16le', 'image2', 'mjpeg', 'null'])

function noteError(facts: LogFacts, source: string, message: string, path: string): void {
  if (ownOutputs.has(source)) return
  facts.errorCount++
  if (facts.errors.length >= 10) return
  const clean = message
    .replaceAll(`file:${path}`, 'the file')
    .replaceAll(path, 'the file')
    .replaceAll(/0x[0-9a-f]{6,}/g, '…')
    .replace(/Codec \((\w+)\) not on whitelist.*/, 'the codec $1 is not supported')
  facts.errors.push(`${source === '' ? 'ffmpeg' : source}: ${clean.slice(0, 200)}`)
}

/** `mono_start: 1.5` opens a span, `mono_end: 3.5 | mono_duration: 2` closes it. */
function noteSpan(spans: OpenSpan[], name: string, message: string): boolean {
  const [, edge, value = ''] = new RegExp(`^${name}_(start|end): (-?[\\d.]+)`).exec(message) ?? []
  const last = spans.at(-1)
  if (edge === 'start' && spans.length < maxEntries) spans.push({ start: Math.max(0, Number(value)) })
  if (edge === 'end' && last !== undefined) last.end ??= Number(value)
  return edge !== undefined
}

function noteInterlace(interlace: LogFacts['interlace'], message: string): void {
  const counts =
    /^Multi frame detection: TFF:\s*(\d+) BFF:\s*(\d+) Progressive:\s*(\d+) Undetermined:\s*(\d+)/.exec(
      message,
    )
  if (counts === null) return
  const [top = 0, bottom = 0, progressive = 0, undetermined = 0] = counts.slice(1).map(Number)
  // Also printed at the set-up of the graph, with zeros only.
  if (top + bottom + progressive + undetermined > 0)
    Object.assign(interlace, { top, bottom, progressive, undetermined })
}
