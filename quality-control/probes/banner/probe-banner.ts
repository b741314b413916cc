import type { BannerFacts } from '../../facts/banner'
import { sizeText } from '../../size-text'
import { runInChild } from '../child-pool/child-pool'
import type { Probe, ProbedMedium } from '../probe-types'

/** Facts of an HTML5 banner, read in a child with limits. Nothing of it is run, and nothing is loaded. */
export const probeBanner: Probe = async ({ path, signal, limits, onProgress }) => {
  onProgress({ phase: 'banner' })
  const outcome = await runInChild('banner', { path }, { signal, ...limits })
  if ('killedFor' in outcome) return unreadable(outcome.message)
  const { integrity, banner } = outcome.answer
  if (banner === undefined) return { ...unreadable(''), facts: { integrity } }
  if (banner.pages.length === 0) return withoutPage
  return { ...unreadable(''), facts: { integrity, banner }, technicalFacts: describe(banner) }
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
