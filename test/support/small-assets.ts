import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

import sharp from 'sharp'

import { PdfWriter } from '../../sandbox/samples/pdf-writer'

const run = promisify(execFile)

/** A valid PNG of a few hundred bytes; another `shade` makes other bytes. */
export function image(shade = 120): Promise<Buffer> {
  const background = { r: shade % 256, g: (shade * 7) % 256, b: Math.floor(shade / 256) % 256 }
  return sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .png()
    .toBuffer()
}

/** A JPEG that was cut off after its head. */
export async function brokenImage(): Promise<Buffer> {
  const whole = await sharp(await image())
    .jpeg()
    .toBuffer()
  return whole.subarray(0, 80)
}

/** One page with a blue box. */
export function page(title = 'A page'): Buffer {
  const pdf = new PdfWriter()
  pdf.page({ media: [0, 0, 300, 200], content: '0.2 0.4 0.6 rg 20 20 120 80 re f' })
  return pdf.toBuffer({ info: `/Title (${title})` })
}

/** Two seconds of motion with audio, 640 x 360. */
export async function clip(folder: string): Promise<string> {
  const file = join(folder, 'clip.mp4')
  const sources = ['testsrc2=s=640x360:r=25:d=2', 'sine=f=440:r=48000:d=2'].flatMap((graph) => [
    '-f',
    'lavfi',
    '-i',
    graph,
  ])
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-ac', '2']
  await run('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y', ...sources, ...coding, file])
  return file
}
