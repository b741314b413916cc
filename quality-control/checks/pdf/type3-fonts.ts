import { defineCheck } from '../check'

export default defineCheck({
  title: 'No Type 3 fonts are used',
  failureTitle: 'Text uses Type 3 fonts',
  why: 'Type 3 letters are small drawings without font hints, so they print less sharply.',
  remedy:
    'Export from the original document, not from a converted one. Accept it where the text looks ' + 'right.',
  source: 'ISO 32000-1, 9.6.5 (Type 3 fonts have no hinting)',
  needs: ['pdf'],
  severity: 'minor',
  settings: {},
  run: ({ pdf: { fonts } }) =>
    fonts
      .filter(({ type, pages }) => type === 'Type3' && pages.length > 0)
      .map(({ name, pages }) => ({
        level: 'warn' as const,
        message: `Page ${pages[0] ?? 1}: the font ${name} is a Type 3 font.`,
        at: { page: pages[0] ?? 1 },
        measured: 'Type 3',
        expected: 'an outline font',
      })),
})
