import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

import { runTool } from '../../quality-control/probes/run-tool'
import type { LocalCheck } from '../support/local-check'
import { withoutCopy } from './bench-profile'
import type { Compared } from './pairs'
import { compare } from './pairs'

/** The whole QC of a 30 s 1080p25 H.264/AAC clip, all but OCR, over a bare decode of the same clip. */
export function benchVideo(local: LocalCheck, folder: string, pairs: number): Promise<Compared> {
  const clip = makeClip(folder)
  const profile = local.profiles.get('video_general')
  if (profile === undefined) throw new Error('video_general is not shipped any more')
  const signal = new AbortController().signal
  const options = { signal, timeoutMs: 300_000, searchPath: local.limits.searchPath }
  return compare(
    pairs,
    () => local.check(clip, withoutCopy(profile)),
    () => runTool('ffmpeg', ['-nostdin', '-v', 'error', '-i', clip, '-f', 'null', '-'], options),
  )
}

/** Moving detail, grain and a cut every five seconds: decoding it costs what a video of 8 Mbit/s costs. */
function makeClip(folder: string): string {
  const path = join(folder, 'clip.mp4')
  const scenes = [0, 1, 2, 3, 4, 5].map((scene) => [
    '-f',
    'lavfi',
    '-i',
    `testsrc2=size=1920x1080:rate=25:duration=5,hue=h=${scene * 60}`,
  ])
  const noisy = scenes.map((_, scene) => `[${scene}:v]noise=alls=12:allf=t,setsar=1[v${scene}];`).join('')
  const inputs = scenes.map((_, scene) => `[v${scene}]`).join('')
  const joined = `${noisy}${inputs}concat=n=${scenes.length}:v=1:a=0,format=yuv420p[v]`
  const audio = ['-f', 'lavfi', '-i', 'anoisesrc=color=pink:amplitude=0.2:duration=30:sample_rate=48000']
  const coding = [
    '-c:v',
    'libx264',
    '-preset',
    'veryfast',
    '-b:v',
    '8M',
    '-maxrate',
    '12M',
    '-bufsize',
    '16M',
    '-c:a',
    'aac',
    '-b:a',
    '192k',
    '-ac',
    '2',
    '-t',
    '30',
  ]
  execFileSync('ffmpeg', [
    '-v',
    'error',
    '-nostdin',
    '-y',
    ...scenes.flat(),
    ...audio,
    '-filter_complex',
    joined,
    '-map',
    '[v]',
    '-map',
    `${scenes.length}:a`,
    ...coding,
    path,
  ])
  return path
}
