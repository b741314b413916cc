import type { AnimationFacts } from '../../../../quality-control/facts/image'
import { describeCheck } from '../../../support/check-table'
import { imageFacts, pixelFacts } from '../../../support/facts'

const undecodable = { image: imageFacts({ pixels: undefined }) }
const pixels = (changes: Parameters<typeof pixelFacts>[0]) => ({
  image: imageFacts({ pixels: pixelFacts(changes) }),
})

describeCheck('image/size', [
  { name: 'no limits', facts: { image: imageFacts() }, is: 'pass' },
  {
    name: 'one of the accepted sizes',
    facts: { image: imageFacts({ widthPixels: 300, heightPixels: 250 }) },
    settings: { acceptedSizes: ['728x90', '300×250'] },
    is: 'pass',
  },
  {
    name: 'none of them',
    facts: { image: imageFacts() },
    settings: { acceptedSizes: ['300x250'] },
    is: 'fail',
    saying: '1200 × 800 pixels; wanted: 300x250',
  },
  { name: 'too narrow', facts: { image: imageFacts() }, settings: { minWidthPixels: 1201 }, is: 'fail' },
  { name: 'too low', facts: { image: imageFacts() }, settings: { minHeightPixels: 801 }, is: 'fail' },
  {
    name: 'just large enough',
    facts: { image: imageFacts() },
    settings: { minWidthPixels: 1200, minHeightPixels: 800 },
    is: 'pass',
  },
  { name: 'too wide', facts: { image: imageFacts() }, settings: { maxWidthPixels: 1199 }, is: 'fail' },
  {
    name: 'too high',
    facts: { image: imageFacts() },
    settings: { maxHeightPixels: 799 },
    is: 'fail',
    saying: 'at most 799 pixels high',
  },
])

describeCheck('image/ratio', [
  { name: 'any ratio', facts: { image: imageFacts() }, is: 'not_applicable' },
  { name: '3:2', facts: { image: imageFacts() }, settings: { acceptedRatios: ['16:9', '3:2'] }, is: 'pass' },
  {
    name: '3:2 within 1 %',
    facts: { image: imageFacts({ widthPixels: 1205 }) },
    settings: { acceptedRatios: ['3:2'] },
    is: 'pass',
  },
  {
    name: '3:2 where 1.91:1 is wanted',
    facts: { image: imageFacts() },
    settings: { acceptedRatios: ['1.91:1'] },
    is: 'fail',
    saying: '1.50:1',
  },
  {
    name: 'upright where lying is wanted',
    facts: { image: imageFacts({ widthPixels: 800, heightPixels: 1200 }) },
    settings: { acceptedRatios: ['3:2'] },
    is: 'fail',
  },
])

describeCheck('image/colour-space', [
  { name: 'RGB on screen', facts: { image: imageFacts() }, is: 'pass' },
  { name: 'greyscale on screen', facts: { image: imageFacts({ colourModel: 'grey' }) }, is: 'pass' },
  {
    name: 'CMYK on screen',
    facts: { image: imageFacts({ colourModel: 'cmyk' }) },
    is: 'fail',
    saying: 'in CMYK; wanted: RGB or greyscale',
  },
  {
    name: 'CMYK in print',
    facts: { image: imageFacts({ colourModel: 'cmyk' }) },
    settings: { acceptedModels: ['cmyk'] },
    is: 'pass',
  },
  {
    name: 'RGB in print',
    facts: { image: imageFacts() },
    settings: { acceptedModels: ['cmyk', 'grey'] },
    is: 'fail',
  },
])

const fogra = { name: 'Coated FOGRA39 (ISO 12647-2:2004)', colourModel: 'cmyk' as const }

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
    saying: 'is for cmyk colours, but the pixels are rgb',
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
])

describeCheck('image/bit-depth', [
  { name: '8 bits', facts: { image: imageFacts() }, is: 'pass' },
  {
    name: '16 bits on screen',
    facts: { image: imageFacts({ bitsPerChannel: 16 }) },
    is: 'warn',
    saying: '16 bits per channel',
  },
  {
    name: '16 bits where they are accepted',
    facts: { image: imageFacts({ bitsPerChannel: 16 }) },
    settings: { maxBits: 16 },
    is: 'pass',
  },
  { name: '1 bit', facts: { image: imageFacts({ bitsPerChannel: 1 }) }, is: 'warn' },
])

