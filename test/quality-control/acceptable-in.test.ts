import { acceptableIn, type Wanted } from '../../quality-control/acceptable-in'
import { findingKey } from '../../quality-control/finding-key'
import { exampleReport } from '../support/example-report'

const report = exampleReport()
const target = { clientId: 'acme', fileId: report.fileId, versionId: report.versionId }
const finding = report.results[1]!.findings[0]!
const key = findingKey('audio/loudness', finding)

test('a finding can be accepted by its number or its key, and a check as a whole', () => {
  const loudness = { ...target, check: 'audio/loudness', message: finding.message, finding: key }
  expect(acceptableIn(report, { number: '2' })).toEqual(loudness)
  expect(acceptableIn(report, { check: 'audio/loudness', finding: key })).toEqual(loudness)
  expect(acceptableIn(report, { check: 'video/letterbox' })).toEqual({
    ...{ ...target, check: 'video/letterbox', message: 'The video has black bars' },
  })
})

test.each<[string, Wanted, object, RegExp]>([
  ['a number that is not there', { number: '9' }, {}, /no finding 9, it has 3 findings/],
  ['a key of another check', { check: 'video/letterbox', finding: key }, {}, /not in the newest report/],
  ['a check without findings', { check: 'video/frame-rate' }, {}, /found nothing in this file/],
  ['a check that could not run', { check: 'copy/spelling' }, {}, /could not run, which nobody can accept/],
  [
    'a rejection',
    { check: 'file/integrity' },
    { rejection: { type: 'corrupt', message: 'The file is damaged.' } },
    /nobody can accept: the file could not be judged. The file is damaged/,
  ],
  ['a run without a report', { number: '1' }, { results: undefined }, /has no result yet/],
])('%s cannot be accepted, and why is said', (_, wanted, changes, words) => {
  expect(acceptableIn({ ...report, ...changes }, wanted)).toEqual(
    expect.objectContaining({ problem: expect.stringMatching(words) as string }),
  )
})
