import { describeCheck } from '../../../support/check-table'
import { fileFacts } from '../../../support/facts'

const noTraces = { hasGps: false, hasSerialNumber: false, hasAuthor: false }

describeCheck('file/privacy', [
  { name: 'no traces', facts: { file: fileFacts() }, is: 'pass' },
  {
    name: 'a GPS position',
    facts: { file: fileFacts({ privacy: { ...noTraces, hasGps: true } }) },
    is: 'warn',
    saying: 'GPS',
  },
  {
    name: 'a serial number',
    facts: { file: fileFacts({ privacy: { ...noTraces, hasSerialNumber: true } }) },
    is: 'warn',
  },
  {
    name: 'an author',
    facts: { file: fileFacts({ privacy: { ...noTraces, hasAuthor: true } }) },
    is: 'warn',
  },
  {
    name: 'an author whom the profile accepts',
    facts: { file: fileFacts({ privacy: { ...noTraces, hasAuthor: true } }) },
    settings: { isAuthorAccepted: true },
    is: 'pass',
  },
  {
    name: 'a path with the name of a user',
    facts: { file: fileFacts({ privacy: { ...noTraces, hasUserPath: true } }) },
    is: 'warn',
    saying: 'a path on a computer',
  },
  {
    name: 'a thumbnail of something else',
    facts: { file: fileFacts({ privacy: { ...noTraces, hasOtherThumbnail: true } }) },
    is: 'warn',
    saying: 'before it was cropped',
  },
])
