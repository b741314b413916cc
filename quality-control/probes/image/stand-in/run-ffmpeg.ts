import { existsSync } from 'node:fs'

import type { ProbeInput } from '../../probe-types'
import { runTool } from '../../run-tool'

/** How ffmpeg opens a format that the image library does not know. */
export const ffmpegImages: Record<string, { demuxer: string; decoders: string }> = {
  bmp: { demuxer: 'bmp_pipe', decoders: 'bmp' },
  jxl: { demuxer: 'jpegxl_pipe', decoders: 'libjxl' },
  png: { demuxer: 'apng', decoders: 'apng' },
}

/** `isUnknown`: this ffmpeg was built without the decoder. */
export interface FfmpegOutcome {
  errors: string[]
  isUnknown: boolean
  isWritten: boolean
}

/**
 * Decodes an image with ffmpeg into the file `target`, as `output` says. ffmpeg may open no other file, no
 * address and no other decoder.
 */
export async function runFfmpeg(
  input: ProbeInput,
  type: string,
  target: string,
  output: string[],
): Promise<FfmpegOutcome> {
  const { path, scratchDir, signal, limits } = input
  const { demuxer, decoders } = ffmpegImages[type] ?? { demuxer: 'none', decoders: 'none' }
  const opening = [
    ...['-protocol_whitelist', 'file,pipe', '-format_whitelist', demuxer, '-codec_whitelist', decoders],
    ...['-max_pixels', String(limits.maxPixels), '-threads', '1', '-f', demuxer],
  ]
  const args = ['-hide_banner', '-nostdin', '-loglevel', 'error', ...opening, '-i', `file:${path}`]
  const result = await runTool('ffmpeg', [...args, '-map', '0:v:0', ...output, '-y', `file:${target}`], {
    ...{ signal, ...limits, cwd: scratchDir },
    maxOutputBytes: 64 << 10,
  })
  if (result.killedFor !== undefined) return failed(`the decoder ended by ${result.killedFor}`)
  const errors = errorsIn(result.stderr, path)
  const isUnknown = errors.some((line) =>
    /unknown input format|unknown decoder|decoder .*not found/i.test(line),
  )
  return { errors, isUnknown, isWritten: existsSync(target) }
}

const failed = (error: string): FfmpegOutcome => ({ errors: [error], isUnknown: false, isWritten: false })

/** Each message once, without the addresses of ffmpeg's objects and without our path. */
function errorsIn(stderr: string, path: string): string[] {
  const lines = stderr
    .split('\n')
    .map((line) =>
      line
        .replace(/^(?:\[[^\]]*\] )+/, '')
        .replaceAll(`file:${path}`, 'the file')
        .trim(),
    )
    .filter((line) => line !== '')
  return [...new Set(lines)]
}
