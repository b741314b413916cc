import type { RgbSpace } from '../../../../quality-control/facts/image'
import { describeCheck } from '../../../support/check-table'
import { imageFacts } from '../../../support/facts'

const fogra = { name: 'Coated FOGRA39 (ISO 12647-2:2004)', colourModel: 'cmyk' as const }

const rgb = (name: string, space?: RgbSpace) => ({
  image: imageFacts({ profile: { name, colourModel: 'rgb', space } }),
})

describeCheck('image/icc-profile', [
  { name: 'sRGB', facts: { image: imageFacts() }, is: 'pass' },
  { name: 'none where none is required', facts: { image: imageFacts({ profile: undefined }) }, is: 'pass' },
  {
    name: 'none where one is required',
    facts: { image: imageFacts({ profile: undefined }) },
    settings: { isRequired: true },
    is: 'fail',
  },
  {
    name: 'a CMYK profile on RGB pixels',
    facts: { image: imageFacts({ profile: fogra }) },
    is: 'fail',
    saying: 'is for cmyk, but the pixels are rgb',
  },
  {
    name: 'Adobe RGB on screen',
    facts: { image: imageFacts({ profile: { name: 'Adobe RGB (1998)', colourModel: 'rgb' } }) },
    is: 'warn',
  },
  {
    name: 'any profile where all are accepted',
    facts: { image: imageFacts({ profile: { name: 'x', colourModel: 'rgb' } }) },
    settings: { acceptedNames: [] },
    is: 'pass',
  },
  {
    name: 'FOGRA39 in print',
    facts: { image: imageFacts({ colourModel: 'cmyk', profile: fogra }) },
    settings: { acceptedNames: ['fogra39'] },
    is: 'pass',
  },
  {
    name: 'a tone curve on greyscale',
    facts: {
      image: imageFacts({ colourModel: 'grey', profile: { name: 'Dot Gain 20%', colourModel: 'grey' } }),
    },
    is: 'pass',
  },
  { name: 'sRGB under another name', facts: rgb('c2', 'sRGB'), is: 'pass' },
  {
    name: 'another space that calls itself sRGB',
    facts: rgb('sRGB IEC61966-2.1', 'Display P3'),
    is: 'warn',
    saying: 'is called "sRGB IEC61966-2.1", but describes Display P3',
  },
  { name: 'sRGB’s name on an unknown space', facts: rgb('sRGB', 'other'), is: 'warn', saying: 'another' },
  {
    name: 'Adobe RGB under its maker’s name, where it is wanted',
    facts: rgb('Nikon Adobe RGB 4.0.0.3002', 'Adobe RGB (1998)'),
    settings: { acceptedNames: ['Adobe RGB'] },
    is: 'pass',
  },
  {
    name: 'a space without a measured definition, where its name is wanted',
    facts: rgb('eciRGB v2', 'other'),
    settings: { acceptedNames: ['eciRGB'] },
    is: 'pass',
  },
])
