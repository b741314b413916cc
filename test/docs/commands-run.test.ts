import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { parse, stringify } from 'yaml'

import { loadConfig } from '../../config/load-config'
import { openConfig } from '../../config/open-config'
import { projectDir } from '../../sandbox/installation/project-dir'
import { commandsIn } from '../support/doc-commands'
import { namesIn } from '../support/variables-of-settings'
import { openWorldOfDocs, type WorldOfDocs } from './world-of-docs'

jest.setTimeout(60_000)

const pages = ['README.md', 'docs/operations.md', 'docs/alerts.md', 'docs/scaling.md', 'docs/runbook.md']

/** They act on the installation of this test, or on its folder. Of the others each has a reason below. */
const runHere = new RegExp(
  [
    '^((npx |npm run )?admin-cli |sudo -u box-qc node --env-file|node --env-file=\\S+ dist/admin-cli|curl |',
    'temporal |journalctl |systemctl |apt-get |useradd |(mkdir|cp|chown|chmod|git clone) .*/(opt|etc)/)',
  ].join(''),
)
const runElsewhere: [RegExp, string][] = [
  [/^git clone <this repository>|^cd /, 'the folder of the test is such a clone'],
  [/^npm run (demo|setup|--silent sandbox)/, 'test/sandbox runs demo and sandbox'],
  [/^npm (ci|test|run (build|lint|docs))$|^npx jest/, 'CI runs them'],
  [/^npm run (corpus|c2pa|masters|fuzz|bench|chaos|check:box-openapi)/, 'minutes; their parts have tests'],
  [/^npm run (gateway|worker|pages)$|dist\/webhook-gateway\/server\.js$/, 'the processes of this test'],
  [/deploy\.sh/, 'test/deploy/deploy.test.ts runs it against a folder'],
  [/^docker compose/, 'needs a container engine'],
  [/^admin-cli codec serve$/, 'serves until Ctrl-C; test/e2e/payload-codec.test.ts runs it'],
  [/^admin-cli builds set-current/, 'needs Worker Versioning; test/workflows/upgrades.test.ts'],
  [/^(TEMPORAL|QC)_[A-Z_]+=/, 'lines of an environment file'],
]

/** What a command ends with here, when it is not 0. */
const ends: [RegExp, number, RegExp][] = [
  [/^admin-cli users add/, 2, /no terminal to ask/],
  [/^admin-cli notices test$/, 3, /Set QC_NOTICES_WEBHOOK_URL/],
]

const runbook = readFileSync(join(projectDir, 'docs/runbook.md'), 'utf8')
let world: WorldOfDocs
beforeAll(async () => {
  world = await openWorldOfDocs()
})
afterAll(() => world.stop())

const written = pages.flatMap((page) => commandsIn(page).map((command) => ({ page, ...command })))
const isElsewhere = ({ text }: { text: string }) => runElsewhere.some(([pattern]) => pattern.test(text))
const typed = (text: string) => text.replace(/^npx /, '')
const once = written.filter(
  (one, index) =>
    runHere.test(one.text) &&
    !isElsewhere(one) &&
    written.findIndex(({ text }) => typed(text) === typed(one.text)) === index,
)

test.each(once.map(({ page, line, text }) => [`${page}:${line}`, text, page]))(
  '%s %s',
  async (_, text, page) => {
    const { command, code, stdout, stderr } = await world.run(text, page)
    const [, expected, words] = ends.find(([pattern]) => pattern.test(text)) ?? [undefined, 0, /^/]
    expect({ command, code, stdout, stderr }).toMatchObject({ command, code: expected })
    expect(stdout + stderr).toMatch(words)
  },
)

test('the log has the lines that the runbook shows, in their order', async () => {
  const shown = /^```sh\njournalctl (.*)\n```[^]*?^```\n([^]*?)^```/m.exec(runbook)
  const { stdout } = await world.run(`journalctl ${shown?.[1] ?? ''}`, 'docs/runbook.md')
  const lines = (shown?.[2] ?? '').trim().split('\n')
  expect(lines.length).toBeGreaterThan(4)
  let rest = stdout
  for (const line of lines) {
    const escaped = line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const found = new RegExp(escaped.replace(/<\w+>|…|163482195022|\bN\b/g, '.+')).exec(rest)
    expect({ line, found: found !== null, rest: found === null ? rest : '' }).toMatchObject({ found: true })
    rest = rest.slice(found?.index)
  }
})

test('the example of a client is accepted, also with a map of folders', () => {
  const blocks = [...runbook.matchAll(/^```yaml\n([^]*?)^```/gm)].map(
    ([, block]) => parse(block ?? '') as object,
  )
  const [example, folders] = blocks as [{ acme: object }, object]
  const file = join(mkdtempSync(join(tmpdir(), 'qc-docs-')), 'clients.yaml')
  writeFileSync(
    file,
    stringify({ ...example, beta: { ...example.acme, ...folders, box_reports_folder_id: '1' } }),
  )
  const { clients, problems } = openConfig(loadConfig({ QC_CLIENTS_FILE: file }), { report: () => undefined })
  expect({ ids: [...clients().keys()], problems: problems() }).toEqual({
    ids: ['acme', 'beta'],
    problems: [],
  })
  rmSync(dirname(file), { recursive: true })
})

test('each command is run here, or is known as run elsewhere, and no page has lost one of those', () => {
  const variables = written.flatMap(({ text }) => /^([A-Z_]{4,})=/.exec(text)?.[1] ?? [])
  expect(variables.filter((name) => !namesIn().includes(name))).toEqual([])
  expect(written.filter((one) => !isElsewhere(one) && !runHere.test(one.text))).toEqual([])
  expect(runElsewhere.filter(([pattern]) => !written.some(({ text }) => pattern.test(text)))).toEqual([])
})
