import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'

import { catalogue } from '../../../quality-control/checks/catalogue'
import { stopPooledChildren } from '../../../quality-control/probes/child-pool/child-pool'
import { renderReport } from '../../../quality-control/report/render-report'
import { checkFile } from '../../../quality-control/check-file'
import { badVideo } from '../../../sandbox/samples/video'
import { badImage, goodImage } from '../../../sandbox/samples/image'
import { badPrintAd } from '../../../sandbox/samples/write-pdf'
import type { Report } from '../../../workflows/contract'
import { openBrowser } from '../../support/browser'
import { localCheck } from '../../support/local-check'

jest.setTimeout(120_000)

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

const folder = mkdtempSync(join(tmpdir(), 'qc-reports-'))
let browser: Browser
let page: Page
let requests: string[]
let complaints: string[]

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
  page.on('request', (request) => requests.push(request.url()))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
})
afterAll(async () => {
  await browser.close()
  stopPooledChildren()
  rmSync(folder, { recursive: true })
})

interface Kind {
  kind: string
  file: string
  content: () => Promise<Buffer> | Buffer
  /** What the page has to say, in the order in which it is read. */
  says: string[]
  verdict: Report['verdict']
  /** A host on which no tool is installed. */
  hasNoTools?: boolean
}

const kinds: Kind[] = [
  {
    kind: 'a good image',
    file: 'Summer Breeze.jpg',
    content: () =>
      goodImage({ headline: 'Summer Breeze', line: 'Fresh as the first morning' }, ['#0b3d5c', '#1f8a8a']),
    says: [
      'Pass',
      'Summer Breeze.jpg',
      'Ready to use by the profile “Static, general”.',
      'How the score is calculated',
    ],
    verdict: 'pass',
  },
  {
    kind: 'a bad image with a hostile name',
    file: '<img src=x onerror=alert(1)> & “draft”.jpg',
    content: badImage,
    says: [
      'Fail',
      '<img src=x onerror=alert(1)>',
      'What to do',
      'Placeholder text is left',
      'Image',
      'Findings',
    ],
    verdict: 'fail',
  },
  {
    kind: 'a bad PDF',
    file: 'Print ad.pdf',
    content: badPrintAd,
    says: ['Fail', 'What to do', 'Pages', 'Page 1', 'Findings', 'Fonts are not embedded', 'Technical facts'],
    verdict: 'fail',
  },
  {
    kind: 'a bad video',
    file: 'rough cut.mp4',
    content: async () => {
      await badVideo(folder, join(folder, 'video.mp4'))
      return readFileSync(join(folder, 'video.mp4'))
    },
    says: [
      'Fail',
      'What to do',
      'Video flashes dangerously',
      'Timeline',
      'Black',
      'Short-term loudness',
      'Findings',
      'not a certificate',
    ],
    verdict: 'fail',
  },
  {
    kind: 'a rejected file',
    file: 'broken.mp4',
    content: () => Buffer.from('%PDF-1.7 this is no video'),
    says: ['Fail', 'broken.mp4', 'This file could not be checked.', 'Why', 'upload it again', 'Provenance'],
    verdict: 'fail',
  },
  {
    kind: 'an image that could not be checked',
    file: 'unread.jpg',
    content: () => goodImage({ headline: 'Unread', line: 'Nobody can read this' }, ['#1b3d1c', '#2f8a4a']),
    says: ['Not checked', 'n/a', 'A required check could not run', 'could not run'],
    verdict: 'error',
    hasNoTools: true,
  },
]

/** An A4 page within the report's margins, in CSS pixels. */
const printed = { width: 703, height: 1009 }

interface Sight {
  sight: string
  viewport: { width: number; height: number }
  media: 'screen' | 'print'
  colorScheme?: 'dark' | 'light'
}

const sights: Sight[] = [
  { sight: 'on a desk', viewport: { width: 1280, height: 900 }, media: 'screen' },
  { sight: 'on a phone', viewport: { width: 360, height: 740 }, media: 'screen' },
  { sight: 'in the dark', viewport: { width: 1280, height: 900 }, media: 'screen', colorScheme: 'dark' },
  { sight: 'in print', viewport: printed, media: 'print' },
]

describe.each(kinds)('the report on $kind', (kind) => {
  let url: string

  // Loaded once: the sights of it are changed on the open page.
  beforeAll(async () => {
    requests = []
    complaints = []
    url = await reportOn(kind)
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
    await page.goto(url)
    await page.evaluate(axeSource)
  })

  test.each(sights)(
    '$sight: nothing for axe to find, nothing wider than the page, no request, no complaint',
    async ({ viewport, media, colorScheme = 'light' }) => {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ media, colorScheme })
      const { violations, passes } = await page.evaluate<AxeResults>('axe.run()')

      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
      expect(passes.length).toBeGreaterThan(10)
      expect(
        await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth'),
      ).toBeLessThanOrEqual(0)
      expect(requests.filter((one) => one !== url && !one.startsWith('data:'))).toEqual([])
      expect(complaints).toEqual([])
    },
  )

  test('has a summary that fits one printed page', async () => {
    await page.setViewportSize(printed)
    await page.emulateMedia({ media: 'print' })
    const box = await page.locator('.first-page').boundingBox()
    expect(box?.height).toBeLessThan(printed.height)
  })

  test.each([390, 1280])('at %i px sets no number over what a frame marks', async (width) => {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
    const boxesOf = (selector: string) => page.locator(selector).evaluateAll(rectangles)
    const numbers = await boxesOf('.marks .badge path')
    const frames = await boxesOf('.marks .mark')
    const covered = numbers.filter((number) => frames.some((frame) => overlap(number, frame)))
    expect(covered).toEqual([])
    expect(
      numbers.flatMap((one, index) => numbers.slice(index + 1).filter((two) => overlap(one, two))),
    ).toEqual([])
  })

  test('says what it has to say, in that order', async () => {
    await page.emulateMedia({ media: 'screen' })
    const text = (await page.textContent('main')) ?? ''
    let from = 0
    for (const words of kind.says) {
      const at = text.indexOf(words, from)
      expect({ words, isThere: at !== -1 }).toEqual({ words, isThere: true })
      from = at + words.length
    }
  })

  test('links only to parts of itself', async () => {
    for (const link of await page.locator('a').all())
      expect(await page.locator((await link.getAttribute('href')) ?? '').count()).toBe(1)
  })

  test('in print shows what is folded on the screen', async () => {
    await page.emulateMedia({ media: 'print' })
    const heights = await Promise.all(
      (await page.locator('details li, details dd').all()).map((one) => one.boundingBox()),
    )
    const hidden = heights.filter((box) => box === null || box.height === 0).length
    expect(hidden).toBe(0)
  })
})

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Runs in the page. */
function rectangles(elements: { getBoundingClientRect: () => Box }[]): Box[] {
  return elements.map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    return { left, top, right, bottom }
  })
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

async function reportOn({ file, content, verdict, hasNoTools = false }: Kind): Promise<string> {
  const path = join(folder, file)
  await writeFile(path, await content())
  const { limits, generalProfile } = localCheck(hasNoTools ? { searchPath: '/nonexistent' } : {})
  const profile = await generalProfile(path)
  const { report, previews } = await checkFile(path, {
    profile,
    catalogue: catalogue(),
    limits,
    signal: new AbortController().signal,
  })
  expect(report.verdict).toBe(verdict)
  const target = join(folder, `report ${kinds.findIndex((one) => one.file === file)}.html`)
  await writeFile(target, renderReport(report, previews))
  return pathToFileURL(target).href
}
