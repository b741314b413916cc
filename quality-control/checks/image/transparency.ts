import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Transparency is as expected',
  failureTitle: 'Transparency is not as expected',
  why: 'A transparent image changes with its background. A logo without transparency sits in a box.',
  remedy: 'Flatten the image on its background, or export it with a transparent background.',
  source: 'No standard: the placement decides',
  needs: ['image'],
  severity: 'major',
  settings: {
    wanted: {
      doc: 'opaque: no pixel may be transparent; transparent: some must be; any: both pass',
      format: 'string',
      choices: ['opaque', 'transparent', 'any'],
      default: 'any',
    },
  },
  run: ({ image: { hasAlphaChannel, pixels } }, { wanted }) => {
    if (wanted === 'any') return notApplicable('The profile accepts opaque and transparent images.')
    if (hasAlphaChannel && pixels === undefined)
      return notApplicable('The image cannot be decoded: see file/integrity.')
    const share = pixels?.transparentShare ?? 0
    const measured = share === 0 ? 'opaque' : `${(share * 100).toFixed(1)} % transparent`
    if (wanted === 'opaque' && share > 0)
      return [{ message: 'Parts of the image are transparent.', measured, expected: 'opaque' }]
    if (wanted === 'transparent' && share === 0) {
      return [
        { message: 'No part of the image is transparent.', measured, expected: 'a transparent background' },
      ]
    }
    return []
  },
})
