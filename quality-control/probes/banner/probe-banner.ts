import type { BannerFacts } from '../../facts/banner'
import { sizeText } from '../../size-text'
import { runInChild } from '../child-pool/child-pool'
import type { Probe, ProbedMedium } from '../probe-types'
import { probeRendering } from './probe-rendering'

/**
 * Facts of an HTML5 banner, read in a child with limits. It is played in a browser only where a check wants
 * its frames.
 */
export const probeBanner: Probe = async (input) => {
  const { path, signal, limits, onProgress } = input
  onProgress({ phase: 'banner' })
  const outcome = await runInChild('banner', { path }, { signal, ...limits })
  if ('killedFor' in outcome) return unreadable(outcome.message)
  const { integrity, banner } = outcome.answer
  if (banner === undefined) return { ...unreadable(''), facts: { integrity } }
  if (banner.entry === undefined) return withoutPage
  const technicalFacts = describe(banner)
  if (!input.wants.has('rendering'))
    return { ...unreadable(''), facts: { integrity, banner }, technicalFacts }
  const { facts, described, ...rendered } = await probeRendering(input, banner.entry, banner.size)
  return {
    ...unreadable(''),
    ...rendered,
    facts: { integrity, banner, ...facts },
    technicalFacts: [...technicalFacts, described],
  }
}

function unreadable(message: string): ProbedMedium {
  const integrity = { isDecodable: false, errorCount: 1, errors: [message] }
  return { facts: { integrity }, problems: {}, previews: [], technicalFacts: [], tools: [] }
}

const noPage = 'The ZIP archive contains no web page. Deliver an HTML5 banner with its index.html.'
const withoutPage: ProbedMedium = {
  ...{ facts: {}, previews: [], technicalFacts: [], tools: [] },
  problems: { integrity: noPage, banner: noPage },
}

function describe(banner: BannerFacts): ProbedMedium['technicalFacts'] {
  const { entry, size, sizeText: stated, fileCount, unpackedBytes, initialBytes, files } = banner
  const largest = files.toSorted((one, other) => other.bytes - one.bytes).slice(0, 5)
  return [
    { label: 'Page', value: entry ?? '' },
    {
      label: 'Size',
      value:
        size === undefined ? (stated ?? 'not stated') : `${size.widthPixels} × ${size.heightPixels} pixels`,
    },
    { label: 'Files', value: `${fileCount}, ${sizeText(unpackedBytes)} unpacked` },
    { label: 'Initial load', value: sizeText(initialBytes) },
    {
      label: 'Largest files',
      value: largest.map(({ path, bytes }) => `${path} ${sizeText(bytes)}`).join(', '),
    },
  ]
}
