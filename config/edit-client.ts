import { readFileSync } from 'node:fs'
import { isMap, isNode, isScalar, type Pair, parseDocument, stringify } from 'yaml'
import writeFileAtomic from 'write-file-atomic'

import { parseClients } from './clients'
import { ConfigError } from './config-error'
import { underLock } from './under-lock'

/** Fields of an entry of `clients.yaml` by their names there. */
export type ClientFields = Readonly<Record<string, string | string[]>>

/**
 * Adds the fields to a client's entry of `clients.yaml`, or a new entry at the end. All other bytes stay as
 * they are. Throws a ConfigError, and leaves the file, when the result would not be read as meant.
 */
export async function addToClient(
  file: string,
  id: string,
  fields: ClientFields,
  profileIds: ReadonlySet<string>,
): Promise<void> {
  await edit(file, (text) => {
    const changed = withFields(text, id, fields)
    const wrong = wrongValues(changed, id, profileIds)
    if (wrong === undefined) return changed
    throw new ConfigError(file, wrong.length === 0 ? [byHand(id, fields)] : [...wrong, 'nothing was written'])
  })
}

/** Undefined for an entry that can be used; empty when it is not read as an entry at all. */
function wrongValues(text: string, id: string, profileIds: ReadonlySet<string>): string[] | undefined {
  try {
    const { good, broken } = parseClients(text, '', profileIds)
    return good.has(id) ? undefined : (broken.get(id) ?? [])
  } catch {
    return []
  }
}

/**
 * Removes fields of a client's entry, or the entry with `all`. All other bytes stay as they are. Throws a
 * ConfigError, and leaves the file, when the result would not be read as meant.
 */
export async function removeFromClient(file: string, id: string, names: string[] | 'all'): Promise<void> {
  await edit(file, (text) => {
    const entry = entryOf(text, id)
    if (entry === undefined) return text
    const changed = names === 'all' ? cut(text, entry) : withoutFields(text, entry, names)
    const left = entryOf(changed, id)
    const isDone = names === 'all' ? left === undefined : fieldsOf(left).every((one) => !names.includes(one))
    if (isDone) return changed
    throw new ConfigError(file, [
      `${id} has a form that cannot be edited. Nothing was written: edit it by hand`,
    ])
  })
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  await underLock(file, async () => {
    const text = readFileSync(file, 'utf8')
    const changed = change(text)
    if (changed !== text) await writeFileAtomic(file, changed)
  })
}

type Entry = Pair

/** The pair of the client in the top-level map. */
function entryOf(text: string, id: string): Entry | undefined {
  const { contents } = parseDocument(text, { schema: 'failsafe' })
  return isMap(contents) ? contents.items.find(({ key }) => isScalar(key) && key.value === id) : undefined
}

function fieldsOf(entry: Entry | undefined): string[] {
  if (entry === undefined || !isMap(entry.value)) return []
  return entry.value.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : []))
}

function withFields(text: string, id: string, fields: ClientFields): string {
  const entry = entryOf(text, id)
  if (entry === undefined)
    return `${withLineEnd(text)}${text.trim() === '' ? '' : '\n'}${entryText(id, fields)}`
  const { value } = entry
  if (!isMap(value) || value.flow === true) throw new ConfigError(id, [byHand(id, fields)])
  const indent = ' '.repeat(columnOf(text, startOf(value.items[0])))
  const end = endOf(text, entry)
  const added = stringify(fields, { lineWidth: 0 }).replace(/^(?=.)/gm, indent)
  return `${withLineEnd(text.slice(0, end))}${added}${text.slice(end)}`
}

function withoutFields(text: string, { value }: Entry, names: string[]): string {
  if (!isMap(value) || value.flow === true) return text
  const doomed = value.items.filter(({ key }) => isScalar(key) && names.includes(String(key.value)))
  return doomed.reverse().reduce(cut, text)
}

/** Without the lines of the pair. */
function cut(text: string, pair: Entry): string {
  const start = startOf(pair)
  return text.slice(0, start - columnOf(text, start)) + text.slice(endOf(text, pair))
}

/** Of the key. */
function startOf(pair: Entry | undefined): number {
  return isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0
}

/** Behind the last line of the pair. A block can end in the indentation of the line that follows it. */
function endOf(text: string, { key, value }: Entry): number {
  const last = isNode(value) ? value.range : isNode(key) ? key.range : undefined
  const end = last?.[1] ?? text.length
  const lineStart = end - columnOf(text, end)
  if (text.slice(lineStart, end).trim() === '') return lineStart
  const lineEnd = text.indexOf('\n', end)
  return lineEnd === -1 ? text.length : lineEnd + 1
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1)
}

function entryText(id: string, fields: ClientFields): string {
  return stringify({ [id]: fields }, { lineWidth: 0, flowCollectionPadding: false })
}

function byHand(id: string, fields: ClientFields): string {
  const why = 'the entry or the file is not in block style, so nothing was written'
  return `${why}. Add it by hand:\n${entryText(id, fields)}`
}

function withLineEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}
