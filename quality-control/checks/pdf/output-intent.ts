import { defineCheck } from '../check'

export default defineCheck({
  title: 'The PDF names its printing condition',
  failureTitle: 'The PDF does not name the right printing condition',
  why: 'The output intent says for which paper and press the colours were made. Without it the printer has to guess.',
  remedy: 'Export as PDF/X with the output intent that the printer names, such as PSO Coated v3 or FOGRA39.',
  source: 'ISO 15930 (PDF/X)',
  needs: ['pdf'],
  severity: 'major',
  settings: {
    acceptedConditions: {
      doc: 'Regular expression that the condition’s name must match; any name when empty',
      format: 'pattern',
      default: '',
    },
    mustHaveProfile: {
      doc: 'Whether the profile itself must be embedded',
      format: 'boolean',
      default: false,
    },
  },
  run: ({ pdf: { outputIntents } }, { acceptedConditions, mustHaveProfile }) => {
    const intents = outputIntents.filter(({ subtype }) => subtype === 'GTS_PDFX')
    if (intents.length === 0)
      return [
        {
          message: 'The PDF has no output intent for print.',
          measured: 'none',
          expected: 'an output intent',
        },
      ]
    return intents.flatMap(({ condition, hasProfile, components }) => {
      const measured = condition === '' ? 'no name' : condition
      if (!new RegExp(acceptedConditions, 'iu').test(condition)) {
        return [
          {
            message: `The output intent is ${measured}, which was not asked for.`,
            measured,
            expected: acceptedConditions,
          },
        ]
      }
      if (components !== undefined && components !== 4)
        return [
          { message: `The output intent ${measured} is not for four inks.`, measured, expected: 'CMYK' },
        ]
      return mustHaveProfile && !hasProfile
        ? [
            {
              message: `The output intent ${measured} has no profile embedded.`,
              measured,
              expected: 'a profile',
            },
          ]
        : []
    })
  },
})
