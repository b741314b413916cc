import sharp from 'sharp'

import { mayHoldCode, mayHoldText } from '../../../../quality-control/probes/text/may-hold-text'
import { languages, seededAsset } from '../../../corpus/text/seeded-assets'
import { renderAsset } from '../../../corpus/text/render-asset'

const holdsText = async (image: sharp.Sharp) => mayHoldText(await grey(image))
const holdsCode = async (image: sharp.Sharp) => mayHoldCode(await grey(image))

async function grey(image: sharp.Sharp) {
  const { data, info } = await sharp(await image.png().toBuffer())
    .flatten({ background: 'white' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { luma: data, width: info.width, height: info.height }
}

const svg = (body: string, [width, height] = [1500, 1000]) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
        `<rect width="${width}" height="${height}" fill="#fff"/>${body}</svg>`,
    ),
  )
const text = (words: string, style: string) => `<text x="60" y="800" ${style}>${words}</text>`

test('no image of the seeded text is taken for an image without text', async () => {
  const images = Array.from({ length: 2 * languages.length }, (_, index) => seededAsset(index * 7).clean)
  const rendered = await Promise.all(images.filter(({ kind }) => !kind.startsWith('PDF')).map(renderAsset))
  expect(rendered.length).toBeGreaterThan(8)
  expect(await Promise.all(rendered.map(({ bytes }) => holdsText(sharp(bytes))))).toEqual(
    rendered.map(() => true),
  )
})

test.each([
  ['a short word across the image', svg(text('SALE', 'font-size="560" font-weight="bold"'))],
  ['two letters', svg(text('Hi', 'font-size="40"'))],
  ['the smallest print', svg(text('Terms and conditions apply', 'font-size="10"'))],
  ['pale grey on white', svg(text('Only while stocks last', 'font-size="24" fill="#dcdcdc"'))],
  ['letters that were enlarged', svg(text('Fresh bread', 'font-size="16"'), [300, 900]).resize(900)],
])('%s may hold text', async (_name, image) => expect(await holdsText(image)).toBe(true))

test.each([
  ['a flat image', svg('')],
  ['a shape', svg('<circle cx="700" cy="500" r="300" fill="#123"/>')],
  ['a rule and a frame', svg('<path d="M0 700H1500M90 90H1400V900H90z" stroke="#000" fill="none"/>')],
  [
    'soft shapes with grain',
    sharp({
      create: {
        width: 60,
        height: 40,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 30 },
      },
    }).resize(1500, 1000),
  ],
])('%s holds neither text nor a code', async (_name, image) => expect(await holdsCode(image)).toBe(false))

test.each([0, 90, 180, 270])('a bar code turned by %i degrees may be a code', async (degrees) => {
  const bars = [0, 3, 7, 9, 15, 18, 22].map((x) => `<path d="M${x * 4} 0h6v20h-6z"/>`)
  const turned = svg(`<g transform="translate(700 500) rotate(${degrees})">${bars.join('')}</g>`)
  expect(await holdsCode(turned)).toBe(true)
})
