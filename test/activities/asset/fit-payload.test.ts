import { fitPayload } from '../../../activities/asset/fit-payload'
import type { CheckResult, Report } from '../../../workflows/contract'

const result = (findings: number): CheckResult => ({
  check: 'copy/spelling',
  title: 'Words are misspelt',
  status: 'warn',
  severity: 'minor',
  findings: Array.from({ length: findings }, (_, index) => ({
    level: 'warn',
    message: `${'word '.repeat(80)}${index}`,
  })),
  findingsOmitted: 2,
})

const report = (changes: Partial<Report>): Report => ({
  schema: 1,
  ...{
    session: 's',
    clientId: 'acme',
    clientName: 'Acme',
    fileName: 'a.png',
    sizeBytes: 1,
    sha1: 'a',
    fileId: '1',
    versionId: '2',
  },
  ...{
    eventTime: '2026-11-24T09:30:00Z',
    workflowId: 'w',
    profile: { id: 'p', title: 'P', version: 'v' },
    verdict: 'pass',
    score: 90,
  },
  ...{ penalties: [], results: [], technicalFacts: [], visuals: {}, tools: [] },
  ...changes,
})

const bytes = (value: Report) => Buffer.byteLength(JSON.stringify(value))

describe('fitPayload', () => {
  it('leaves a small report as it is', () => {
    const small = report({ results: [result(3)] })
    expect(fitPayload(small)).toBe(small)
  })

  it('fits any report into 48 KB, and counts what it leaves out', () => {
    const words = Array.from({ length: 200 }, () => ({
      text: 'w'.repeat(300),
      x: 0,
      y: 0,
      width: 1,
      height: 1,
    }))
    const large = report({
      results: Array.from({ length: 60 }, () => result(20)),
      technicalFacts: Array.from({ length: 300 }, () => ({ label: 'Label', value: 'v'.repeat(1000) })),
      visuals: { words },
    })
    const fitted = fitPayload(large)
    expect(bytes(large)).toBeGreaterThan(500_000)
    expect(bytes(fitted)).toBeLessThan(50_000)
    for (const { findings, findingsOmitted } of fitted.results)
      expect(findings.length + findingsOmitted).toBe(22)
    expect(fitted).toMatchObject({ verdict: 'pass', score: 90 })
  })
})
