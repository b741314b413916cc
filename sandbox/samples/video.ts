import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

import sharp from 'sharp'

import { advertisement } from './image'

const run = promisify(execFile)

const framesPerSecond = 25
/** The same bytes at every run: one thread, no dates, no names of tools in the file. */
const exact = [
  '-threads',
  '1',
  '-fflags',
  '+bitexact',
  '-flags:v',
  '+bitexact',
  '-flags:a',
  '+bitexact',
  '-map_metadata',
  '-1',
]
const colours = [
  '-pix_fmt',
  'yuv420p',
  '-color_primaries',
  'bt709',
  '-color_trc',
  'bt709',
  '-colorspace',
  'bt709',
  '-color_range',
  'tv',
]
const h264 = [
  '-c:v',
  'libx264',
  '-profile:v',
  'high',
  '-preset',
  'veryfast',
  '-x264-params',
  'threads=1:lookahead-threads=1',
]
const aac = ['-c:a', 'aac', '-b:a', '192k', '-ar', '48000', '-ac', '2']

/**
 * Eight seconds, 1080p25, two moving shots, music at the loudness that online platforms require.
 */
export async function goodVideo(scratchDir: string, file: string): Promise<void> {
  const seconds = 8
  const card = await drawCard(scratchDir)
  const filter = [
    `${gradient('0x0b3d5c', '0x1f8a8a', seconds / 2)}[first]`,
    `${gradient('0x6b2d5c', '0xd1495b', seconds / 2)}[second]`,
    '[first][second]concat=n=2:v=1:a=0,scale=1920:1080:flags=bilinear,setsar=1[ground]',
    "[ground][0:v]overlay=x='160+40*sin(t*1.3)':y='120+24*cos(t*1.1)':shortest=0," +
      'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p[v]',
    `${music(seconds)},volume=1.4dB[a]`,
  ].join(';')
  await ffmpeg(
    ['-loop', '1', '-framerate', String(framesPerSecond), '-i', card],
    filter,
    ['-t', String(seconds), '-crf', '21'],
    file,
  )
}

/**
 * Black in the middle, a frozen second shot, hard flashes, audio that clips, stops, and continues
 * when the image has ended.
 */
export async function badVideo(scratchDir: string, file: string): Promise<void> {
  const card = await drawCard(scratchDir)
  const size = `s=960x540:r=${framesPerSecond}`
  const filter = [
    `${gradient('0x0b3d5c', '0x1f8a8a', 2)},scale=960:540,setsar=1[a0]`,
    `color=black:${size}:d=1,setsar=1[a1]`,
    `color=0x335577:${size}:d=3,setsar=1[a2]`,
    `color=white:${size}:d=2,drawbox=color=black:t=fill:enable='lt(mod(n,4),2)',setsar=1[a3]`,
    '[a0][a1][a2][a3]concat=n=4:v=1:a=0[ground]',
    '[0:v]scale=760:-2[card];[ground][card]overlay=x=100:y=60:enable=' +
      "'lt(t,2)+between(t,3,6)':shortest=0,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p[v]",
    `${music(9)},volume=enable='lt(t,4)':volume=18dB,volume=enable='between(t,4,6.5)':volume=0[a]`,
  ].join(';')
  await ffmpeg(
    ['-loop', '1', '-framerate', String(framesPerSecond), '-t', '8', '-i', card],
    filter,
    ['-crf', '30'],
    file,
  )
}

/** Made small, since it is smooth and slow to compute. */
function gradient(from: string, to: string, seconds: number): string {
  return `gradients=s=320x180:r=${framesPerSecond}:c0=${from}:c1=${to}:n=2:speed=0.02:d=${seconds}:seed=7`
}

/** A transparent card with sharp text and edges, moved over the background. */
async function drawCard(scratchDir: string): Promise<string> {
  const file = join(scratchDir, 'card.png')
  const image = advertisement(1600, 840, { headline: 'Summer Breeze', line: 'Fresh as the first morning' }, [
    '#123a4d',
    '#2a7f8e',
  ])
  await writeFile(file, await sharp(Buffer.from(image)).png().toBuffer())
  return file
}

/** A soft chord that swells, slightly different left and right. */
function music(seconds: number): string {
  const voice = (hertz: number, beat: number) => `0.12*sin(2*PI*${hertz}*t)*(0.75+0.25*sin(2*PI*${beat}*t))`
  const side = (shift: number) =>
    [220, 277.18, 329.63, 440].map((hertz, index) => voice(hertz + shift, 0.4 + index * 0.15)).join('+')
  return `aevalsrc=exprs='${side(0)}|${side(0.6)}':s=48000:d=${seconds}:c=stereo`
}

async function ffmpeg(input: string[], filter: string, output: string[], file: string): Promise<void> {
  const args = [
    '-hide_banner',
    '-loglevel',
    'error',
    '-nostdin',
    '-y',
    '-filter_complex_threads',
    '1',
    ...input,
    '-filter_complex',
    filter,
  ]
  await run('ffmpeg', [
    ...args,
    '-map',
    '[v]',
    '-map',
    '[a]',
    ...h264,
    ...colours,
    ...aac,
    ...output,
    ...exact,
    '-f',
    'mp4',
    file,
  ])
}
