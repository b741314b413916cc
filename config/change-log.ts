import { readFileSync } from 'node:fs'

import { messageOf } from '../workflows/text'
import { ConfigError } from './config-error'

/** The entries of a log of JSON lines, oldest first, without a line that a crash has cut short. */
export function readChangeLog<T>(logFile: string, isEntry: (value: unknown) => value is T): T[] {
  return (readIfThere(logFile) ?? '').split('\n').flatMap((line) => {
    try {
      const entry: unknown = JSON.parse(line)
      return isEntry(entry) ? [entry] : []
    } catch {
      return []
    }
  })
}

/** Undefined when there is no such file. Throws a ConfigError when it cannot be read. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT')
      return undefined
    throw new ConfigError(file, [`cannot be read: ${messageOf(error)}`])
  }
}
