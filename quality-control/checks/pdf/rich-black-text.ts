import { defineCheck } from '../check'

export default defineCheck({
  title: 'Small black text uses black ink only',
  failureTitle: 'Small black text uses several inks',
  why:
    'Inks never align perfectly on the press. Small letters in several inks get coloured edges and are ' +
    'hard to read.',
  remedy: 'Set black text in pure black: 0 / 0 / 0 / 100.',
  source: 'No standard: the common prepress rule for text up to 18 pt',
  needs: ['pdf'],
  severity: 'minor',
  settings: {
    maxTextPoints: {
      doc: 'Maximum size of the text that is checked',
      format: 'number',
      unit: 'pt',
      min: 0,
      default: 18,
    },
  },
  run: ({ pdf: { pages } }, { maxTextPoints }) =>
    pages.flatMap(({ page, richBlackText }) =>
      richBlackText
        .filter(({ sizePoints }) => sizePoints <= maxTextPoints)
        .map(({ sizePoints, cmykPercent }) => {
          const inks = cmykPercent.join(' / ')
          return {
            message: `Page ${page}: text of ${sizePoints} pt uses C / M / Y / K ${inks}.`,
            at: { page },
            measured: inks,
            expected: '0 / 0 / 0 / 100',
          }
        }),
    ),
})
