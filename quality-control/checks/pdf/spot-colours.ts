import { defineCheck } from '../check'

export default defineCheck({
  title: 'Only agreed spot colours are used',
  failureTitle: 'Spot colours are used that were not agreed',
  why:
    'Every spot colour needs its own plate and ink. It costs extra, or is converted unnoticed and ' +
    'looks different.',
  remedy: 'Convert the spot colours to process colours, or agree on them with the printer.',
  source: 'No standard: the print order names the spot colours',
  needs: ['pdf'],
  severity: 'major',
  settings: {
    acceptedNames: {
      doc: 'Accepted spot colours; they do not count',
      format: 'strings',
      default: [],
    },
    forbiddenNames: { doc: 'Forbidden spot colours', format: 'strings', default: [] },
    maxSpotColours: { doc: 'Maximum number of other spot colours', format: 'nat', default: 0 },
  },
  run: ({ pdf: { pages } }, { acceptedNames, forbiddenNames, maxSpotColours }) => {
    const firstPages = new Map<string, number>()
    for (const { page, colours } of pages) {
      for (const name of colours.flatMap(({ names }) => names))
        if (!firstPages.has(name)) firstPages.set(name, page)
    }
    const others = [...firstPages.keys()].filter(
      (name) => !acceptedNames.includes(name) && !forbiddenNames.includes(name),
    )
    const wrong = [...firstPages.keys()].filter((name) => forbiddenNames.includes(name))
    const expected =
      maxSpotColours === 0 ? ['none', ...acceptedNames].join(', ') : `at most ${maxSpotColours}`
    return [...wrong, ...(others.length > maxSpotColours ? others : [])].map((name) => ({
      message: `The spot colour ${name} is used, first on page ${firstPages.get(name) ?? 1}.`,
      at: { page: firstPages.get(name) ?? 1 },
      measured: name,
      expected,
    }))
  },
})
