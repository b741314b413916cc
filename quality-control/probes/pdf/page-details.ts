import { join } from 'node:path'

import type { Word } from '../../facts/text'
import { surroundings } from '../../surroundings'
import type { Preview, ProbeInput } from '../probe-types'
import { runTool } from '../run-tool'
import { type TextArea, wordsToEnlarge } from '../text/words-to-enlarge'
import { jpegSize } from './render-previews'
import { toolOptions } from './structure/read-structure'
import type { TreePage } from './structure/page-tree'

/** Each is a run of the renderer. */
const maxDetails = 6
const maxPixelsPerInch = 300
/** Three pixels of the page for one of the report. */
const maxWidth = 1260

/** Close-ups of the words that may be misspelled, rendered from the page itself. */
export async function pageDetails(
  input: ProbeInput,
  pages: readonly TreePage[],
  words: readonly Word[],
  heavy: ReadonlyMap<number, string>,
): Promise<Preview[]> {
  const details: Preview[] = []
  for (const area of wordsToEnlarge(words, { isOnlySuspects: true }).slice(0, maxDetails)) {
    const page = pages.find((one) => one.page === area.page)
    if (page === undefined || heavy.has(area.page)) continue
    const detail = await render(input, page, area, `detail-${details.length + 1}`)
    if (detail !== undefined) details.push(detail)
  }
  return details
}

async function render(
  input: ProbeInput,
  { page, boxes: { media }, rotationDegrees, userUnit }: TreePage,
  area: TextArea,
  name: string,
): Promise<Preview | undefined> {
  const sides = [media.right - media.left, media.top - media.bottom] as const
  const [width, height] = rotationDegrees % 180 === 0 ? sides : [sides[1], sides[0]]
  const points = { x: area.x * width, y: area.y * height }
  const size = { width: area.width * width, height: area.height * height }
  const part = surroundings({ ...points, ...size }, { width, height })
  // Poppler leaves the page's UserUnit out.
  const scale = Math.min(maxWidth / part.width, (maxPixelsPerInch * userUnit) / 72)
  const [left, top, across, down] = [part.x, part.y, part.width, part.height].map((length) =>
    String(Math.round(length * scale)),
  )
  const place = ['-x', left ?? '', '-y', top ?? '', '-W', across ?? '', '-H', down ?? '']
  const range = ['-f', String(page), '-l', String(page), '-singlefile', '-r', (scale * 72).toFixed(3)]
  const output = ['-jpeg', '-jpegopt', 'quality=78,optimize=n', input.path, join(input.previewDir, name)]
  await runTool('pdftoppm', [...range, ...place, ...output], toolOptions(input))
  const pixels = await jpegSize(join(input.previewDir, `${name}.jpg`))
  if (pixels === undefined) return undefined
  const box = {
    ...{ x: part.x / width, y: part.y / height },
    ...{ width: part.width / width, height: part.height / height },
  }
  return { file: `${name}.jpg`, kind: 'detail', ...pixels, page, box, alt: `Page ${page}` }
}
