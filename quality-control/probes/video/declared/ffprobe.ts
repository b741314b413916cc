import type { ProbeInput } from '../../probe-types'
import { runTool } from '../../run-tool'
import type { Declared } from './declared'
import { decoders } from './decoders'
import { readDeclared } from './read-declared'

export type Opened = { declared: Declared } | { failure: string }

/** Reads what the container declares; `failure` is the reason when nothing could be read. */
export async function ffprobe(input: ProbeInput, demuxers: readonly string[]): Promise<Opened> {
  const args = [
    '-hide_banner',
    '-loglevel',
    'error',
    ...openingOptions(demuxers),
    '-show_streams',
    '-show_format',
    '-of',
    'json',
  ]
  const { signal, limits, path, scratchDir } = input
  const result = await runTool('ffprobe', [...args, `file:${path}`], {
    signal,
    ...limits,
    cwd: scratchDir,
    maxOutputBytes: 4 << 20,
  })
  if (result.killedFor === 'timeout')
    return { failure: `Its header could not be read within ${limits.timeoutMs / 1000} s.` }
  if (result.killedFor === 'crash') return { failure: 'Its header crashes the decoder.' }
  if (result.exitCode !== 0 || result.droppedBytes > 0) return { failure: reasonIn(result.stderr, path) }
  return { declared: readDeclared(result.stdout.toString('utf8')) }
}

/**
 * What ffprobe and ffmpeg may do with the file: no other file, no address, only our demuxers and decoders, a
 * bounded header.
 */
export function openingOptions(demuxers: readonly string[]): string[] {
  const [only] = demuxers.length === 1 ? demuxers : []
  return [
    ...[
      '-protocol_whitelist',
      'file,pipe',
      '-format_whitelist',
      demuxers.join(','),
      '-codec_whitelist',
      decoders.join(','),
    ],
    ...['-max_streams', String(maxStreams)],
    ...(only === undefined ? [] : ['-f', only]),
  ]
}

const maxStreams = 200

/**
 * The first line has the cause (`moov atom not found`), the last one the consequence (`Invalid data found
 * …`).
 */
function reasonIn(stderr: string, path: string): string {
  const lines = stderr
    .trim()
    .split('\n')
    .map((line) =>
      line
        .replace(/^\[[^\]]*\] /, '')
        .replaceAll(`file:${path}`, '')
        .replaceAll(path, '')
        .replace(/^: /, '')
        .replace(/Codec \((\w+)\) not on whitelist.*/, 'The codec $1 is not supported'),
    )
  const told = [...new Set([lines[0] ?? '', lines.at(-1) ?? ''])]
    .filter((line) => line !== '')
    .map((line) => line.slice(0, 200))
  return told.length === 0 ? 'ffprobe gave no reason.' : `${told.join('; ')}.`
}
