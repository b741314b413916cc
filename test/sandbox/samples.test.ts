import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { badVideo } from '../../sandbox/samples/video'
import { letter } from '../../sandbox/samples/letter'
import { badImage, goodImage } from '../../sandbox/samples/image'
import { recipes } from '../../sandbox/samples/samples'
import { badPrintAd, goodPrintAd } from '../../sandbox/samples/write-pdf'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'samples-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('are the same bytes each time they are made', async () => {
  const words = { headline: 'Summer Breeze', line: 'Fresh as the first morning' }
  const make = async () => {
    const video = join(folder, 'video.mp4')
    await badVideo(folder, video)
    const files = [
      await goodImage(words, ['#0b3d5c', '#1f8a8a']),
      await badImage(),
      goodPrintAd(),
      badPrintAd(),
      letter(),
    ]
    return [...files, readFileSync(video)].map((bytes) => createHash('sha256').update(bytes).digest('hex'))
  }
  const first = await make()
  expect(new Set(first).size).toBe(6)
  expect(await make()).toEqual(first)
}, 180_000)

test('hold one of each kind that the product must know how to end', () => {
  const by = (extension: string) =>
    recipes.filter(({ file }) => file.endsWith(extension)).map(({ expected }) => expected)
  for (const extension of ['.jpg', '.pdf', '.mp4']) {
    expect(by(extension)).toContainEqual({ outcome: 'done', verdict: 'pass' })
    expect(by(extension)).toContainEqual({ outcome: 'done', verdict: 'fail' })
  }
  expect(by('.docx')).toEqual([{ outcome: 'skipped' }])
  expect(recipes.filter(({ isStuckFirst }) => isStuckFirst)).toHaveLength(1)
  const longest = recipes.map(({ file }) => file).find((name) => Array.from(name).length === 250)
  expect(longest).toMatch(/ü.*ß.*🎉.*\.jpg$/u)
})

test('the letter is a zip that holds a Word document', () => {
  const text = letter().toString('latin1')
  expect(text.startsWith('PK\x03\x04')).toBe(true)
  expect(text.match(/PK\x01\x02/g)).toHaveLength(3)
  expect(text).toContain('word/document.xml')
})
