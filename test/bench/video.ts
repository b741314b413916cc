import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { Profile } from '../../quality-control/profile'
import { runTool } from '../../quality-control/probes/run-tool'
import type { LocalCheck } from '../support/local-check'
import { shipped, withoutCopy } from './bench-profile'
import type { Compared } from './pairs'
import { compare } from './pairs'

/** The whole QC of a minute of 1080p25 H.264/AAC, all but OCR, over a bare decode of the same clip. */
export function benchVideo(local: LocalCheck, folder: string, pairs: number): Promise<Compared> {
  const clip = makeClip(folder, film)
  return overDecode(local, { clip, profile: withoutCopy(shipped(local, 'video_general')) }, pairs)
}

/** The same with everything on: text and codes, too. */
export function benchVideoText(local: LocalCheck, folder: string, pairs: number): Promise<Compared> {
  return overDecode(local, { clip: makeClip(folder, film), profile: shipped(local, 'video_general') }, pairs)
}

/** 10 s of 2160p25 HEVC with everything on, over a bare decode of the same clip. */
export function benchUhd(local: LocalCheck, folder: string, pairs: number): Promise<Compared> {
  return overDecode(local, { clip: makeClip(folder, uhd), profile: shipped(local, 'video_general') }, pairs)
}

function overDecode(
  local: LocalCheck,
  { clip, profile }: { clip: string; profile: Profile },
  pairs: number,
): Promise<Compared> {
  const signal = new AbortController().signal
  const options = { signal, timeoutMs: 600_000, searchPath: local.limits.searchPath }
  return compare(
    pairs,
    () => local.check(clip, profile),
    () => runTool('ffmpeg', ['-nostdin', '-v', 'error', '-i', clip, '-f', 'null', '-'], options),
  )
}

interface Clip {
  size: string
  seconds: number
  /** Options of the video encoder. */
  coding: string[]
}

const rate = ['-b:v', '8M', '-maxrate', '12M', '-bufsize', '16M']
const film: Clip = {
  size: '1920x1080',
  seconds: 60,
  coding: ['-c:v', 'libx264', '-preset', 'veryfast', ...rate],
}
const uhd: Clip = {
  size: '3840x2160',
  seconds: 10,
  coding: ['-c:v', 'libx265', '-preset', 'ultrafast', '-b:v', '20M', '-x265-params', 'log-level=error'],
}

/** Moving detail, grain and a cut every five seconds: decoding it costs what such a film costs. */
function makeClip(folder: string, { size, seconds, coding }: Clip): string {
  const path = join(folder, `clip-${size}.mp4`)
  if (existsSync(path)) return path
  const scenes = Array.from({ length: seconds / 5 }, (_, scene) => [
    '-f',
    'lavfi',
    '-i',
    `testsrc2=size=${size}:rate=25:duration=5,hue=h=${scene * 60}`,
  ])
  const noisy = scenes.map((_, scene) => `[${scene}:v]noise=alls=12:allf=t,setsar=1[v${scene}];`).join('')
  const inputs = scenes.map((_, scene) => `[v${scene}]`).join('')
  const joined = `${noisy}${inputs}concat=n=${scenes.length}:v=1:a=0,format=yuv420p[v]`
  const audio = `anoisesrc=color=pink:amplitude=0.2:duration=${seconds}:sample_rate=48000`
  execFileSync('ffmpeg', [
    '-v',
    'error',
    '-nostdin',
    '-y',
    ...scenes.flat(),
    '-f',
    'lavfi',
    '-i',
    audio,
    '-filter_complex',
    joined,
    '-map',
    '[v]',
    '-map',
    `${scenes.length}:a`,
    ...coding,
    '-c:a',
    'aac',
    '-b:a',
    '192k',
    '-ac',
    '2',
    path,
  ])
  return path
}
