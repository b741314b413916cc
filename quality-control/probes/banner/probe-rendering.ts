import type { Facts } from '../../facts/facts'
import { runInOwnChild } from '../child-pool/child-pool'
import type { ProbedMedium, ProbeInput } from '../probe-types'
import { findBrowser } from './find-browser'

export interface ProbedRendering extends Pick<ProbedMedium, 'previews' | 'tools'> {
  facts: Pick<Facts, 'rendering'>
  described: { label: string; value: string }
}

/** Loading, half a minute of playing, and a slow host. */
const longestMs = 150_000
/** Below the time-out of the child: a browser that is slow is nothing that the host has done. */
const shareOfTimeout = 0.8
const heartbeatMs = 2000
const maxSidePixels = 2000
/** Where the page states no size: the widest banners. */
const usualSize = { widthPixels: 970, heightPixels: 600 }

/** First and last frame of a banner, where this host has a browser. Throws on cancel and on an accident. */
export async function probeRendering(
  { path, signal, limits, onProgress, scratchDir, previewDir }: ProbeInput,
  entry: string,
  size = usualSize,
): Promise<ProbedRendering> {
  const { searchPath } = limits
  const executable = await findBrowser(searchPath)
  if (executable === undefined) return withoutFrames('this host has no Chromium')
  const beat = setInterval(() => onProgress({ phase: 'frames' }), heartbeatMs)
  const timeoutMs = Math.min(longestMs, limits.timeoutMs * shareOfTimeout)
  const shown = {
    widthPixels: Math.min(size.widthPixels, maxSidePixels),
    heightPixels: Math.min(size.heightPixels, maxSidePixels),
  }
  try {
    const outcome = await runInOwnChild(
      'rendering',
      { path, entry, size: shown, executable, searchPath, scratchDir, previewDir, timeoutMs },
      { signal, ...limits },
    )
    if ('killedFor' in outcome) return withoutFrames(outcome.message)
    const { answer } = outcome
    if ('failure' in answer) return withoutFrames(answer.failure)
    const { rendering, version } = answer
    const [first, last] = ['First frame', `Last frame, after ${rendering.seconds} s`]
    return {
      facts: { rendering },
      previews: answer.previews.map((one) => ({ ...one, alt: one.file === 'first.jpg' ? first : last })),
      tools: [{ name: 'chromium', version }],
      described: { label: 'Frames', value: `rendered, the last one after ${rendering.seconds} s` },
    }
  } finally {
    clearInterval(beat)
  }
}

function withoutFrames(reason: string): ProbedRendering {
  return {
    facts: { rendering: { notRendered: reason } },
    ...{ previews: [], tools: [] },
    described: { label: 'Frames', value: `not rendered: ${reason}` },
  }
}
