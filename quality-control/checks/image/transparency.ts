import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Transparency is as wanted',
  failureTitle: 'Transparency is not as wanted',
  why: 'A see-through picture changes with the background it lands on; a logo without transparency sits in a box.',
  remedy:
    'Flatten the picture on its background, or export it with a transparent one, as the placement asks.',
  needs: ['image'],
  severity: 'major',
  settings: {
    wanted: {
      doc: 'opaque: no pixel may be transparent; transparent: some must be; any: both are fine',
      format: 'string',
      choices: ['opaque', 'transparent', 'any'],
      default: 'any',
    },
  },
  run: ({ image: { hasAlphaChannel, pixels } }, { wanted }) => {
    if (wanted === 'any') return notApplicable('The profile accepts both.')
    if (hasAlphaChannel && pixels === undefined)
      return notApplicable('The picture does not decode: see its integrity.')
    const share = pixels?.transparentShare ?? 0
    const measured = share === 0 ? 'opaque' : `${(share * 100).toFixed(1)} % transparent`
    if (wanted === 'opaque' && share > 0)
      return [{ message: 'Parts of the picture are transparent.', measured, expected: 'opaque' }]
    if (wanted === 'transparent' && share === 0) {
      return [
        { message: 'No part of the picture is transparent.', measured, expected: 'a transparent background' },
      ]
    }
    return []
  },
})
