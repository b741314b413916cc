import sharp from 'sharp'

import { stopPooledChildren } from '../../../../quality-control/probes/child-pool/child-pool'
import { probeBytes } from '../../../support/probe-file'

afterAll(stopPooledChildren)

const legal = [
  'Offer valid in participating stores only until the end of March.',
  'Terms and conditons apply. See our website for details.',
]
const [width, height, size] = [3600, 2500, 32]
const line = (y: number, fontSize: number, text: string) =>
  `<text x="220" y="${y}" font-family="DejaVu Sans" font-size="${fontSize}">${text}</text>`

function poster(ink: string, paper: string): Promise<Buffer> {
  const print = legal.map((text, index) => line(2200 + index * 48, size, text))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" fill="${ink}">
    <rect width="100%" height="100%" fill="${paper}"/>${line(700, 200, 'Summer sale')}${print.join('')}</svg>`
  return sharp(Buffer.from(svg)).png({ compressionLevel: 1 }).toBuffer()
}

test.each([
  ['dark on light', '#222', '#f2efe6'],
  ['light on dark', '#eee', '#112233'],
])('the small print of a large artwork is read, %s', async (_, ink, paper) => {
  const { facts } = await probeBytes(await poster(ink, paper), { name: 'a.png', wants: ['text'] })
  const words = facts.text?.words ?? []
  const text = words.map((word) => word.text).join(' ')
  for (const one of [...legal, 'sale']) expect(text).toContain(one)
  const wrong = words.find((word) => word.text.startsWith('conditons'))
  expect(wrong?.suggestions).toContain('conditions')
  expect(wrong?.y).toBeCloseTo((2200 + 48 - 0.76 * size) / height, 2)
  expect(wrong?.height).toBeCloseTo((0.76 * size) / height, 2)
})
