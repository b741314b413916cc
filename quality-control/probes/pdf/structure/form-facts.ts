import type { PdfFacts } from '../../../facts/pdf'
import type { PdfDictionary, PdfObjects } from './pdf-objects'

const maxFields = 10_000

/** Counts the fields that have no fields below them (ISO 32000-1, 12.7.3): the others only group. */
export function formFacts(
  objects: PdfObjects,
  form: PdfDictionary,
): Pick<PdfFacts, 'formFieldCount' | 'hasXfa'> {
  const pending = objects.array(form['/Fields']).map((value) => objects.dictionary(value))
  const seen = new Set<PdfDictionary>()
  let formFieldCount = 0
  for (let field = pending.pop(); field !== undefined && seen.size < maxFields; field = pending.pop()) {
    if (seen.has(field)) continue
    seen.add(field)
    // Kids without a name are the locations where a field shows.
    const kids = objects.array(field['/Kids']).map((value) => objects.dictionary(value))
    const fields = kids.filter((kid) => kid['/T'] !== undefined)
    if (fields.length === 0) formFieldCount++
    else pending.push(...fields)
  }
  const xfa = objects.resolve(form['/XFA'])
  return { formFieldCount, hasXfa: xfa !== null }
}