const seeThrough = {
  image: imageFacts({ hasAlphaChannel: true, pixels: pixelFacts({ transparentShare: 0.4 }) }),
}

describeCheck('image/transparency', [
  { name: 'either is fine', facts: seeThrough, is: 'not_applicable' },
  { name: 'opaque as wanted', facts: { image: imageFacts() }, settings: { wanted: 'opaque' }, is: 'pass' },
  {
    name: 'an alpha channel that hides nothing',
    facts: { image: imageFacts({ hasAlphaChannel: true }) },
    settings: { wanted: 'opaque' },
    is: 'pass',
  },
  {
    name: 'transparent where opaque is wanted',
    facts: seeThrough,
    settings: { wanted: 'opaque' },
    is: 'fail',
  },
  { name: 'transparent as wanted', facts: seeThrough, settings: { wanted: 'transparent' }, is: 'pass' },
  {
    name: 'opaque where transparent is wanted',
    facts: { image: imageFacts() },
    settings: { wanted: 'transparent' },
    is: 'fail',
  },
  {
    name: 'a picture that does not decode',
    facts: { image: imageFacts({ hasAlphaChannel: true, pixels: undefined }) },
    settings: { wanted: 'opaque' },
    is: 'not_applicable',
  },
])

const quality = (value: number) => ({
  image: imageFacts({ jpeg: { quality: value, chromaSubsampling: '4:2:0', isProgressive: false } }),
})

describeCheck('image/jpeg-quality', [
  { name: 'quality 70', facts: quality(70), is: 'pass' },
  { name: 'quality 69', facts: quality(69), is: 'warn', saying: 'about 69 of 100; wanted: at least 70' },
  { name: 'quality 30', facts: quality(30), is: 'fail', saying: 'at least 50' },
  { name: 'a PNG', facts: { image: imageFacts({ jpeg: undefined }) }, is: 'not_applicable' },
])

describeCheck('image/effective-ppi', [
  { name: '300 ppi as stated', facts: { image: imageFacts({ statedPpi: 300 }) }, is: 'pass' },
  {
    name: '200 ppi',
    facts: { image: imageFacts({ statedPpi: 200 }) },
    is: 'warn',
    saying: '200 ppi as the file states',
  },
  { name: '72 ppi', facts: { image: imageFacts({ statedPpi: 72 }) }, is: 'fail' },
  {
    name: '72 ppi as stated, but printed small',
    facts: { image: imageFacts({ statedPpi: 72 }) },
    settings: { printWidthMm: 100, printHeightMm: 67 },
    is: 'pass',
  },
  {
    name: '300 ppi as stated, but printed large',
    facts: { image: imageFacts({ statedPpi: 300 }) },
    settings: { printWidthMm: 210 },
    is: 'fail',
    saying: '145 ppi at its size in print',
  },
  { name: 'no size at all', facts: { image: imageFacts() }, is: 'not_applicable' },
])

describeCheck('image/blur', [
  { name: 'in focus', facts: pixels({ sharpness: 0.7 }), is: 'pass' },
  { name: 'at the threshold', facts: pixels({ sharpness: 0.2 }), is: 'pass' },
  { name: 'soft', facts: pixels({ sharpness: 0.15 }), is: 'warn' },
  { name: 'contrast without any edge', facts: pixels({ sharpness: undefined }), is: 'warn' },
  {
    name: 'a flat picture',
    facts: pixels({ sharpness: undefined, darkest: 100, brightest: 110 }),
    is: 'not_applicable',
  },
  { name: 'a picture that does not decode', facts: undecodable, is: 'not_applicable', saying: 'integrity' },
])

describeCheck('image/contrast', [
  { name: 'an ordinary picture', facts: pixels({}), is: 'pass' },
  { name: 'a hazy picture', facts: pixels({ darkest: 150, brightest: 190 }), is: 'warn' },
  {
    name: 'a line of black print on white',
    facts: pixels({ darkest: 0, dark: 255, bright: 255, brightest: 255 }),
    is: 'pass',
  },
  { name: 'a picture that does not decode', facts: undecodable, is: 'not_applicable' },
])

