import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { ConfigError } from './config-error'

const expected = "the JSON file that the Box Developer Console exports for the application's JWT key pair"

const requiredFields = [
  'boxAppSettings.clientID',
  'boxAppSettings.clientSecret',
  'boxAppSettings.appAuth.publicKeyID',
  'boxAppSettings.appAuth.privateKey',
  'boxAppSettings.appAuth.passphrase',
  'enterpriseID',
]

/**
 * The text of the file that BOX_JWT_CONFIG_FILE names. Throws a ConfigError that says nothing of the content:
 * it holds a private key.
 */
export function readJwtConfig(file: string | undefined): string {
  if (file === undefined)
    throw new ConfigError('BOX_JWT_CONFIG_FILE', [`is not set, expected the path of ${expected}`])
  const problem = (what: string) =>
    new ConfigError('BOX_JWT_CONFIG_FILE', [`names ${file}, ${what}, expected ${expected}`])
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw problem('which cannot be read by this user')
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw problem('which is not JSON')
  }
  const missing = requiredFields.filter((path) => textAt(value, path) === undefined)
  if (missing.length > 0) throw problem(`which lacks ${missing.join(', ')}`)
  if (!isKeyReadable(value)) throw problem('whose private key does not open with its passphrase')
  return text
}

function isKeyReadable(value: unknown): boolean {
  const key = textAt(value, 'boxAppSettings.appAuth.privateKey') ?? ''
  try {
    createPrivateKey({ key, passphrase: textAt(value, 'boxAppSettings.appAuth.passphrase') })
    return true
  } catch {
    return false
  }
}

function textAt(value: unknown, path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<unknown>(
      (node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined),
      value,
    )
  return typeof found === 'string' && found !== '' ? found : undefined
}
