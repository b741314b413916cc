import { defineCheck } from '../check'

export default defineCheck({
  title: 'No font is of Type 3',
  failureTitle: 'Text is set in Type 3 fonts',
  why: 'Letters of Type 3 fonts are small drawings: they print coarser, without the hints of a real font.',
  remedy:
    'Export from the original document rather than from a converted one; or accept it where the text looks right.',
  needs: ['pdf'],
  severity: 'minor',
  settings: {},
  run: ({ pdf: { fonts } }) =>
    fonts
      .filter(({ type, pages }) => type === 'Type3' && pages.length > 0)
      .map(({ name, pages }) => ({
        level: 'warn' as const,
        message: `The font ${name} on page ${pages[0] ?? 1} is of Type 3.`,
        at: { page: pages[0] ?? 1 },
        measured: 'Type 3',
        expected: 'an outline font',
      })),
})
