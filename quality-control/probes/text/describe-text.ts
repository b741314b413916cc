import type { TextFacts } from '../../facts/text'

/**
 * What a person compares with the brief, for the report: languages, prices, dates, other numbers, addresses
 * and legal lines, each once, as they are shown.
 */
export function describeText(text: TextFacts | undefined): { label: string; value: string }[] {
  if (text === undefined || text.words.length === 0) return []
  const lines = linesOf(text)
  const taken = new Set<string>()
  const listed = kinds.map(({ label, pattern }) => {
    const found = lines.flatMap((line) => line.match(pattern) ?? []).map((one) => one.trim())
    const own = [...new Set(found)].filter((one) => ![...taken].some((other) => other.includes(one)))
    for (const one of own) taken.add(one)
    return { label, value: listOf(own) }
  })
  const legal = listOf([...new Set(lines.filter((line) => legalWords.test(line)))])
  const rows = [
    { label: 'Languages', value: languagesOf(text) },
    ...listed,
    { label: 'Legal lines', value: legal },
  ]
  return rows.filter(({ value }) => value !== '')
}

const months =
  'jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|oct|okt|nov|dec|dez|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|' +
  'janv|févr|mars|avr|août|déc|maart|maj|cze|lip|sie|wrz|paź|lis|gru|sty|lut|kwi'
const date =
  String.raw`\b\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b|` +
  String.raw`\b\d{1,2}(?:st|nd|rd|th|er|º)?\.?\s(?:de\s|of\s)?(?:${months})\p{L}*\.?(?:\s(?:de\s)?\d{4})?|` +
  String.raw`\b(?:${months})\p{L}*\.?\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?\b`
const amount = String.raw`\d{1,3}(?:[ .,'’\u00a0]\d{3})*(?:[.,]\d{1,2}|[.,][-–—]{1,2})?|\d+(?:[.,]\d{1,2})?`
const currency = String.raw`€|£|\$|¥|zł|Kč|EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|kr\b|kronor|:-|Fr\.`

const address =
  String.raw`\bhttps?://\S+|\bwww\.\S+|\b[\p{L}\d._-]+@[\p{L}\d.-]+\.\p{L}{2,}|` +
  String.raw`\b[a-z\d-]+\.(?:com|org|net|eu|de|fr|es|it|nl|pl|se|pt|co\.uk)\b\S*`

/** In this order: what is part of a price or a date is no other number. */
const kinds = [
  {
    label: 'Prices',
    pattern: new RegExp(`(?:(?:${currency})\\s?(?:${amount}))|(?:(?:${amount})\\s?(?:${currency}))`, 'giu'),
  },
  { label: 'Dates', pattern: new RegExp(date, 'giu') },
  { label: 'Percentages', pattern: /[-–+]?\d+(?:[.,]\d+)?\s?%/gu },
  {
    label: 'Addresses',
    pattern: new RegExp(address, 'giu'),
  },
  { label: 'Telephone numbers', pattern: /(?:\+|\b0)\d[\d ()/-]{6,}\d/gu },
  { label: 'Other numbers', pattern: /(?<![\p{L}\d])\d+(?:[.,:]\d+)*(?![\p{L}\d])/gu },
]

/** Words of legal lines in the languages of the shipped dictionaries. */
const legalWords = new RegExp(
  [
    String.raw`\*\s?\p{L}`,
    'terms (?:and|&) conditions|t&cs? apply|while (?:stocks|supplies) last',
    'subject to|excludes?\\b|see .* for details',
    'agb|geschäftsbedingungen|solange .*vorrat|vorbehalten|gültig bis|zzgl|inkl\\. mwst|unverbindlich',
    'offre valable|dans la limite|conditions générales|mentions légales|non contractuel|pour votre santé',
    'oferta válida|hasta agotar|condiciones|consumo responsable',
    'offerta valida|salvo esaurimento|termini e condizioni',
    'aanbieding geldig|zolang de voorraad|voorwaarden|voorbehouden|oferta ważna|regulamin|wyczerpania',
    'erbjudandet gäller|så länge lagret|med reservation|villkor|©|®|copyright|all rights reserved',
  ].join('|'),
  'iu',
)

const maxItems = 12
const maxCharacters = 120

function listOf(items: readonly string[]): string {
  const shown = items.slice(0, maxItems).map((item) => item.slice(0, maxCharacters))
  const more = items.length - shown.length
  return shown.join(' · ') + (more > 0 ? ` · and ${more} more` : '')
}

function languagesOf({ languages }: TextFacts): string {
  return languages
    .map(({ name, words, isJudged }) => `${name} (${words} words${isJudged ? '' : ', spelling not judged'})`)
    .join(' · ')
}

function linesOf({ words }: TextFacts): string[] {
  const lines = new Map<string, string[]>()
  for (const [index, { text, page, atSeconds, line }] of words.entries()) {
    const key = [page, atSeconds, line ?? `word ${index}`].join('/')
    lines.set(key, [...(lines.get(key) ?? []), text])
  }
  return [...lines.values()].map((line) => line.join(' '))
}
