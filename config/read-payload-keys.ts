import { readFileSync } from 'node:fs'

import { ConfigError } from './config-error'

const expected =
  'one key a line, "<id> <32 bytes in base64>", the newest first: echo "2026-11 $(openssl rand -base64 32)"'

/**
 * The keys of the file that QC_PAYLOAD_KEY_FILE names; undefined when it names none. Throws a ConfigError
 * that says nothing of a key.
 */
export function readPayloadKeys(file: string | undefined): { id: string; key: Buffer }[] | undefined {
  if (file === undefined) return undefined
  const lines = readLines(file)
  const keys = lines.map(({ text, number }) => parseKey(text, number))
  const ids = new Set(keys.map(({ id }) => id))
  if (keys.length === 0) throw problem(`names ${file}, which holds no key`)
  if (ids.size < keys.length) throw problem(`names ${file}, in which two keys have the same id`)
  return keys
}

function readLines(file: string): { text: string; number: number }[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .map((line, index) => ({ text: line.trim(), number: index + 1 }))
      .filter(({ text }) => text !== '' && !text.startsWith('#'))
  } catch {
    throw problem(`names ${file}, which cannot be read by this user`)
  }
}

function parseKey(text: string, number: number): { id: string; key: Buffer } {
  const [, id = '', base64 = ''] = /^([\w.-]{1,40})\s+([A-Za-z0-9+/]{43}=)$/.exec(text) ?? []
  const key = Buffer.from(base64, 'base64')
  if (key.length === 32) return { id, key }
  throw problem(`names a file whose line ${number} is no key`)
}

function problem(what: string): ConfigError {
  return new ConfigError('QC_PAYLOAD_KEY_FILE', [`${what}, expected ${expected}`])
}
