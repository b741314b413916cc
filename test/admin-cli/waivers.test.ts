import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { adminCli } from '../support/admin-cli'
import { documented } from '../support/documented'

let folder: string
let env: Record<string, string>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qc-cli-waivers-'))
  writeFileSync(
    join(folder, 'clients.yaml'),
    'acme: { name: Acme, profiles: [tv_eu], default_profile: tv_eu, ' +
      'box_folder_id: "1", box_reports_folder_id: "2" }',
  )
  env = { QC_CLIENTS_FILE: join(folder, 'clients.yaml'), QC_CLIENT_DEFAULTS_FILE: join(folder, 'd.json') }
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const rule = ['waivers', 'add', '--client', 'acme', '--profile', 'tv_eu', '--check', 'video/black-frames']
const meant = ['--reason', 'The black at the end is meant']

test('a rule is shown, added, listed, removed, and all of it is in the history', async () => {
  const words = [...rule, ...meant, '--containing', 'at the end', '--json']
  const dry = documented('waivers add', (await adminCli([...words, '--dry-run'], env)).stdout)
  expect(dry).toMatchObject({ dryRun: true, clientId: 'acme', containing: 'at the end' })
  expect((await adminCli(['waivers', 'list'], env)).stdout).not.toContain('w-')

  const { id } = documented('waivers add', (await adminCli(words, env)).stdout) as { id: string }
  expect(
    documented('waivers list', (await adminCli(['waivers', 'list', '--json'], env)).stdout),
  ).toMatchObject([
    { id, profileId: 'tv_eu', check: 'video/black-frames', isInForce: true, by: expect.any(String) },
  ])
  const removed = await adminCli(['waivers', 'remove', id, '--yes', '--json'], env)
  expect(documented('waivers remove', removed.stdout)).toMatchObject({ id, removed: true })
  const history = await adminCli(['waivers', 'history', 'acme', '--json'], env)
  expect(documented('waivers history', history.stdout)).toMatchObject([
    { change: 'added' },
    { change: 'removed' },
  ])
})

test.each([
  ['no reason', rule, 2, /the reason is empty/],
  ['a day that is past', [...rule, ...meant, '--until', '2020-01-31'], 2, /2020-01-31, has passed/],
  ['neither run nor rule', ['waivers', 'add', ...meant], 2, /name a run, or --client, --profile and --check/],
  ['both', [...rule.slice(0, 2), '123', ...rule.slice(2), ...meant], 2, /--client belongs to a rule/],
  [
    'an unknown client',
    [...rule.map((one) => (one === 'acme' ? 'acmee' : one)), ...meant],
    5,
    /no client "acmee"/,
  ],
  ['an unknown check', [...rule.slice(0, -1), 'video/blck', ...meant], 5, /no check "video\/blck"/],
  [
    'a profile of others',
    [...rule.map((one) => (one === 'tv_eu' ? 'tv_na' : one)), ...meant],
    2,
    /Profiles of acme: tv_eu/,
  ],
  ['an unknown waiver', ['waivers', 'remove', 'w-0', '--yes'], 5, /no waiver "w-0"/],
])('%s is refused with its exit code', async (_, words, expected, message) => {
  const { code, stdout, stderr } = await adminCli(words, env)
  expect(stderr).toMatch(message)
  expect({ code, stdout }).toEqual({ code: expected, stdout: '' })
})
