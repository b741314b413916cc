import { join } from 'node:path'
import sharp from 'sharp'

import { stopPooledChildren } from '../../../../quality-control/probes/child-pool/child-pool'
import { probeBytes } from '../../../support/probe-file'

afterAll(stopPooledChildren)

const [width, height] = [2400, 1800]
const line = (x: number, y: number, size: number, text: string) =>
  `<text x="${x}" y="${y}" font-family="DejaVu Sans" font-size="${size}">${text}</text>`

/** Stripes one pixel wide above the word: only the file's own pixels show them. */
const stripes = Array.from(
  { length: 40 },
  (_, index) => `<rect x="${800 + index * 2}" y="454" width="1" height="20"/>`,
)

/** Stored on its side: EXIF turns it. */
function poster(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#fff"/>${stripes.join('')}
    ${line(700, 560, 90, 'Refreshng')}${line(200, 1200, 90, 'The first morning of the long summer')}</svg>`
  const stored = sharp(Buffer.from(svg)).rotate(270).flatten()
  return stored.jpeg({ quality: 92 }).withMetadata({ orientation: 6 }).toBuffer()
}

test('the close-up of a word that may be misspelled shows the pixels of the file', async () => {
  const { previews, previewDir, facts } = await probeBytes(await poster(), {
    name: 'poster.jpg',
    wants: ['text'],
  })
  expect(facts.text?.words.find(({ text }) => text === 'Refreshng')?.suggestions).toContain('Refreshing')
  const [detail] = previews.filter(({ kind }) => kind === 'detail')
  const box = detail?.box ?? { x: 0, y: 0, width: 0, height: 0 }
  expect(detail?.widthPixels).toBeCloseTo(box.width * width, -1)
  expect(detail?.heightPixels).toBeCloseTo(box.height * height, -1)
  const part = { left: 800 - Math.round(box.x * width), top: 458 - Math.round(box.y * height) }
  const { data } = await sharp(join(previewDir, detail?.file ?? ''))
    .extract({ ...part, width: 80, height: 8 })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const steps = [...data.subarray(1, 78)].map((luma, index) => Math.abs(luma - (data[index] ?? 0)))
  expect(Math.min(...steps)).toBeGreaterThan(80)
})
