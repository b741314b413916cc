import { setTimeout as sleep } from 'node:timers/promises'

import type { Browser } from './browser'
import { textIn, valueIn } from './json'

export interface Played {
  /** PNG images. */
  first: Buffer
  last: Buffer
  isMoving: boolean
}

/** Below the 500 ms from which GreenSock's clock takes a jump for a pause. */
const stepMs = 400
/** From this time without a change on, its timers run ahead. */
const stillMs = 2000
/** A page draws its first frame a moment after it has loaded. */
const settleMs = 250

/**
 * Plays the page that is open for some seconds of its own time. What moves is watched in real time. A page
 * that stands still has its timers brought forward in steps, so a still banner does not take half a minute.
 */
export async function playPage(browser: Browser, session: string, seconds: number): Promise<Played> {
  const page = new PlayingPage(browser, session)
  await sleep(settleMs)
  const first = await page.capture()
  while (page.playedMs < seconds * 1000) await page.step()
  const last = await page.capture()
  let isMoving = false
  const end = page.playedMs + 1000
  while (!isMoving && page.playedMs < end) {
    await page.step()
    isMoving = !last.equals(await page.capture())
  }
  return { first, last, isMoving }
}

class PlayingPage {
  playedMs = settleMs
  private unchangedMs = 0
  private shown: Buffer | undefined
  /** The browser cannot go back to real time: from then on both clocks are moved together. */
  private hasOwnTime = false

  constructor(
    private readonly browser: Browser,
    private readonly session: string,
  ) {}

  async step(): Promise<void> {
    const startedAt = performance.now()
    const isStill = this.unchangedMs >= stillMs
    this.hasOwnTime ||= isStill
    if (this.hasOwnTime) await this.moveTimers()
    // Styles and frames keep the real time.
    if (!isStill) await sleep(stepMs)
    const image = await this.capture()
    const passedMs = this.hasOwnTime ? stepMs : performance.now() - startedAt
    const hasChanged = this.shown?.equals(image) !== true || (await this.isAnimated())
    this.shown = image
    this.unchangedMs = hasChanged ? 0 : this.unchangedMs + passedMs
    this.playedMs += passedMs
  }

  async capture(): Promise<Buffer> {
    const params = { format: 'png', optimizeForSpeed: true }
    const answer = await this.browser.send('Page.captureScreenshot', params, this.session)
    return Buffer.from(textIn(answer, 'data'), 'base64')
  }

  /** Timers that are due within a step run at once. */
  private async moveTimers(): Promise<void> {
    const passed = this.browser.next('Emulation.virtualTimeBudgetExpired')
    const policy = { policy: 'advance', budget: stepMs, maxVirtualTimeTaskStarvationCount: 1000 }
    await Promise.all([passed, this.browser.send('Emulation.setVirtualTimePolicy', policy, this.session)])
  }

  /** A style or film may wait or move out of sight. */
  private async isAnimated(): Promise<boolean> {
    const params = { expression: animated, returnByValue: true }
    const answer = await this.browser.send('Runtime.evaluate', params, this.session)
    return valueIn(answer, 'result', 'value') === true
  }
}

const animated =
  'document.getAnimations().some((one) => one.playState === "running") || ' +
  '[...document.querySelectorAll("video")].some((one) => !one.paused && !one.ended)'
