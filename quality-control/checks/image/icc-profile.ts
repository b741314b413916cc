import type { ColourProfile } from '../../facts/image'
import { type CheckFinding, defineCheck } from '../check'

export default defineCheck({
  title: 'Colour profile is correct',
  failureTitle: 'Colour profile is missing or wrong',
  why:
    'The profile defines what the colour numbers mean. With a wrong one, brand colours change from ' +
    'screen to screen.',
  remedy: 'Convert the image to the expected profile and embed it ("Convert to Profile", not "Assign").',
  source: 'ICC.1:2022, 9.2: primaries and tone curve decide, not the name; sRGB: IEC 61966-2-1',
  needs: ['image'],
  severity: 'major',
  settings: {
    isRequired: { doc: 'An image without a profile fails', format: 'boolean', default: false },
    acceptedNames: {
      doc:
        'Parts of accepted profile names, ignoring case; other profiles warn; empty accepts all. sRGB, ' +
        'Display P3, Adobe RGB and ProPhoto RGB are measured, whatever the profile is called',
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
    if (acceptedNames.length === 0 || colourModel === 'grey') return []
    return acceptedNames.some((name) => isAccepted(profile, name)) ? [] : [unexpected(profile, expected)]
  },
})

/** The spaces whose primaries and curve are measured. */
const measuredSpaces = ['srgb', 'display p3', 'adobe rgb', 'prophoto rgb']

/** A profile that only calls itself sRGB is none, and one with its primaries and curve is one. */
function isAccepted({ name, space }: ColourProfile, accepted: string): boolean {
  const wanted = accepted.toLowerCase()
  const isMeasured = space !== undefined && measuredSpaces.some((one) => one.startsWith(wanted))
  return (isMeasured ? space : name).toLowerCase().includes(wanted)
}

function unexpected({ name, space }: ColourProfile, expected: string): CheckFinding {
  const content = space === 'other' ? 'another colour space' : space
  const isMisnamed = content !== undefined && expected.split(' or ').some((one) => contains(name, one))
  return {
    level: 'warn',
    message: isMisnamed
      ? `The profile is called "${name}", but describes ${content}.`
      : `The image has the profile "${name}"; expected ${expected}.`,
    measured: isMisnamed ? `${name}: ${content}` : name,
    expected,
  }
}

const contains = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase())
