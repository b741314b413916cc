import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

import { badPrintAd, goodPrintAd } from '../../sandbox/samples/write-pdf'

export interface GoodFile {
  name: string
  bytes: Buffer
}

const video = ['-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=25:duration=1']
const tone = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=1']

const recordings: [string, string[]][] = [
  ['video.mp4', [...video, ...tone, '-c:v', 'libx264', '-preset', 'veryfast', '-c:a', 'aac']],
  ['video.mov', [...video, ...tone, '-c:v', 'mjpeg', '-c:a', 'pcm_s16le']],
  ['video.webm', [...video, '-c:v', 'libvpx', '-deadline', 'realtime']],
  ['video.mkv', [...video, ...tone, '-c:v', 'mpeg4', '-c:a', 'flac']],
  ['video.mxf', [...video, '-c:v', 'mpeg2video']],
  ['video.ts', [...video, ...tone, '-c:v', 'mpeg2video', '-c:a', 'mp2']],
  ['video.avi', [...video, '-c:v', 'mpeg4']],
  ['audio.wav', tone],
  ['audio.mp3', [...tone, '-c:a', 'libmp3lame']],
  ['audio.flac', tone],
  ['audio.m4a', [...tone, '-c:a', 'aac']],
]

/** One small good file of each kind that the product takes. */
export async function goodFiles(folder: string): Promise<GoodFile[]> {
  const image = sharp({
    create: {
      width: 400,
      height: 300,
      channels: 3,
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
      background: '#888',
    },
  })
  const [jpeg, png, webp, tiff, gif, avif] = await Promise.all([
    image
      .clone()
      .withExif({ IFD0: { Artist: 'Somebody' } })
      .jpeg()
      .toBuffer(),
    image.clone().png().toBuffer(),
    image.clone().webp().toBuffer(),
    image.clone().tiff().toBuffer(),
    image.clone().gif().toBuffer(),
    image.clone().avif({ effort: 0 }).toBuffer(),
  ])
  const images = {
    'photo.jpg': jpeg,
    'logo.png': png,
    'photo.webp': webp,
    'scan.tiff': tiff,
    'banner.gif': gif,
    'photo.avif': avif,
  }
  const documents = { 'ad.pdf': goodPrintAd(), 'bad.pdf': badPrintAd() }
  return [
    ...Object.entries({ ...images, ...documents }).map(([name, bytes]) => ({ name, bytes })),
    ...recordings.map(([name, args]) => ({ name, bytes: recorded(join(folder, name), args) })),
  ]
}

function recorded(path: string, args: string[]): Buffer {
  execFileSync('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...args, '-fflags', '+bitexact', path])
  const bytes = readFileSync(path)
  return bytes
}
