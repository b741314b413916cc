import { defineCheck } from '../check'

export default defineCheck({
  title: 'PDF names its printing condition',
  failureTitle: 'PDF does not name the expected printing condition',
  why:
    'The output intent names the paper and press for which the colours were made. Without it the ' +
    'printer has to guess.',
  remedy: 'Export as PDF/X with the output intent that the printer names, such as PSO Coated v3 or FOGRA39.',
  source: 'ISO 15930 (PDF/X)',
  needs: ['pdf'],
  severity: 'major',
  settings: {
    acceptedConditions: {
      doc: 'Regular expression for the name of the condition; empty accepts all',
      format: 'pattern',
      default: '',
    },
    mustHaveProfile: {
      doc: 'The profile must be embedded',
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
            message: `The output intent is ${measured}; expected ${acceptedConditions}.`,
            measured,
            expected: acceptedConditions,
          },
        ]
      }
      if (components !== undefined && components !== 4)
        return [{ message: `The output intent ${measured} is not for CMYK.`, measured, expected: 'CMYK' }]
      return mustHaveProfile && !hasProfile
        ? [
            {
              message: `The output intent ${measured} has no embedded profile.`,
              measured,
              expected: 'a profile',
            },
          ]
        : []
    })
  },
})
