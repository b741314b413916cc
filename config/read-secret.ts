import { readFileSync } from 'node:fs'

import { messageOf } from '../workflows/text'
import { ConfigError } from './config-error'

/** The text of the file that a setting names, without the space around it. Throws a ConfigError. */
export function readSecret(file: string, variable: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new ConfigError(variable, [`names a file that cannot be read: ${messageOf(error)}`])
  }
}
