import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Profile } from '../../../quality-control/profile'
import { type LocalCheck, localCheck } from '../../support/local-check'
import { renderAsset } from './render-asset'
import { type SeededAsset, seededAsset } from './seeded-assets'

/** What the spelling check said about one asset. */
export interface Outcome {
  asset: SeededAsset
  /** Whether it reported the planted word; undefined for a clean twin. */
  isFound?: boolean
  /** Reported words that nobody planted. */
  falseWords: string[]
  /** Why nothing was judged, such as a missing dictionary. */
  notJudged?: string
  seconds: number
}

/** Each number twice: with its planted word, and clean. */
export async function measureAssets(
  numbers: readonly number[],
  onOutcome: (outcome: Outcome) => void = () => undefined,
): Promise<Outcome[]> {
  const local = localCheck()
  const folder = await mkdtemp(join(tmpdir(), 'qc-text-'))
  const outcomes: Outcome[] = []
  try {
    for (const number of numbers) {
      const { clean, faulty } = seededAsset(number)
      for (const asset of [faulty, clean]) {
        const outcome = await measure(asset, folder, local)
        onOutcome(outcome)
        outcomes.push(outcome)
      }
    }
    return outcomes
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function measure(
  asset: SeededAsset,
  folder: string,
  { check, profiles }: LocalCheck,
): Promise<Outcome> {
  const { name, bytes } = await renderAsset(asset)
  const path = join(folder, name)
  await writeFile(path, bytes)
  const started = performance.now()
  const { results } = await check(path, spellingOnly(profiles))
  const seconds = (performance.now() - started) / 1000
  const result = results.find(({ check: id }) => id === 'copy/spelling')
  const words = (result?.findings ?? []).map(({ measured = '' }) => measured.toLowerCase())
  const planted = asset.typo?.written.toLowerCase()
  const isPlanted = (word: string) => planted !== undefined && word.includes(planted)
  return {
    asset,
    ...(planted === undefined ? {} : { isFound: words.some(isPlanted) }),
    falseWords: words.filter((word) => !isPlanted(word)),
    ...(result?.status === 'not_applicable' && { notJudged: result.reason ?? 'unknown' }),
    seconds,
  }
}

/** Only spelling, with its shipped settings. */
function spellingOnly(profiles: LocalCheck['profiles']): Profile {
  const profile = profiles.get('static_general')
  if (profile === undefined) throw new Error('the profile static_general is no longer shipped')
  return { ...profile, checks: profile.checks.filter(({ id }) => id === 'copy/spelling') }
}
