import { type CheckOutcome, defineCheck } from '../../quality-control/checks/check'
import { findingKey } from '../../quality-control/finding-key'
import { renderReport } from '../../quality-control/report/render-report'
import type { Evidence } from '../../quality-control/run-check'
import { runChecks } from '../../quality-control/run-checks'
import { acceptedFindings } from '../../quality-control/waived'
import type { Plan, Waiver } from '../../workflows/contract'
import { exampleReport } from '../support/example-report'

const evidence = { facts: { file: {} }, problems: {} } as unknown as Evidence
const by = { reason: 'the black is meant', by: 'ada', at: '2026-11-27T09:30:00.000Z' }
const head = { message: 'Black between shots at 3 s.', at: { startSeconds: 3, endSeconds: 4 } }
const tail = { level: 'warn' as const, message: 'Black for 2 s at the END.', at: { startSeconds: 28 } }

function judged(waivers: Partial<Waiver>[], found: CheckOutcome, more: Partial<Plan> = {}) {
  const check = defineCheck({
    ...{ title: 'No black', failureTitle: 'Black frames', why: 'w', remedy: 'r', source: 's' },
    ...{ needs: ['file'], severity: 'major', settings: {}, run: () => found },
  })
  const plan: Plan = {
    profile: { id: 'p', title: 'P', version: '0' },
    checks: [{ id: 'a/black', severity: 'major', isRequired: true, settings: {} }],
    waivers: waivers.map((waiver, index) => ({ id: `w-${index}`, check: 'a/black', ...by, ...waiver })),
    ...more,
  }
  const outcome = runChecks(plan, evidence, new Map([['a/black', check]]))
  const { score, verdict, results, waivers: used } = outcome
  return { score, verdict, status: results[0]?.status, used: used?.map(({ id }) => id), results }
}

test.each([
  ['nothing is accepted', [], { score: 79, verdict: 'fail', status: 'fail' }],
  ['the whole check', [{}], { score: 100, verdict: 'pass', status: 'accepted', used: ['w-0'] }],
  ['by words of the finding, in any case', [{ containing: 'at the end' }], { score: 79, status: 'fail' }],
  [
    'one finding of a version by its key',
    [{ finding: findingKey('a/black', head) }],
    { score: 92.5, verdict: 'pass', status: 'warn', used: ['w-0'] },
  ],
  [
    'two waivers for two findings',
    [{ finding: findingKey('a/black', head) }, { containing: 'at the end' }],
    { score: 100, status: 'accepted', used: ['w-0', 'w-1'] },
  ],
  ['another check', [{ check: 'a/freeze' }], { score: 79, status: 'fail' }],
  ['a finding that is not there', [{ finding: '000000000000' }], { score: 79, status: 'fail' }],
])('accepting %s', (_, waivers, expected) => {
  expect(judged(waivers, [tail, head])).toMatchObject(expected)
})

test('what is not accepted comes first, and more findings than are kept are counted all the same', () => {
  const many = Array.from({ length: 25 }, (_, n) => ({ message: `Black ${n}` }))
  const { results, used } = judged([{ containing: 'black 1' }], many)
  expect(results[0]).toMatchObject({ status: 'fail', findingsOmitted: 5, findingsAccepted: 11 })
  expect(results[0]?.findings.map(({ accepted }) => accepted !== undefined)).toEqual([
    ...Array.from({ length: 14 }, () => false),
    ...Array.from({ length: 6 }, () => true),
  ])
  expect({ used, count: acceptedFindings(results) }).toEqual({ used: ['w-0'], count: 11 })
})

test('a file that could not be judged and a check that could not run cannot be accepted', () => {
  const rejection = { type: 'corrupt' as const, message: 'damaged' }
  expect(judged([{ check: 'file/integrity' }, {}], [head], { rejection })).toMatchObject({
    ...{ verdict: 'fail', score: 0, used: undefined },
  })
  const problems = { problems: { file: 'ffprobe broke' }, facts: {} } as unknown as Evidence
  const check = defineCheck({
    ...{ title: 't', failureTitle: 'f', why: 'w', remedy: 'r', source: 's', needs: ['file'] },
    ...{ severity: 'major', settings: {}, run: () => [] },
  })
  const plan: Plan = {
    ...{ profile: { id: 'p', title: 'P', version: '0' }, waivers: [{ id: 'w-0', check: 'a/x', ...by }] },
    checks: [{ id: 'a/x', severity: 'major', isRequired: true, settings: {} }],
  }
  expect(runChecks(plan, problems, new Map([['a/x', check]])).verdict).toBe('error')
})

test('the key of a finding survives JSON and shortened messages, and tells places apart', () => {
  const long = {
    message: `Word ${'x'.repeat(400)}`,
    at: { page: 2, box: { x: 0.1, y: 0.2, width: 0.3, height: 0.4 } },
  }
  const short = { ...long, message: `${long.message.slice(0, 199)}…` }
  expect(findingKey('a/b', JSON.parse(JSON.stringify(short)) as typeof long)).toBe(findingKey('a/b', long))
  const others = [{ ...long, at: { page: 3 } }, { ...long, message: 'Word y' }, { message: long.message }]
  expect(new Set([long, ...others].map((one) => findingKey('a/b', one))).size).toBe(4)
  expect(findingKey('a/c', long)).not.toBe(findingKey('a/b', long))
})

const waiver = { id: 'w-1', check: 'video/letterbox', ...by, reason: '<b>cinema</b>', until: '2027-01-31' }
const acceptedReport = () => {
  const report = exampleReport({ verdict: 'pass', score: 100, penalties: [], waivers: [waiver] })
  const results = report.results
    .filter(({ status }) => status !== 'fail' && status !== 'errored')
    .map((result) =>
      result.check !== 'video/letterbox'
        ? result
        : {
            ...{ ...result, status: 'accepted' as const, findingsAccepted: 1 },
            findings: result.findings.map((finding) => ({ ...finding, accepted: 'w-1' })),
          },
    )
  return { ...report, results }
}

test('the report shows what was accepted, by whom, when and why, and says so beside the verdict', () => {
  const page = renderReport(acceptedReport(), [])
  expect(page).toContain('<title>Pass, with 1 accepted finding: ')
  expect(page).toMatch(/Pass<\/strong>\s*<\/p>\s*<p class="accepted-note">Pass, with 1 accepted finding/)
  expect(page).toContain('&lt;b&gt;cinema&lt;/b&gt;')
  expect(page).toMatch(/Accepted by ada, .*27 November 2026, 09:30:00 UTC.*, until 31 January 2027/)
  expect(page).toContain('The video has black bars')
  expect(page).toMatch(/black bars \(Accepted\)<\/th>\s*<td>0</)
  expect(page).not.toContain('What to do</h2>')
  expect(page).not.toContain('Minor points')
})

test.each([
  ['de', 'mit 1 akzeptierten Befund', 'Akzeptiert von ada'],
  ['fr', 'avec 1 constat accepté', 'Accepté par ada'],
  ['es', 'con 1 hallazgo aceptado', 'Aceptado por ada'],
] as const)('in %s', (language, verdict, person) => {
  const page = renderReport(acceptedReport(), [], { language })
  expect(page).toContain(verdict)
  expect(page).toContain(person)
})
