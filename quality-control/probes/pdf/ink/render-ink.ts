import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'

import type { PdfInk, PdfPage } from '../../../facts/pdf'
import type { ProbeInput } from '../../probe-types'
import { runTool } from '../../run-tool'
import { cmykTiff } from './cmyk-tiff'
import { inkReach } from './ink-reach'
import { measureInk } from './measure-ink'
import { withRegistrationInks } from './registration-inks'
import type { PdfObjects } from '../structure/pdf-objects'
import { toolErrors, toolOptions } from '../structure/read-structure'
import { type ShownBox, shownBox } from '../structure/shown-box'

export interface InkResult {
  /** By page number. */
  inks: Map<number, PdfInk>
  /** The error messages of the renderer. */
  errors: string[]
  /** Why pages were not measured, one sentence each. */
  gaps: string[]
}

/** The cost per page is that of rendering it. */
const maxRenderedPages = 64
const pagesPerRun = 16
const usualPixelsPerInch = 72
/**
 * Larger pages are rendered at a lower resolution: at the 36 ppi of an A0 poster, a spot of 1 mm² still has
 * a pixel of its own.
 */
const maxPixelsPerPage = 6_000_000

/**
 * Renders the pages with process or spot inks into CMYK, overprints included, and measures their ink
 * coverage. RGB defines no inks before it is separated, so pages in RGB only are not rendered.
 */
export async function renderInk(
  input: ProbeInput,
  objects: PdfObjects,
  pages: PdfPage[],
  heavy: ReadonlyMap<number, string>,
): Promise<InkResult> {
  const inked = pages.filter(
    ({ page, colours }) =>
      !heavy.has(page) &&
      colours.some(({ space }) => space === 'cmyk' || space === 'spot' || space === 'registration'),
  )
  const result: InkResult = { inks: new Map(), errors: [], gaps: [] }
  const hasRegistration = pages.some(({ registration }) => registration.length > 0)
  const path = hasRegistration ? await withRegistrationInks(input, objects) : input.path
  if (path === undefined) result.gaps.push('Registration colour was measured by its screen colour.')
  for (const run of runsOf(inked.slice(0, maxRenderedPages), input.limits.maxPixels))
    await renderRun({ ...input, path: path ?? input.path }, run, result)
  if (inked.length > maxRenderedPages)
    result.gaps.push(`Ink coverage was measured on the first ${maxRenderedPages} of ${inked.length} pages.`)
  return result
}

interface Run {
  pages: PdfPage[]
  /** For poppler, which leaves the page's UserUnit out. */
  resolution: number
}

/** Consecutive pages of one resolution: one run of pdftoppm each. */
function runsOf(pages: PdfPage[], maxPixels: number): Run[] {
  const runs: Run[] = []
  for (const page of pages) {
    const { left, right, bottom, top } = page.boxes.media
    const pixels = Math.min(maxPixelsPerPage, maxPixels)
    const fitting = 72 * Math.sqrt(pixels / Math.max(1, (right - left) * (top - bottom)))
    const pixelsPerInch = Math.min(usualPixelsPerInch, Math.round(fitting * 100) / 100)
    const resolution = pixelsPerInch * page.userUnit
    const run = runs.at(-1)
    const follows =
      run?.pages.at(-1)?.page === page.page - 1 &&
      run.resolution === resolution &&
      run.pages.length < pagesPerRun
    if (run !== undefined && follows) run.pages.push(page)
    else runs.push({ pages: [page], resolution })
  }
  return runs
}

async function renderRun(input: ProbeInput, { pages, resolution }: Run, result: InkResult) {
  const [first, last] = [pages[0]?.page ?? 1, pages.at(-1)?.page ?? 1]
  input.onProgress({ phase: 'measuring ink coverage' })
  const range = ['-f', String(first), '-l', String(last), '-r', String(resolution)]
  // Without anti-aliasing the inks are exactly those of the page, and rendering is faster.
  const args = [
    '-overprint',
    '-tiff',
    '-tiffcompression',
    'none',
    '-aa',
    'no',
    '-aaVector',
    'no',
    ...range,
    input.path,
    'ink',
  ]
  const { killedFor, stderr } = await runTool('pdftoppm', args, toolOptions(input))
  result.errors.push(...toolErrors(stderr, input.path))
  if (killedFor === 'timeout')
    result.gaps.push(`Pages ${first} to ${last} took too long to render: their ink coverage is not known.`)
  const files = new Map(
    (await readdir(input.scratchDir)).map((file) => [Number(/^ink-(\d+)\.tif$/.exec(file)?.[1] ?? 0), file]),
  )
  if (killedFor === 'crash')
    result.gaps.push(`Pages ${first} to ${last} crash the renderer: their ink coverage is not known.`)
  for (const page of pages) {
    const file = files.get(page.page)
    const { media, crop, bleed } = page.boxes
    const { left, bottom, right, top } = bleed.origin === 'default' ? crop : bleed
    const area = shownBox(page, [
      [left, bottom],
      [right, top],
    ])
    if (file === undefined || area === undefined) continue
    const width =
      (page.rotationDegrees % 180 === 0 ? media.right - media.left : media.top - media.bottom) / 72
    const image = cmykTiff(await readFile(join(input.scratchDir, file)))
    const measured = measureInk(image, area, image.width / width)
    const trim = trimOf(page)
    const reach = trim && { reachMm: inkReach(image, trim, image.width / width) }
    result.inks.set(page.page, { ...measured, ...reach })
    await rm(join(input.scratchDir, file))
    await nextTurn()
  }
}

/** In fractions of the shown page; undefined when the file states no trim box. */
function trimOf(page: PdfPage): ShownBox | undefined {
  const { left, bottom, right, top, origin } = page.boxes.trim
  if (origin === 'default') return undefined
  return shownBox(page, [
    [left, bottom],
    [right, top],
  ])
}
