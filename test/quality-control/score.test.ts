import { score } from '../../quality-control/score'
import type { CheckResult, CheckStatus, Severity } from '../../workflows/contract'

function result(status: CheckStatus, severity: Severity, check = `room/${status}-${severity}`): CheckResult {
  return { check, title: check, status, severity, findings: [], findingsOmitted: 0 }
}
const nothingRequired = new Set<string>()

describe('the score', () => {
  it.each<[string, CheckResult[], string, number]>([
    ['nothing but passes', [result('pass', 'blocker')], 'pass', 100],
    ['a minor fail', [result('fail', 'minor')], 'pass', 95],
    ['two minor warnings', [result('warn', 'minor'), result('warn', 'minor')], 'pass', 95],
    ['a major warning and a minor fail', [result('warn', 'major'), result('fail', 'minor')], 'review', 87.5],
    ['a blocker warning', [result('warn', 'blocker')], 'review', 80],
    ['a major fail, capped at 79', [result('fail', 'major')], 'fail', 79],
    ['two major fails', [result('fail', 'major'), result('fail', 'major')], 'fail', 70],
    ['a blocker fail, capped at 49', [result('fail', 'blocker')], 'fail', 49],
    [
      'three blocker fails, never below 0',
      [1, 2, 3].map((n) => result('fail', 'blocker', `room/${n}`)),
      'fail',
      0,
    ],
    ['a note that failed costs nothing', [result('fail', 'info')], 'pass', 100],
    ['what does not apply costs nothing', [result('not_applicable', 'blocker')], 'pass', 100],
    ['an optional check that could not run costs nothing', [result('errored', 'blocker')], 'pass', 100],
  ])('%s', (_, results, verdict, points) => {
    expect(score(results, nothingRequired)).toMatchObject({ verdict, score: points })
  })

  it('gives no score and never a pass when a required check could not run', () => {
    const judged = score(
      [result('errored', 'minor', 'room/needed'), result('fail', 'blocker')],
      new Set(['room/needed']),
    )
    expect(judged.verdict).toBe('error')
    expect(judged.score).toBeUndefined()
  })

  it('lists one penalty per check, so that the report can print the sum', () => {
    const { penalties } = score(
      [result('fail', 'major', 'a/b'), result('warn', 'minor', 'c/d'), result('pass', 'blocker')],
      nothingRequired,
    )
    expect(penalties).toEqual([
      { check: 'a/b', points: 15 },
      { check: 'c/d', points: 2.5 },
    ])
  })
})
