import { readFileSync } from 'node:fs'

/** A JSON Web Token: what we sign to get an access token. */
const tokenLike = /eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/

interface BoxKeys {
  primaryKey: string
  secondaryKey: string
  jwtConfigFile: string
}

/** The webhook keys, and what is secret in the JWT configuration: client secret, passphrase, private key. */
export function keysOf({ primaryKey, secondaryKey, jwtConfigFile }: BoxKeys): string[] {
  const { boxAppSettings } = JSON.parse(readFileSync(jwtConfigFile, 'utf8')) as {
    boxAppSettings: { clientSecret: string; appAuth: { privateKey: string; passphrase: string } }
  }
  const { clientSecret, appAuth } = boxAppSettings
  const keyLines = appAuth.privateKey.split('\n').filter((line) => line.length > 40)
  if (keyLines.length <= 5) throw new Error(`expected a private key, got ${keyLines.length} lines`)
  const all = [primaryKey, secondaryKey, clientSecret, appAuth.passphrase, ...keyLines]
  return all.filter((secret) => secret.length >= 8)
}

/** All texts of a history; payloads are bytes in it. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('utf8')]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Says which of the secrets the text of a place has, without saying them. */
export function secretsFound(place: string, text: string, secrets: readonly string[]): string[] {
  return secrets
    .filter((secret) => text.includes(secret))
    .map((secret) => `${place} has ${secret.slice(0, 4)}…`)
    .concat(tokenLike.test(text) ? [`${place} has a signed token`] : [])
}
