import { defineCheck } from '../check'

export default defineCheck({
  title: 'The colour profile fits',
  failureTitle: 'The colour profile is missing or does not fit',
  why: 'The profile says what the numbers of the colours mean: with a wrong one, brand colours shift from screen to screen.',
  remedy: 'Convert the picture to the wanted profile and embed it ("Convert to Profile", not "Assign").',
  source: 'ICC.1; sRGB: IEC 61966-2-1',
  needs: ['image'],
  severity: 'major',
  settings: {
    isRequired: { doc: 'A picture without a profile fails', format: 'boolean', default: false },
    acceptedNames: {
      doc: 'Parts of accepted profile names, case does not matter; other profiles warn; empty accepts all',
      format: 'strings',
      default: ['sRGB'],
    },
  },
  run: ({ image: { profile, colourModel } }, { isRequired, acceptedNames }) => {
    const expected = acceptedNames.length === 0 ? 'a colour profile' : acceptedNames.join(' or ')
    if (profile === undefined) {
      return isRequired
        ? [{ message: 'The picture has no colour profile.', measured: 'no profile', expected }]
        : []
    }
    const measured = profile.name
    if (profile.colourModel !== colourModel) {
      const message = `The profile "${profile.name}" is for ${profile.colourModel} colours, but the pixels are ${colourModel}.`
      return [
        {
          message,
          measured: `${profile.name} on ${colourModel} pixels`,
          expected: 'a profile of the same colour model',
        },
      ]
    }
    // A greyscale profile ("Dot Gain 20%") tells a tone curve, not a colour space.
    const isAccepted = acceptedNames.some((name) => profile.name.toLowerCase().includes(name.toLowerCase()))
    if (acceptedNames.length === 0 || isAccepted || colourModel === 'grey') return []
    return [
      {
        level: 'warn',
        message: `The picture has the profile "${profile.name}"; wanted: ${expected}.`,
        measured,
        expected,
      },
    ]
  },
})
