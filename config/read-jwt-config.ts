import { readFileSync } from 'node:fs'

import { ConfigError } from './config-error'

const expected = "the JSON file that the Box Developer Console exports for the application's JWT key pair"

/**
 * The text of the file that BOX_JWT_CONFIG_FILE names. Throws a ConfigError that says nothing of the content:
 * it holds a private key.
 */
export function readJwtConfig(file: string | undefined): string {
  if (file === undefined)
    throw new ConfigError('BOX_JWT_CONFIG_FILE', [`is not set, expected the path of ${expected}`])
  try {
    const text = readFileSync(file, 'utf8')
    JSON.parse(text)
    return text
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read by this user'
    throw new ConfigError('BOX_JWT_CONFIG_FILE', [`names ${file}, which ${reason}, expected ${expected}`])
  }
}
