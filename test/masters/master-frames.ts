import sharp from 'sharp'

import { baseOf, leadOf, type Master } from './master'

export const width = 640
export const height = 360
const lumaBytes = width * height
const frameBytes = (lumaBytes * 3) / 2

/** The frames of a master as yuv420p; its programme has the numbers from `start` to before `end`. */
export async function masterFrames(
  master: Master,
): Promise<{ count: number; start: number; end: number; frame: (n: number) => Buffer }> {
  const base = baseOf(master)
  const { slate, black } = leadOf(master)
  const { fault, barsSeconds = 0 } = master
  const slates = await slateFrames(master, slate)
  const late = fault === 'starts late' ? 1 : fault === 'starts early' ? -1 : 0
  const slateFrom = barsSeconds * base
  const blackFrom = slateFrom + slate * base
  const start = blackFrom + black * base + late
  const longer = fault === 'frame too long' ? 1 : fault === 'frame too short' ? -1 : 0
  const end = start + master.programmeSeconds * base + longer
  const count = end + master.holdSeconds * base
  const frame = (n: number): Buffer => {
    if (n < slateFrom) return bars
    if (n < blackFrom) return slates[Math.min(slates.length - 1, Math.floor((n - slateFrom) / base))] ?? bars
    return n < start ? blackFrame : programmeFrame(master, Math.min(n, end - 1) - start, end - start)
  }
  return { count, start, end, frame }
}

/** Shots of two seconds: each pans over a texture of its own. */
function programmeFrame(master: Master, n: number, count: number): Buffer {
  const { fault, packShotFrames = 0, fadeFrames = 0 } = master
  const base = baseOf(master)
  const middle = Math.floor(count / 2 / (base * 2)) * base * 2 + base
  if (n === middle && fault === 'black frame') return blackFrame
  if (n === middle && fault === 'white frame') return flat(235)
  const shown = n === middle && fault === 'repeated frame' ? n - 1 : Math.min(n, count - packShotFrames)
  const shot = Math.floor(shown / (base * 2)) + (n === middle && fault === 'stray frame' ? 5 : 0)
  const frame = panned(shot, shown)
  return n < fadeFrames ? faded(frame, n / fadeFrames) : frame
}

const textureWidth = width * 2
const textures = new Map<number, Buffer>()

/** Luma of 40 to 200 in soft shapes with fine detail, not repeating. */
function texture(shot: number): Buffer {
  const known = textures.get(shot)
  if (known !== undefined) return known
  const made = Buffer.alloc(textureWidth * height * 2)
  const level = 70 + ((shot * 61) % 90)
  for (let y = 0, at = 0; y < height * 2; y++)
    for (let x = 0; x < textureWidth; x++, at++) {
      const soft = Math.sin((x + shot * 90) / 37) * Math.cos((y - shot * 40) / 29 + x / 151) * 24
      made[at] = level + soft + Math.sin((x * 3 + y * 5 + shot) / 11) * 8 + ((x * 7 + y * 13) % 5)
    }
  textures.set(shot, made)
  return made
}

function panned(shot: number, n: number): Buffer {
  const source = texture(shot)
  const frame = Buffer.alloc(frameBytes, 128)
  const [left, top] = [(n * 3) % width, n % height]
  for (let y = 0; y < height; y++) {
    const from = (top + y) * textureWidth + left
    source.copy(frame, y * width, from, from + width)
  }
  frame.fill(110 + ((shot * 17) % 40), lumaBytes, lumaBytes * 1.25)
  return frame
}

function faded(frame: Buffer, share: number): Buffer {
  return Buffer.from(
    frame.map((code, at) => (at < lumaBytes ? 16 + (code - 16) * share : 128 + (code - 128) * share)),
  )
}

function flat(luma: number): Buffer {
  return Buffer.alloc(frameBytes, 128).fill(luma, 0, lumaBytes)
}

const blackFrame = flat(16)

const bars = (() => {
  const frame = flat(16)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) frame[y * width + x] = 180 - Math.floor((x * 8) / width) * 20
  return frame
})()

/** One frame for each second when there is a countdown. */
async function slateFrames(master: Master, seconds: number): Promise<Buffer[]> {
  const frames: Buffer[] = []
  for (let left = seconds; left > (master.hasCountdown === true ? 0 : seconds - 1); left--)
    frames.push(await slateFrame(master, String(left)))
  return frames
}

async function slateFrame(master: Master, left: string): Promise<Buffer> {
  const {
    name,
    slateNumber = name.replaceAll('_', '/'),
    slateSeconds = String(master.programmeSeconds),
  } = master
  const lines = [
    `CLOCK NUMBER: ${slateNumber}`,
    'TITLE: SUMMER DRINK',
    `DURATION: ${slateSeconds} SEC`,
    'AUDIO: STEREO',
  ]
  const texts = lines.map((line, row) => `<text x="40" y="${90 + row * 55}" font-size="26">${line}</text>`)
  const countdown = master.hasCountdown === true ? `<text x="540" y="320" font-size="70">${left}</text>` : ''
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="100%" height="100%" fill="#202020"/>` +
    `<g font-family="DejaVu Sans, Verdana, sans-serif" fill="#f0f0f0">${texts.join('')}${countdown}</g></svg>`
  const grey = await sharp(Buffer.from(svg)).flatten().greyscale().raw().toBuffer()
  const frame = flat(16)
  for (let at = 0; at < lumaBytes; at++) frame[at] = 16 + ((grey[at] ?? 0) * 219) / 255
  return frame
}
