import { describeCheck } from '../../../support/check-table'
import { fileFacts, integrityFacts } from '../../../support/facts'

const noTraces = { hasGps: false, hasSerialNumber: false, hasAuthor: false }

describeCheck('file/type', [
  { name: 'a JPEG named .jpg', facts: { file: fileFacts() }, is: 'pass' },
  { name: 'a JPEG named .jpeg', facts: { file: fileFacts({ extension: 'jpeg' }) }, is: 'pass' },
  {
    name: 'a JPEG named .png',
    facts: { file: fileFacts({ extension: 'png' }) },
    is: 'fail',
    saying: 'JPEG picture, but its name has .png',
  },
  {
    name: 'a JPEG without extension',
    facts: { file: fileFacts({ extension: '' }) },
    is: 'fail',
    saying: 'no extension',
  },
  {
    name: 'an unknown kind',
    facts: { file: fileFacts({ detectedType: 'unknown', typeExtensions: [] }) },
    is: 'fail',
  },
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

describeCheck('file/weight', [
  { name: 'no limits', facts: { file: fileFacts({ sizeBytes: 5e9 }) }, is: 'pass' },
  {
    name: 'just at the limit',
    facts: { file: fileFacts({ sizeBytes: 150_000 }) },
    settings: { maxBytes: 150_000 },
    is: 'pass',
  },
  {
    name: 'a byte over the limit',
    facts: { file: fileFacts({ sizeBytes: 150_100 }) },
    settings: { maxBytes: 150_000 },
    is: 'fail',
    saying: '150.1 kB; wanted: at most 150 kB',
  },
  { name: 'a few bytes', facts: { file: fileFacts({ sizeBytes: 12 }) }, is: 'fail', saying: 'only 12 bytes' },
])

describeCheck('file/name-pattern', [
  { name: 'an ordinary name', facts: { file: fileFacts({ name: 'Größe – 50 % 😀.jpg' }) }, is: 'pass' },
  { name: 'a line break', facts: { file: fileFacts({ name: 'a\nb.jpg' }) }, is: 'fail' },
  { name: 'a colon', facts: { file: fileFacts({ name: 'a:b.jpg' }) }, is: 'fail' },
  {
    name: 'a name by the client’s rule',
    facts: { file: fileFacts({ name: 'ACME_2026_summer_300x250.jpg' }) },
    settings: { pattern: '^[A-Z]+_\\d{4}_.+\\.jpg$' },
    is: 'pass',
  },
  {
    name: 'a name against it',
    facts: { file: fileFacts() },
    settings: { pattern: '^[A-Z]+_', rule: 'CLIENT_…' },
    is: 'fail',
    saying: 'CLIENT_…',
  },
])

describeCheck('file/integrity', [
  { name: 'a sound file', facts: { integrity: integrityFacts() }, is: 'pass' },
  {
    name: 'all frames but one of a thousand',
    facts: { integrity: integrityFacts({ decodedFrames: 999, declaredFrames: 1000 }) },
    is: 'pass',
  },
  {
    name: 'a tenth missing',
    facts: { integrity: integrityFacts({ decodedFrames: 90, declaredFrames: 100 }) },
    is: 'fail',
    saying: '90 of 100',
  },
  {
    name: 'one decoder error',
    facts: { integrity: integrityFacts({ errorCount: 1, errors: ['premature end'] }) },
    is: 'fail',
    saying: 'premature end',
  },
  {
    name: 'one error, when the profile lets it pass',
    facts: { integrity: integrityFacts({ errorCount: 1 }) },
    settings: { maxErrors: 1 },
    is: 'pass',
  },
  {
    name: 'nothing decodes',
    facts: { integrity: integrityFacts({ isDecodable: false, errors: ['no data'] }) },
    is: 'fail',
    saying: 'cannot be decoded',
  },
])

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
])
