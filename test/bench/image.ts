import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

import type { LocalCheck } from '../support/local-check'
import { withoutCopy } from './bench-profile'
import type { Compared } from './pairs'
import { compare } from './pairs'

/** A 24-megapixel JPEG, all but OCR and codes, in a warm child, over one full decode by the same library. */
export async function benchImage(local: LocalCheck, folder: string, pairs: number): Promise<Compared> {
  const path = await makePhoto(folder)
  const profile = local.profiles.get('static_general')
  if (profile === undefined) throw new Error('static_general is not shipped any more')
  return compare(
    pairs,
    () => local.check(path, withoutCopy(profile)),
    () => sharp(path).raw().toBuffer(),
  )
}

/** Soft shapes with grain, as a camera makes them: about 10 MB at quality 90. */
async function makePhoto(folder: string): Promise<string> {
  const [width, height] = [6000, 4000]
  const shapes = await sharp({
    create: {
      width: 600,
      height: 400,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
      background: '#888',
    },
  })
    .blur(6)
    .resize(width, height)
    .raw()
    .toBuffer()
  const grain = await sharp({
    create: {
      width,
      height,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 6 },
      background: '#888',
    },
  })
    .png({ compressionLevel: 0 })
    .toBuffer()
  const path = join(folder, 'photo.jpg')
  await writeFile(
    path,
    await sharp(shapes, { raw: { width, height, channels: 3 } })
      .composite([{ input: grain, blend: 'soft-light' }])
      .jpeg({ quality: 90 })
      .toBuffer(),
  )
  return path
}
