import { defineCheck } from '../check'

export default defineCheck({
  title: 'Each spot colour has one name',
  failureTitle: 'One spot colour has several names',
  why: 'Names that differ only in a suffix or a capital letter produce two plates for one ink.',
  remedy: 'Use one swatch for the colour in the whole document.',
  source:
    'No standard: names are compared without case, separators and the suffixes of the PANTONE ' + 'libraries',
  needs: ['pdf'],
  severity: 'minor',
  settings: {},
  run: ({ pdf: { pages } }) => {
    const byInk = new Map<string, Set<string>>()
    for (const name of pages.flatMap(({ colours }) => colours.flatMap(({ names }) => names))) {
      const ink = inkOf(name)
      byInk.set(ink, (byInk.get(ink) ?? new Set()).add(name))
    }
    const several = [...byInk.values()].filter((names) => names.size > 1).map((names) => [...names].sort())
    return several.map((names) => ({
      level: 'warn' as const,
      message: `These names stand for one ink: ${names.join(', ')}.`,
      measured: names.join(', '),
      expected: 'one name',
    }))
  },
})

/**
 * `PANTONE 186 C`, `Pantone 186 CVC` and `pantone_186_u` are one ink on several papers or from several
 * programs.
 */
function inkOf(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return words.replace(/ (c|cv|cvc|u|uv|cvu|m|cp|up|ec)$/, '')
}
