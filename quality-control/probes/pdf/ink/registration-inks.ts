import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { ProbeInput } from '../../probe-types'
import { runTool } from '../../run-tool'
import type { PdfDictionary, PdfObjects, PdfValue } from '../structure/pdf-objects'
import { isDictionary } from '../structure/pdf-objects'
import { toolOptions } from '../structure/read-structure'

/**
 * Poppler renders registration colour by its alternate space, often a dark grey, while a press prints every
 * ink in full (ISO 32000-1, 8.6.6.4). Writes a copy of the file whose registration colour is all four inks.
 * Returns the path of what to render; undefined when the copy could not be written.
 */
export async function withRegistrationInks(
  input: ProbeInput,
  objects: PdfObjects,
): Promise<string | undefined> {
  const { changed, lastId } = changedObjects(objects)
  if (Object.keys(changed).length === 0) return input.path
  const header = { jsonversion: 2, pdfversion: '1.7', maxobjectid: lastId }
  const flags = { pushedinheritedpageresources: false, calledgetallpages: false }
  const patch = join(input.scratchDir, 'registration.json')
  const copy = join(input.scratchDir, 'registration.pdf')
  await writeFile(patch, JSON.stringify({ qpdf: [{ ...header, ...flags }, changed] }))
  const args = [`--update-from-json=${patch}`, '--stream-data=preserve', '--decrypt', input.path, copy]
  const { exitCode, killedFor } = await runTool('qpdf', args, toolOptions(input))
  return killedFor === undefined && (exitCode === 0 || exitCode === 3) ? copy : undefined
}

interface Changes {
  /** Objects in qpdf's JSON, by its keys. */
  changed: PdfDictionary
  lastId: number
}

function changedObjects(objects: PdfObjects): Changes {
  const ids = objects.ids
  const changes: Changes = { changed: {}, lastId: Math.max(0, ...ids.map((id) => Number.parseInt(id, 10))) }
  for (const id of ids) {
    const { value, isChanged } = rewritten(objects, objects.raw(id), changes)
    if (isChanged) changes.changed[`obj:${id}`] = value
  }
  return changes
}

const maxDepth = 50

function rewritten(
  objects: PdfObjects,
  value: PdfValue,
  changes: Changes,
  depth = 0,
): { value: PdfValue; isChanged: boolean } {
  const inner = (one: PdfValue) => rewritten(objects, one, changes, depth + 1)
  if (depth > maxDepth) return { value, isChanged: false }
  if (Array.isArray(value)) {
    const names = colorantsOf(objects, value)
    if (names.includes('All')) return { value: allInks(value, names, changes), isChanged: true }
    const items = value.map(inner)
    return { value: items.map((item) => item.value), isChanged: items.some((item) => item.isChanged) }
  }
  if (!isDictionary(value)) return { value, isChanged: false }
  const entries = Object.entries(value).map(([key, one]) => ({ key, ...inner(one) }))
  return {
    value: Object.fromEntries(entries.map((entry) => [entry.key, entry.value])),
    isChanged: entries.some(({ isChanged }) => isChanged),
  }
}

function colorantsOf(objects: PdfObjects, [family, names]: PdfValue[]): string[] {
  if (family === '/Separation') return [objects.name(names) ?? '']
  return family === '/DeviceN' ? objects.array(names).map((one) => objects.name(one) ?? '') : []
}

/** The colour space with another tint transform: the tint of `All` on each of the four plates. */
function allInks([family = null, stated = null]: PdfValue[], names: string[], changes: Changes): PdfValue {
  if (names.length === 1) {
    const solid = { '/FunctionType': 2, '/Domain': [0, 1], '/C0': [0, 0, 0, 0], '/C1': [1, 1, 1, 1], '/N': 1 }
    return [family, stated, '/DeviceCMYK', solid]
  }
  const reference = `${++changes.lastId} 0 R`
  const dict = {
    '/FunctionType': 4,
    '/Domain': names.flatMap(() => [0, 1]),
    '/Range': [0, 1, 0, 1, 0, 1, 0, 1],
  }
  const data = Buffer.from(tintProgram(names)).toString('base64')
  changes.changed[`obj:${reference}`] = { stream: { dict, data } }
  return [family, stated, '/DeviceCMYK', reference]
}

/** A PostScript calculator: each plate gets the tint of `All` and that of its own colorant beside it. */
function tintProgram(names: string[]): string {
  const { length } = names
  const plates = ['Cyan', 'Magenta', 'Yellow', 'Black'].map((plate, done) => {
    const [all, own] = [names.indexOf('All'), names.indexOf(plate)]
    const copy = `${length - 1 - all + done} index`
    return own === -1 ? copy : `${copy} ${length - own + done} index add`
  })
  return `{ ${plates.join(' ')} ${length + 4} 4 roll ${'pop '.repeat(length)}}`
}
