import { readFileSync, statSync } from 'node:fs'

import { messageOf } from '../workflows/text'
import type { ConfigProblem } from './reloading'

/** Where one signature key comes from. A file wins over a value and is read again when it changes. */
export interface KeySource {
  value?: string
  file?: string
}

export interface SignatureKeys {
  primary: string | undefined
  secondary: string | undefined
}

/**
 * The keys as they are now: keys rotate while the gateway runs. A file that is missing, unreadable or empty
 * (half written) leaves the last good key in use, and is reported once until it changes. No message holds a
 * key.
 */
export function createSignatureKeys(
  sources: { primary: KeySource; secondary: KeySource },
  report: (problem: ConfigProblem) => void,
): () => SignatureKeys {
  const primary = keyReader('primary', sources.primary, report)
  const secondary = keyReader('secondary', sources.secondary, report)
  return () => ({ primary: primary(), secondary: secondary() })
}

function keyReader(
  name: string,
  { value, file }: KeySource,
  report: (problem: ConfigProblem) => void,
): () => string | undefined {
  if (file === undefined) return () => value
  let lastStamp: string | undefined
  let key: string | undefined
  return () => {
    const stamp = stampOf(file)
    if (stamp === lastStamp) return key
    lastStamp = stamp
    const read = readKey(file)
    if ('key' in read) key = read.key
    else {
      const inUse = key === undefined ? 'no key is in use' : 'the last good key stays in use'
      report({ source: file, message: `${name} signature key ${read.problem}; ${inUse}` })
    }
    return key
  }
}

function readKey(file: string): { key: string } | { problem: string } {
  try {
    const key = readFileSync(file, 'utf8').trim()
    return key === '' ? { problem: 'is empty, expected the key as one line' } : { key }
  } catch (error) {
    return { problem: `cannot be read: ${messageOf(error)}` }
  }
}

function stampOf(file: string): string {
  try {
    const stats = statSync(file, { bigint: true })
    return [stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(' ')
  } catch {
    return 'unreadable'
  }
}