describeCheck('image/exposure', [
  { name: 'an ordinary picture', facts: pixels({}), is: 'pass' },
  {
    name: 'dark all over',
    facts: pixels({ darkest: 0, dark: 1, bright: 30, brightest: 60 }),
    is: 'warn',
    saying: 'dark',
  },
  {
    name: 'white print on black',
    facts: pixels({ darkest: 0, dark: 0, bright: 0, brightest: 255 }),
    is: 'pass',
  },
  {
    name: 'washed out',
    facts: pixels({ darkest: 180, dark: 210, bright: 255, brightest: 255 }),
    is: 'warn',
    saying: 'bright',
  },
  {
    name: 'black print on white',
    facts: pixels({ darkest: 0, dark: 255, bright: 255, brightest: 255 }),
    is: 'pass',
  },
  { name: 'a picture that does not decode', facts: undecodable, is: 'not_applicable' },
])

describeCheck('image/blank', [
  { name: 'an ordinary picture', facts: pixels({}), is: 'pass' },
  { name: 'one flat colour', facts: pixels({ deviation: 0 }), is: 'fail', saying: 'flat colour' },
  {
    name: 'transparent all over',
    facts: pixels({ deviation: 0, transparentShare: 1 }),
    is: 'fail',
    saying: 'transparent all over',
  },
  { name: 'a picture that does not decode', facts: undecodable, is: 'not_applicable' },
])

const noFlash = {
  transitions: [],
  redTransitions: [],
  mostTransitionsPerSecond: 0,
  mostRedTransitionsPerSecond: 0,
  failing: [],
  warning: [],
  extended: [],
}
const moving = (changes: Partial<AnimationFacts>) => ({
  image: imageFacts({
    format: 'gif',
    pages: 10,
    animation: { frames: 10, durationSeconds: 5, loops: 1, framesExamined: 10, flash: noFlash, ...changes },
  }),
})

describeCheck('image/animation', [
  { name: 'a still', facts: { image: imageFacts() }, is: 'not_applicable' },
  { name: 'five seconds, once', facts: moving({}), is: 'pass' },
  { name: 'fifteen seconds, three times', facts: moving({ durationSeconds: 15, loops: 3 }), is: 'pass' },
  { name: 'too long', facts: moving({ durationSeconds: 15.1 }), is: 'warn', saying: '15.1 s' },
  { name: 'for ever', facts: moving({ loops: 0 }), is: 'warn', saying: 'for ever' },
  { name: 'four times', facts: moving({ loops: 4 }), is: 'warn', saying: '4 times' },
])

const span = { start: 1, end: 2 }

describeCheck('image/flashes', [
  { name: 'a still', facts: { image: imageFacts() }, is: 'not_applicable' },
  { name: 'a calm animation', facts: moving({}), is: 'pass' },
  {
    name: 'four flashes a second',
    facts: moving({ flash: { ...noFlash, mostTransitionsPerSecond: 8, failing: [span] } }),
    is: 'fail',
    saying: 'more than three times',
  },
  {
    name: 'three flashes a second',
    facts: moving({ flash: { ...noFlash, mostTransitionsPerSecond: 6, warning: [span] } }),
    is: 'warn',
  },
  {
    name: 'three flashes a second for long',
    facts: moving({ flash: { ...noFlash, mostTransitionsPerSecond: 6, extended: [span] } }),
    is: 'fail',
    saying: 'keeps flashing',
  },
])

describeCheck('image/extra-pages', [
  { name: 'one picture', facts: { image: imageFacts() }, is: 'pass' },
  {
    name: 'a TIFF of three pages',
    facts: { image: imageFacts({ format: 'tiff', pages: 3 }) },
    is: 'warn',
    saying: '3 pictures',
  },
  { name: 'an animation', facts: moving({}), is: 'pass' },
])

describeCheck('image/high-dynamic-range', [
  { name: 'standard range', facts: { image: imageFacts() }, is: 'pass' },
  { name: 'a gain map', facts: { image: imageFacts({ hdr: 'gain map' }) }, is: 'warn', saying: 'gain map' },
  {
    name: 'PQ where it is accepted',
    facts: { image: imageFacts({ hdr: 'pq' }) },
    settings: { isAccepted: true },
    is: 'pass',
  },
])

describeCheck('image/exif-orientation', [
  { name: 'upright', facts: { image: imageFacts() }, is: 'pass' },
  {
    name: 'turned by a tag',
    facts: { image: imageFacts({ orientation: 6 }) },
    is: 'warn',
    saying: 'orientation 6',
  },
  {
    name: 'turned where it is accepted',
    facts: { image: imageFacts({ orientation: 6 }) },
    settings: { isAccepted: true },
    is: 'pass',
  },
])
