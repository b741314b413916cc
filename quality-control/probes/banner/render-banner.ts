import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

import type { BannerRendering } from '../../facts/rendering'
import { rethrowAccident } from '../host-accident'
import type { WrittenPreview } from '../image/write-previews'
import { Browser } from './browser'
import { textIn } from './json'
import { playPage } from './play-page'
import { readArchive } from './read-archive'
import { origin, serveFiles } from './serve-files'

export interface RenderingJob {
  path: string
  /** Path of the page in the archive. */
  entry: string
  size: { widthPixels: number; heightPixels: number }
  /** Absolute path of a Chromium. */
  executable: string
  searchPath: string
  scratchDir: string
  previewDir: string
  timeoutMs: number
}

export type RenderingAnswer =
  { failure: string } | { rendering: BannerRendering; version: string; previews: WrittenPreview[] }

/** Google Ads and IAB: animations end after 30 seconds. */
const seconds = 30
const thumbnailPixels = 240

/** Plays a banner in a browser and keeps its first and last frame. In a child of its own, without network. */
export async function renderBanner(job: RenderingJob): Promise<RenderingAnswer> {
  const folder = join(job.scratchDir, 'browser')
  await mkdir(folder, { recursive: true })
  const browser = Browser.start({ ...job, folder })
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<RenderingAnswer>((resolve) => {
    const failure = `it took longer than ${job.timeoutMs / 1000} s`
    timer = setTimeout(() => resolve({ failure }), job.timeoutMs)
  })
  try {
    return await Promise.race([late, rendered(browser, job)])
  } catch (error) {
    rethrowAccident(error)
    return { failure: error instanceof Error ? error.message : String(error) }
  } finally {
    clearTimeout(timer)
    await browser.close()
  }
}

async function rendered(browser: Browser, job: RenderingJob): Promise<RenderingAnswer> {
  const archive = await readArchive(job.path)
  if ('failure' in archive) return archive
  const files = archive.entries.filter(({ isFolder, isLink }) => !isFolder && !isLink)
  const contents = new Map(files.map(({ path, content }) => [path, content ?? Buffer.alloc(0)]))
  const version = /[\d.]+/.exec(textIn(await browser.send('Browser.getVersion'), 'product'))?.[0] ?? 'unknown'
  const session = await openPage(browser, job)
  const errors = await listenForErrors(browser, session)
  const asked = await serveFiles(browser, session, contents)
  const loaded = browser.next('Page.loadEventFired')
  const url = `${origin}/${job.entry.split('/').map(encodeURIComponent).join('/')}`
  await Promise.all([loaded, browser.send('Page.navigate', { url }, session)])
  const { first, last, isMoving } = await playPage(browser, session, seconds)
  const [isFirstBlank, isLastBlank] = [await isBlank(first), await isBlank(last)]
  const previews = await writeFrames(first, last, job.previewDir)
  return {
    rendering: { isFirstBlank, isLastBlank, seconds, isMoving, ...asked, errors },
    ...{ version, previews },
  }
}

async function openPage(browser: Browser, { size }: RenderingJob): Promise<string> {
  const target = await browser.send('Target.createTarget', { url: 'about:blank' })
  const targetId = textIn(target, 'targetId')
  const attached = await browser.send('Target.attachToTarget', { targetId, flatten: true })
  const session = textIn(attached, 'sessionId')
  const shape = { width: size.widthPixels, height: size.heightPixels, deviceScaleFactor: 1, mobile: false }
  await browser.send('Emulation.setDeviceMetricsOverride', shape, session)
  await browser.send('Browser.setDownloadBehavior', { behavior: 'deny' })
  await browser.send('Page.enable', {}, session)
  browser.listen((event) => {
    if (event !== 'Page.javascriptDialogOpening') return
    browser.send('Page.handleJavaScriptDialog', { accept: false }, session).catch(() => undefined)
  })
  return session
}

/** What stopped a script; a promise that nobody waits for stops none. */
async function listenForErrors(browser: Browser, session: string): Promise<string[]> {
  const errors: string[] = []
  browser.listen((event, params) => {
    if (event !== 'Runtime.exceptionThrown' || errors.length >= 10) return
    const details = 'exceptionDetails'
    const text = textIn(params, details, 'exception', 'description') || textIn(params, details, 'text')
    const line = text.split('\n')[0]?.slice(0, 200) ?? ''
    const isPromise = textIn(params, details, 'text').includes('in promise')
    if (!isPromise && !errors.includes(line)) errors.push(line)
  })
  await browser.send('Runtime.enable', {}, session)
  return errors
}

/** A frame around the banner, which ad servers demand of white ones, shows nothing. */
const framePixels = 3
/** Levels between which one colour is taken for another. */
const visibleDifference = 16
/** A single short word covers more. */
const minShownShare = 0.001

async function isBlank(png: Buffer): Promise<boolean> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const ground = data.subarray((framePixels * width + framePixels) * channels)
  let shown = 0
  for (let y = framePixels; y < height - framePixels; y++)
    for (let x = framePixels; x < width - framePixels; x++) {
      const at = (y * width + x) * channels
      let difference = 0
      for (let i = 0; i < channels; i++)
        difference = Math.max(difference, Math.abs((data[at + i] ?? 0) - (ground[i] ?? 0)))
      if (difference > visibleDifference) shown++
    }
  return shown < minShownShare * width * height
}

async function writeFrames(first: Buffer, last: Buffer, previewDir: string): Promise<WrittenPreview[]> {
  const jpeg = (png: Buffer) => sharp(png).removeAlpha().jpeg({ quality: 85 })
  const small = { fit: 'inside', withoutEnlargement: true } as const
  const frames = [
    { file: 'first.jpg', kind: 'image' as const, image: jpeg(first) },
    { file: 'last.jpg', kind: 'image' as const, image: jpeg(last) },
    {
      ...{ file: 'thumbnail.jpg', kind: 'thumbnail' as const },
      image: jpeg(last).resize(thumbnailPixels, thumbnailPixels, small),
    },
  ]
  const written: WrittenPreview[] = []
  for (const { file, kind, image } of frames) {
    const { width, height } = await image.toFile(join(previewDir, file))
    written.push({ file, kind, widthPixels: width, heightPixels: height })
  }
  return written
}
