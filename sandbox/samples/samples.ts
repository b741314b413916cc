import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Verdict } from '../../workflows/contract'
import { badVideo, goodVideo } from './video'
import { letter } from './letter'
import { badImage, goodImage } from './image'
import { badPrintAd, goodPrintAd } from './write-pdf'

export interface Sample {
  /** The name it is uploaded under. */
  file: string
  /** Client id, as in `seed.ts`. */
  client: string
  /** Local copy. */
  path: string
  /** How it should end; `skipped` starts no run. */
  expected: { outcome: 'done'; verdict: Verdict } | { outcome: 'skipped' }
  /** Parks first, because the service account may not write to its client's REPORTS folder. */
  isStuckFirst?: boolean
}

interface Recipe extends Omit<Sample, 'path'> {
  /** File in the cache: short and plain, unlike the upload's name. */
  cached: string
}

const longName = lengthened('Grüße aus Köln – Frühjahrsmotiv für die Außenwerbung 🎉 ', 250, '.jpg')

export const recipes: Recipe[] = [
  {
    file: 'Summer Breeze.jpg',
    client: 'acme',
    cached: 'good.jpg',
    expected: { outcome: 'done', verdict: 'pass' },
  },
  {
    file: 'draft from the web page.jpg',
    client: 'acme',
    cached: 'bad.jpg',
    expected: { outcome: 'done', verdict: 'fail' },
  },
  {
    file: 'Print ad A5.pdf',
    client: 'acme',
    cached: 'good.pdf',
    expected: { outcome: 'done', verdict: 'pass' },
  },
  {
    file: 'Print ad A5 (old).pdf',
    client: 'acme',
    cached: 'bad.pdf',
    expected: { outcome: 'done', verdict: 'fail' },
  },
  { file: longName, client: 'acme', cached: 'long-name.jpg', expected: { outcome: 'done', verdict: 'pass' } },
  { file: 'Cover letter.docx', client: 'acme', cached: 'letter.docx', expected: { outcome: 'skipped' } },
  {
    file: 'Summer Breeze 8s.mp4',
    client: 'globex',
    cached: 'good.mp4',
    expected: { outcome: 'done', verdict: 'pass' },
  },
  {
    file: 'Summer Breeze rough cut.mp4',
    client: 'globex',
    cached: 'bad.mp4',
    expected: { outcome: 'done', verdict: 'fail' },
  },
  {
    file: 'Summer Breeze upload broke off.mp4',
    client: 'globex',
    cached: 'cut.mp4',
    expected: { outcome: 'done', verdict: 'fail' },
  },
  {
    file: 'Stapler launch.jpg',
    client: 'initech',
    cached: 'stuck.jpg',
    expected: { outcome: 'done', verdict: 'pass' },
    isStuckFirst: true,
  },
]

/**
 * The samples, made on first use and kept in `cacheDir` until a recipe changes. The same recipe makes the
 * same bytes.
 */
export async function samples(cacheDir: string, say: (line: string) => void): Promise<Sample[]> {
  const folder = join(cacheDir, recipeVersion())
  if (!existsSync(folder)) {
    say('making the sample files')
    mkdirSync(cacheDir, { recursive: true })
    const scratch = mkdtempSync(join(cacheDir, 'making-'))
    try {
      await makeAll(scratch)
      renameSync(scratch, folder)
    } finally {
      rmSync(scratch, { recursive: true, force: true })
    }
  }
  return recipes.map(({ cached, ...sample }) => ({ ...sample, path: join(folder, cached) }))
}

async function makeAll(folder: string): Promise<void> {
  const into = (name: string) => join(folder, name)
  const breeze = { headline: 'Summer Breeze', line: 'Fresh as the first morning' }
  await writeFile(into('good.jpg'), await goodImage(breeze, ['#0b3d5c', '#1f8a8a']))
  await writeFile(into('bad.jpg'), await badImage())
  await writeFile(
    into('long-name.jpg'),
    await goodImage({ headline: 'Spring Garden', line: 'Made from flowers' }, ['#3b1f5c', '#8a4f8a']),
  )
  await writeFile(
    into('stuck.jpg'),
    await goodImage({ headline: 'Red Stapler', line: 'It holds together' }, ['#5c1010', '#a83232']),
  )
  await writeFile(into('good.pdf'), goodPrintAd())
  await writeFile(into('bad.pdf'), badPrintAd())
  await writeFile(into('letter.docx'), letter())
  await goodVideo(folder, into('good.mp4'))
  await badVideo(folder, into('bad.mp4'))
  // As after a broken transfer: the index at the end of the file is missing.
  await copyFile(into('good.mp4'), into('cut.mp4'))
  truncateSync(into('cut.mp4'), Math.floor(statSync(into('cut.mp4')).size * 0.6))
}

/** Of the code that makes them. */
function recipeVersion(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(__dirname).sort()) {
    if (/\.[jt]s$/.test(name)) hash.update(name).update(readFileSync(join(__dirname, name)))
  }
  return hash.digest('hex').slice(0, 12)
}

/**
 * Repeats the words until the whole name has `length` characters, and no space before the extension.
 */
function lengthened(words: string, length: number, extension: string): string {
  const characters = Array.from({ length: Math.ceil(length / words.length) + 1 }, () => words).join('')
  const stem = Array.from(characters).slice(0, length - extension.length)
  return `${stem.join('').replace(/ $/, '-')}${extension}`
}
