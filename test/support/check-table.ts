import type { CheckResult, CheckStatus, SettingValue } from '../../workflows/contract'
import { catalogue } from '../../quality-control/checks/catalogue'
import type { Facts } from '../../quality-control/facts/facts'
import { runCheck } from '../../quality-control/run-check'
import { translatorOf } from '../../quality-control/report/words/translator'
import { isTranslated } from '../../quality-control/report/words/translations-of'
import { planChecks } from '../../quality-control/plan-checks'

export interface CheckRow {
  /** Describes the asset: the test's title reads "<status>: <name>". */
  name: string
  facts: Partial<Facts>
  /** Settings of the profile; the others keep their defaults. */
  settings?: Record<string, SettingValue>
  is: CheckStatus
  /** Must be in a finding's message, or in the reason when there is none. */
  saying?: string | RegExp
}

/**
 * One test per row of an accept/reject table, evaluated as in a run. A table must accept and reject
 * something.
 */
export function describeCheck(id: string, rows: CheckRow[]): void {
  describe(id, () => {
    test('the table accepts and rejects something', () => {
      expect(rows.some((row) => row.is === 'pass')).toBe(true)
      expect(rows.some((row) => row.is === 'fail' || row.is === 'warn')).toBe(true)
    })
    test.each(rows.map((row) => ({ ...row, title: `${row.is}: ${row.name}` })))(
      '$title',
      ({ facts, settings, is, saying }) => {
        const result = run(id, facts, settings ?? {})
        expect(`${result.status} ${result.status === 'errored' ? result.reason : ''}`.trim()).toBe(is)
        const said = [...result.findings.map(({ message }) => message), result.reason ?? ''].join('\n')
        if (saying !== undefined) expect(said).toMatch(saying)
        expect(untranslated(result)).toEqual([])
      },
    )
  })
}

/** What a report in another language would say in English. */
function untranslated({ check, title, why, remedy, reason, findings }: CheckResult): string[] {
  const said = [title, why, remedy, reason, ...findings.map(({ message }) => message)]
  return (['de', 'fr', 'es'] as const).filter(isTranslated).flatMap((language) => {
    const translated = translatorOf(language)
    return said.flatMap((text) =>
      text === undefined || translated({ check }, text) !== undefined ? [] : [`${language}: ${text}`],
    )
  })
}

function run(id: string, facts: Partial<Facts>, settings: Record<string, SettingValue>) {
  const check = catalogue().get(id)
  if (check === undefined) throw new Error(`no check ${id} in the catalogue`)
  const profile = {
    id: 'test',
    title: '',
    description: '',
    version: '',
    media: [],
    extensions: [],
    maxBytes: 1,
    checks: [{ id, settings }],
  }
  const [planned] = planChecks(profile, catalogue())
  if (planned === undefined) throw new Error(`${id} was not planned`)
  return runCheck(planned, check, { facts, problems: {} })
}

type Rest = Omit<Partial<CheckRow>, 'facts' | 'is'>

/** Rows of a table whose facts are made of changes: `pass('25 fps', { … })`. */
export function rowsOf<C>(factsOf: (changes: C) => Partial<Facts>) {
  const row =
    (is: CheckStatus) =>
    (name: string, changes: C, rest: Rest = {}): CheckRow => ({ name, is, facts: factsOf(changes), ...rest })
  return { pass: row('pass'), warn: row('warn'), fail: row('fail'), notApplicable: row('not_applicable') }
}
