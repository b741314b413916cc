/**
 * Groups pages with the same fault into one finding: `[{ page: 1, what: 'x' }, { page: 2, what: 'x' }]` gives
 * `[{ what: 'x', where: 'Pages 1–2', page: 1 }]`.
 */
export function samePages(
  items: readonly { page: number; what: string }[],
): { what: string; where: string; page: number }[] {
  const pagesOf = new Map<string, number[]>()
  for (const { page, what } of items) {
    const pages = pagesOf.get(what) ?? []
    if (pages.at(-1) !== page) pages.push(page)
    pagesOf.set(what, pages)
  }
  return [...pagesOf].map(([what, pages]) => ({
    what,
    where: `${pages.length === 1 ? 'Page' : 'Pages'} ${ranges(pages)}`,
    page: pages[0] ?? 1,
  }))
}

const maxRanges = 6

function ranges(pages: number[]): string {
  const spans: { first: number; last: number }[] = []
  for (const page of pages) {
    const span = spans.at(-1)
    if (span?.last === page - 1) span.last = page
    else spans.push({ first: page, last: page })
  }
  const words = spans.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`))
  if (words.length > maxRanges) return `${words.slice(0, maxRanges).join(', ')} and more`
  const [last = '', ...others] = [...words].reverse()
  return others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`
}
