import { defineCheck } from '../check'

export default defineCheck({
  title: 'Small black text overprints its background',
  failureTitle: 'Small black text knocks out its background',
  why:
    'Black text that removes the colours under it leaves white edges when the plates are slightly out ' +
    'of register. Black that overprints has none.',
  remedy: 'Set black text to overprint, or use the 100 % black swatch, which overprints by default.',
  source: 'Ghent Workgroup 2015, "100% Black Text Overprint": below 12 pt; only where a colour is under it',
  needs: ['pdf'],
  severity: 'minor',
  settings: {
    maxTextPoints: {
      doc: 'Larger text may knock out',
      format: 'number',
      unit: 'pt',
      min: 0,
      default: 12,
    },
  },
  run: ({ pdf: { pages } }, { maxTextPoints }) =>
    pages.flatMap(({ page, knockoutText }) => {
      const small = knockoutText.filter(({ sizePoints }) => sizePoints < maxTextPoints)
      const [first] = small
      if (first === undefined) return []
      const sizes = small.map(({ sizePoints }) => `${sizePoints} pt`).slice(0, 5)
      return [
        {
          level: 'warn' as const,
          message: `Page ${page}: black text of ${sizes.join(', ')} removes the colour under it.`,
          at: { page, ...(first.box ? { box: first.box } : {}) },
          measured: 'knockout',
          expected: `overprint below ${maxTextPoints} pt`,
        },
      ]
    }),
})
