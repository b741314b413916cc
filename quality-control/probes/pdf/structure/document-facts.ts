import type { PdfFacts, PdfOutputIntent } from '../../../facts/pdf'
import { formFacts } from './form-facts'
import { readLayers } from './layers'
import type { PdfDictionary, PdfObjects, PdfValue } from './pdf-objects'
import { isReference } from './pdf-objects'

type DocumentFacts = Pick<
  PdfFacts,
  | 'title'
  | 'creator'
  | 'producer'
  | 'pdfxVersion'
  | 'outputIntents'
  | 'layers'
  | 'formFieldCount'
  | 'hasXfa'
  | 'attachments'
  | 'riskyActions'
> & { hasAuthor: boolean }

const maxTextLength = 200
const maxEntries = 50
const maxPacketLength = 1 << 20

/** Facts of the document besides its pages. `metadata` is the XMP packet, empty when there is none. */
export function documentFacts(
  objects: PdfObjects,
  metadata: string,
  reachable: PdfDictionary[],
): DocumentFacts {
  const info = objects.dictionary(objects.trailer['/Info'])
  const catalog = objects.dictionary(objects.trailer['/Root'])
  const text = (key: string) => objects.text(info[key])?.trim().slice(0, maxTextLength) || undefined
  return {
    title: text('/Title') ?? xmpValue(metadata, 'dc:title'),
    creator: text('/Creator'),
    producer: text('/Producer'),
    hasAuthor: text('/Author') !== undefined || xmpValue(metadata, 'dc:creator') !== undefined,
    pdfxVersion:
      text('/GTS_PDFXConformance') ??
      text('/GTS_PDFXVersion') ??
      xmpValue(metadata, 'pdfxid:GTS_PDFXVersion'),
    outputIntents: objects
      .array(catalog['/OutputIntents'])
      .slice(0, maxEntries)
      .map((value) => outputIntentOf(objects, objects.dictionary(value))),
    layers: readLayers(objects)
      .slice(0, maxEntries)
      .map(({ name, isVisible, isPrinted }) => ({ name, isVisible, isPrinted })),
    ...formFacts(objects, objects.dictionary(catalog['/AcroForm'])),
    // Usage rights have an `/EF` too: an array of permissions.
    attachments: reachable
      .filter((one) => Object.keys(objects.dictionary(one['/EF'])).length > 0)
      .slice(0, maxEntries)
      .map((one) => attachmentOf(objects, one)),
    riskyActions: riskyActionsOf(objects, reachable),
  }
}

/** Every dictionary that is reachable from the trailer: objects left over from earlier saves do not count. */
export function reachableDictionaries(objects: PdfObjects): PdfDictionary[] {
  const dictionaries: PdfDictionary[] = []
  const seen = new Set<string>()
  const pending: PdfValue[] = [objects.trailer]
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (isReference(value)) {
      if (seen.has(value)) continue
      seen.add(value)
    }
    const resolved = objects.resolve(value)
    if (Array.isArray(resolved)) for (const one of resolved) pending.push(one)
    else if (typeof resolved === 'object' && resolved !== null) {
      dictionaries.push(resolved)
      for (const one of Object.values(resolved))
        if (typeof one === 'object' || isReference(one)) pending.push(one)
    }
  }
  return dictionaries
}

/** True when something refers to an object that the file does not have. */
export function lacksObjects(objects: PdfObjects): boolean {
  const referencesIn = (value: PdfValue): string[] =>
    isReference(value) ? [value] : Array.isArray(value) ? value.flatMap(referencesIn) : []
  const references = reachableDictionaries(objects).flatMap((one) => Object.values(one).flatMap(referencesIn))
  return references.some((reference) => objects.resolve(reference) === null)
}

/** Where scripts are attached. A script outside the usual locations is named after its parent. */
export function javaScriptLocations(objects: PdfObjects, reachable: PdfDictionary[]): string[] {
  const catalog = objects.dictionary(objects.trailer['/Root'])
  const isScript = (value: PdfValue | undefined) =>
    objects.name(objects.dictionary(value)['/S']) === 'JavaScript'
  const places = reachable.flatMap((holder) => {
    const actions = Object.values(objects.dictionary(holder['/AA']))
    if (!isScript(holder['/OpenAction']) && !isScript(holder['/A']) && !actions.some(isScript)) return []
    if (holder === catalog) return ['when the document opens, closes or prints']
    const type = objects.name(holder['/Type'])
    return [
      type === 'Page'
        ? 'when a page is shown'
        : type === 'Annot' || holder['/FT'] !== undefined
          ? 'on a form field or link'
          : 'in a bookmark',
    ]
  })
  if (objects.dictionary(catalog['/Names'])['/JavaScript'] !== undefined)
    places.push('when the document opens')
  if (places.length === 0 && reachable.some(isScript)) places.push('in the document')
  return [...new Set(places)]
}

const riskyActions = ['Launch', 'SubmitForm', 'ImportData', 'Rendition', 'Movie', 'Sound', 'RichMediaExecute']

function riskyActionsOf(objects: PdfObjects, reachable: PdfDictionary[]): string[] {
  const names = reachable
    .map((one) => objects.name(one['/S']))
    .filter((name) => name !== undefined && riskyActions.includes(name))
  return [...new Set(names)].filter((name) => name !== undefined)
}

/** Content Credentials (C2PA 2.1, A.4) are an associated file: they are no suspicious attachment. */
function attachmentOf(objects: PdfObjects, specification: PdfDictionary): PdfFacts['attachments'][number] {
  const name = objects.text(specification['/UF']) ?? objects.text(specification['/F']) ?? 'unnamed'
  const [file] = Object.values(objects.dictionary(specification['/EF']))
  const mime = objects.name(objects.dictionary(file)['/Subtype'])
  const isContentCredentials =
    objects.name(specification['/AFRelationship']) === 'C2PA_Manifest' || mime === 'application/c2pa'
  return { name: name.slice(0, maxTextLength), isContentCredentials }
}

function outputIntentOf(objects: PdfObjects, intent: PdfDictionary): PdfOutputIntent {
  const condition = ['/OutputConditionIdentifier', '/OutputCondition', '/Info'].map((key) =>
    objects.text(intent[key])?.trim(),
  )
  const profile = intent['/DestOutputProfile']
  return {
    subtype: objects.name(intent['/S']) ?? '',
    condition: (
      condition.find((text) => text !== undefined && text !== '' && text !== 'Custom') ??
      condition[0] ??
      ''
    ).slice(0, maxTextLength),
    hasProfile: objects.isStream(profile),
    components: objects.number(objects.dictionary(profile)['/N']),
  }
}

/**
 * The text of one XMP property, as an element, an attribute or the first item of a list. Every part of the
 * patterns is bounded.
 */
function xmpValue(metadata: string, name: string): string | undefined {
  const packet = metadata.slice(0, maxPacketLength)
  const list = '(?:\\s{0,99}<rdf:(?:Alt|Seq|Bag)>\\s{0,99}<rdf:li[^>]{0,99}>)?'
  const element = new RegExp(`<${name}[^<>]{0,99}>${list}([^<]{1,${maxTextLength}})`).exec(packet)?.[1]
  const attribute = new RegExp(`${name}=["']([^"']{1,${maxTextLength}})["']`).exec(packet)?.[1]
  return (element ?? attribute)?.trim() || undefined
}
