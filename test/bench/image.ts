import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

import type { LocalCheck } from '../support/local-check'
import { shipped, withoutCopy } from './bench-profile'
import type { Figures } from './durability/figures'
import type { Compared } from './pairs'
import { compare } from './pairs'
import { softShapes } from './soft-shapes'

/** A 24-megapixel JPEG, all but OCR and codes, in a warm child, over one full decode by the same library. */
export async function benchImage(local: LocalCheck, folder: string, pairs: number): Promise<Compared> {
  const path = await makePhoto(folder, [6000, 4000])
  const profile = withoutCopy(shipped(local, 'static_general'))
  return compare(pairs, () => local.check(path, profile), decoded(path))
}

/** A 12-megapixel photograph without text, everything on, over one full decode by the same library. */
export async function benchPhoto(local: LocalCheck, folder: string, pairs: number): Promise<Compared> {
  const path = await makePhoto(folder, [4000, 3000])
  const profile = shipped(local, 'static_general')
  return compare(pairs, () => local.check(path, profile), decoded(path))
}

const folderFiles = 100

/** A folder of 100 photographs of 2 megapixels, two at a time over one after the other. */
export async function benchFolder(local: LocalCheck, folder: string): Promise<Figures> {
  const paths: string[] = []
  for (let number = 0; number < folderFiles; number++)
    paths.push(await makePhoto(folder, [1600 + number, 1200]))
  const profile = shipped(local, 'static_general')
  const seconds = async (atOnce: number) => {
    const [started, waiting] = [performance.now(), [...paths]]
    const next = async (): Promise<void> => {
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop())
        await local.check(path, profile)
    }
    await Promise.all(Array.from({ length: atOnce }, next))
    return (performance.now() - started) / 1000
  }
  await seconds(2)
  const [oneByOne, twoAtOnce] = [await seconds(1), await seconds(2)]
  return { ratio: oneByOne / twoAtOnce, notes: { files: folderFiles, oneByOne, twoAtOnce } }
}

const decoded = (path: string) => () => sharp(path).raw().toBuffer()

/** Soft shapes with grain, as a camera out of focus makes them. */
async function makePhoto(folder: string, [width, height]: readonly [number, number]): Promise<string> {
  const noise = { type: 'gaussian', mean: 128, sigma: 6 } as const
  const grain = await sharp({ create: { width, height, channels: 3, noise, background: '#888' } })
    .png({ compressionLevel: 0 })
    .toBuffer()
  const path = join(folder, `photo-${width}.jpg`)
  const shapes = await sharp(await softShapes(60, 40))
    .resize(width, height, { fit: 'fill' })
    .png({ compressionLevel: 0 })
    .toBuffer()
  const photo = sharp(shapes).composite([{ input: grain, blend: 'soft-light' }])
  await writeFile(path, await photo.jpeg({ quality: 90 }).toBuffer())
  return path
}
