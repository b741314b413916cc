import { defineCheck } from '../check'

export default defineCheck({
  title: 'Small black text is printed in black alone',
  failureTitle: 'Small black text is made of several inks',
  why: 'The inks never meet exactly on the press: small letters in several inks get coloured fringes and are hard to read.',
  remedy: 'Set black text in pure black: 0 / 0 / 0 / 100.',
  needs: ['pdf'],
  severity: 'minor',
  settings: {
    maxTextPoints: { doc: 'Larger text passes', format: 'number', unit: 'pt', min: 0, default: 18 },
  },
  run: ({ pdf: { pages } }, { maxTextPoints }) =>
    pages.flatMap(({ page, richBlackText }) =>
      richBlackText
        .filter(({ sizePoints }) => sizePoints <= maxTextPoints)
        .map(({ sizePoints, cmykPercent }) => {
          const inks = cmykPercent.join(' / ')
          return {
            message: `Text of ${sizePoints} pt on page ${page} is printed in C / M / Y / K ${inks}.`,
            at: { page },
            measured: inks,
            expected: '0 / 0 / 0 / 100',
          }
        }),
    ),
})
