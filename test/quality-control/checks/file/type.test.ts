import { describeCheck } from '../../../support/check-table'
import { fileFacts } from '../../../support/facts'

describeCheck('file/type', [
  { name: 'a JPEG named .jpg', facts: { file: fileFacts() }, is: 'pass' },
  { name: 'a JPEG named .jpeg', facts: { file: fileFacts({ extension: 'jpeg' }) }, is: 'pass' },
  {
    name: 'a JPEG named .png',
    facts: { file: fileFacts({ extension: 'png' }) },
    is: 'fail',
    saying: 'JPEG image, but its name has the extension .png',
  },
  {
    name: 'a JPEG without extension',
    facts: { file: fileFacts({ extension: '' }) },
    is: 'fail',
    saying: 'no extension',
  },
  {
    name: 'a phone video of QuickTime brand named .mp4',
    facts: { file: fileFacts({ extension: 'mp4', detectedType: 'mov', typeExtensions: ['mov', 'qt'] }) },
    is: 'warn',
    saying: '.mp4',
  },
  {
    name: 'an unknown kind',
    facts: { file: fileFacts({ detectedType: 'unknown', typeExtensions: [] }) },
    is: 'fail',
  },
  ...['an SVG drawing', 'an AVIF image', 'a HEIC image', 'an MP4 video'].map((kind) => ({
    name: `${kind} named .jpg`,
    facts: { file: fileFacts({ typeDescription: kind.replace(/^an? /, ''), typeExtensions: ['other'] }) },
    is: 'fail' as const,
    saying: `is ${kind},`,
  })),
  {
    name: 'an accepted kind',
    facts: { file: fileFacts() },
    settings: { acceptedTypes: ['jpeg'] },
    is: 'pass',
  },
  {
    name: 'a kind that is not accepted',
    facts: { file: fileFacts() },
    settings: { acceptedTypes: ['png', 'gif'] },
    is: 'fail',
    saying: 'png or gif',
  },
])
