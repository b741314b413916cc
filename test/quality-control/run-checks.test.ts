import { runChecks } from '../../quality-control/run-checks'
import { defineCheck } from '../../quality-control/checks/check'
import type { Check, CheckOutcome } from '../../quality-control/checks/check'
import type { Evidence } from '../../quality-control/run-check'
import type { Plan } from '../../workflows/contract'

const words = {
  title: 'It is fine',
  failureTitle: 'It is not fine',
  why: 'Because.',
  remedy: 'Fix it.',
  source: 'No standard',
}

function checkThat(run: () => CheckOutcome): Check {
  return defineCheck({ ...words, needs: ['file'], severity: 'major', settings: {}, run })
}

function planOf(id: string, isRequired = false): Plan {
  return {
    profile: { id: 'p', title: 'P', version: '0' },
    checks: [{ id, severity: 'major', isRequired, settings: {} }],
  }
}

const evidence = { facts: { file: {} }, problems: {} } as unknown as Evidence

describe('judging a plan', () => {
  it('turns findings into a fail with its reason and remedy, and none into a pass', () => {
    const checks = new Map([
      ['a/bad', checkThat(() => [{ message: 'too small' }])],
      ['a/good', checkThat(() => [])],
    ])
    expect(runChecks(planOf('a/bad'), evidence, checks).results[0]).toMatchObject({
      status: 'fail',
      title: 'It is not fine',
      why: 'Because.',
      remedy: 'Fix it.',
      findings: [{ level: 'fail', message: 'too small' }],
    })
    expect(runChecks(planOf('a/good'), evidence, checks).results[0]).toMatchObject({
      status: 'pass',
      title: 'It is fine',
      findings: [],
    })
  })

  it('keeps fails when it caps the findings, and counts the rest', () => {
    const many = [
      ...Array.from({ length: 40 }, () => ({ level: 'warn' as const, message: 'w' })),
      { message: 'the reason' },
    ]
    const [result] = runChecks(
      planOf('a/many'),
      evidence,
      new Map([['a/many', checkThat(() => many)]]),
    ).results
    expect(result).toMatchObject({ status: 'fail', findingsOmitted: 21 })
    expect(result?.findings).toHaveLength(20)
    expect(result?.findings[0]?.message).toBe('the reason')
  })

  it('calls a throw errored, never a pass, and makes the verdict error when the check is required', () => {
    const checks = new Map([
      [
        'a/bug',
        checkThat(() => {
          throw new Error('boom')
        }),
      ],
    ])
    expect(runChecks(planOf('a/bug', true), evidence, checks)).toMatchObject({
      verdict: 'error',
      results: [{ status: 'errored', reason: 'The check has a bug: boom' }],
    })
    expect(runChecks(planOf('a/bug', false), evidence, checks).verdict).toBe('pass')
  })

  it('calls it errored when the facts could not be had, and not applicable when the file has none', () => {
    const checks = new Map([['a/good', checkThat(() => [])]])
    expect(
      runChecks(planOf('a/good'), { facts: {}, problems: { file: 'the probe died' } }, checks).results[0],
    ).toMatchObject({
      status: 'errored',
      reason: 'the probe died',
    })
    expect(runChecks(planOf('a/good'), { facts: {}, problems: {} }, checks).results[0]).toMatchObject({
      status: 'not_applicable',
    })
  })

  it('does not pass a check that this release does not know', () => {
    expect(runChecks(planOf('a/gone', true), evidence, new Map())).toMatchObject({
      verdict: 'error',
      results: [{ status: 'errored' }],
    })
  })

  it('fails a rejected asset with score 0 and runs nothing', () => {
    const run = () => {
      throw new Error('must not run')
    }
    const plan: Plan = { ...planOf('a/x'), rejection: { type: 'empty', message: 'It is empty.' } }
    expect(runChecks(plan, evidence, new Map([['a/x', checkThat(run)]]))).toEqual({
      results: [],
      verdict: 'fail',
      score: 0,
      penalties: [],
    })
  })
})
