import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

import { badPrintAd, goodPrintAd } from '../../sandbox/samples/write-pdf'

export interface GoodFile {
  name: string
  bytes: Buffer
}

const film = ['-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=25:duration=1']
const tone = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=1']

const recordings: [string, string[]][] = [
  ['film.mp4', [...film, ...tone, '-c:v', 'libx264', '-preset', 'veryfast', '-c:a', 'aac']],
  ['film.mov', [...film, ...tone, '-c:v', 'mjpeg', '-c:a', 'pcm_s16le']],
  ['film.webm', [...film, '-c:v', 'libvpx', '-deadline', 'realtime']],
  ['film.mkv', [...film, ...tone, '-c:v', 'mpeg4', '-c:a', 'flac']],
  ['film.mxf', [...film, '-c:v', 'mpeg2video']],
  ['film.ts', [...film, ...tone, '-c:v', 'mpeg2video', '-c:a', 'mp2']],
  ['film.avi', [...film, '-c:v', 'mpeg4']],
  ['sound.wav', tone],
  ['sound.mp3', [...tone, '-c:a', 'libmp3lame']],
  ['sound.flac', tone],
  ['sound.m4a', [...tone, '-c:a', 'aac']],
]

/** One small good file of each kind that the product takes. */
export async function goodFiles(folder: string): Promise<GoodFile[]> {
  const picture = sharp({
    create: {
      width: 400,
      height: 300,
      channels: 3,
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
      background: '#888',
    },
  })
  const [jpeg, png, webp, tiff, gif, avif] = await Promise.all([
    picture
      .clone()
      .withExif({ IFD0: { Artist: 'Somebody' } })
      .jpeg()
      .toBuffer(),
    picture.clone().png().toBuffer(),
    picture.clone().webp().toBuffer(),
    picture.clone().tiff().toBuffer(),
    picture.clone().gif().toBuffer(),
    picture.clone().avif({ effort: 0 }).toBuffer(),
  ])
  const pictures = {
    'photo.jpg': jpeg,
    'logo.png': png,
    'photo.webp': webp,
    'scan.tiff': tiff,
    'banner.gif': gif,
    'photo.avif': avif,
  }
  const documents = { 'ad.pdf': goodPrintAd(), 'bad.pdf': badPrintAd() }
  return [
    ...Object.entries({ ...pictures, ...documents }).map(([name, bytes]) => ({ name, bytes })),
    ...recordings.map(([name, args]) => ({ name, bytes: recorded(join(folder, name), args) })),
  ]
}

function recorded(path: string, args: string[]): Buffer {
  execFileSync('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...args, '-fflags', '+bitexact', path])
  const bytes = readFileSync(path)
  return bytes
}
