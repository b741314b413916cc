import { defineCheck } from '../check'

export default defineCheck({
  title: 'Colour profile is correct',
  failureTitle: 'Colour profile is missing or wrong',
  why:
    'The profile defines what the colour numbers mean. With a wrong one, brand colours change from ' +
    'screen to screen.',
  remedy: 'Convert the image to the expected profile and embed it ("Convert to Profile", not "Assign").',
  source: 'ICC.1; sRGB: IEC 61966-2-1',
  needs: ['image'],
  severity: 'major',
  settings: {
    isRequired: { doc: 'An image without a profile fails', format: 'boolean', default: false },
    acceptedNames: {
      doc: 'Parts of accepted profile names, ignoring case; other profiles warn; empty accepts all',
      format: 'strings',
      default: ['sRGB'],
    },
  },
  run: ({ image: { profile, colourModel } }, { isRequired, acceptedNames }) => {
    const expected = acceptedNames.length === 0 ? 'a colour profile' : acceptedNames.join(' or ')
    if (profile === undefined) {
      return isRequired
        ? [{ message: 'The image has no colour profile.', measured: 'no profile', expected }]
        : []
    }
    const measured = profile.name
    if (profile.colourModel !== colourModel) {
      const message =
        `The profile "${profile.name}" is for ${profile.colourModel}, but the ` + `pixels are ${colourModel}.`
      return [
        {
          message,
          measured: `${profile.name} on ${colourModel} pixels`,
          expected: 'a profile of the same colour model',
        },
      ]
    }
    // A greyscale profile ("Dot Gain 20%") describes a tone curve, not a colour space.
    const isAccepted = acceptedNames.some((name) => profile.name.toLowerCase().includes(name.toLowerCase()))
    if (acceptedNames.length === 0 || isAccepted || colourModel === 'grey') return []
    return [
      {
        level: 'warn',
        message: `The image has the profile "${profile.name}"; expected ${expected}.`,
        measured,
        expected,
      },
    ]
  },
})
