import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { parse } from 'yaml'

interface Rule {
  alert: string
  expr: string
  annotations: { summary: string }
}

const root = join(__dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const { groups } = parse(read('deploy/monitoring/rules.yml')) as { groups: { rules: Rule[] }[] }
const rules = groups.flatMap((group) => group.rules)
const dashboard = JSON.parse(read('deploy/monitoring/grafana/box-qc.json')) as object
const expressions: [string, string][] = [
  ...rules.map(({ alert, expr }): [string, string] => [alert, expr]),
  ...expressionsIn(dashboard).map((expr): [string, string] => ['dashboard', expr]),
]

test.each(expressions)('Prometheus can read the expression of %s: %s', async (_, expr) => {
  expect(await problemsOf(expr)).toEqual([])
})

test.each(['sum(rate(a_total[5m])', 'sum by (a_total[5m])', 'rate(a_total{b=c}[5m])', 'a >> 1'])(
  'the grammar is compared in earnest: %s',
  async (expr) => {
    expect(await problemsOf(expr)).not.toEqual([])
  },
)

/** A renamed reason would turn an alert off without a word. */
test('the values that expressions select by are values that the gateway sets', () => {
  const gateway = execFileSync('git', ['grep', '-h', "'", '--', 'webhook-gateway'], {
    cwd: root,
    encoding: 'utf8',
  })
  const selected = expressions.flatMap(([, expr]) => [...expr.matchAll(/\b(\w+)=~?"([^"]+)"/g)])
  const values = selected.filter(([, label]) => label !== 'job').map(([, , value = '']) => value)
  expect(values.length).toBeGreaterThan(3)
  expect(values.filter((value) => !gateway.includes(`'${value}'`))).toEqual([])
})

test('the jobs that alerts ask for are scraped', () => {
  const { scrape_configs } = parse(read('deploy/monitoring/prometheus.yml')) as {
    scrape_configs: { job_name: string }[]
  }
  const jobs = rules.flatMap(({ expr }) => [...expr.matchAll(/job="([^"]+)"/g)].map(([, job]) => job))
  expect(scrape_configs.map(({ job_name }) => job_name)).toEqual(expect.arrayContaining(jobs))
})

test('docs/alerts.md explains every alert, and no other', () => {
  const explained = [...read('docs/alerts.md').matchAll(/\bQc[A-Z]\w+/g)].map(([name]) => name)
  expect([...new Set(explained)].sort()).toEqual(rules.map(({ alert }) => alert).sort())
})

/** Text that the grammar of Prometheus's own editor does not take. */
async function problemsOf(expr: string): Promise<string[]> {
  // Its types are those of an ES module.
  const { parser } = await import('@prometheus-io/lezer-promql')
  const problems: string[] = []
  parser.parse(expr).iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) problems.push(`${from}-${to}: ${expr.slice(from, to)}`)
    },
  })
  return problems
}

function expressionsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === 'expr' && typeof inner === 'string' ? [inner] : expressionsIn(inner),
  )
}
