import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { adminCli } from '../support/admin-cli'

let folder: string
let env: Record<string, string>

const clients = `
acme:
  name: Acme
  profiles: [static_general, print_ad]
  box_folder_id: "111111111111"
  box_reports_folder_id: "222222222222"
  default_profile: static_general
`

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qc-cli-test-'))
  writeFileSync(join(folder, 'clients.yaml'), clients)
  env = {
    QC_CLIENTS_FILE: join(folder, 'clients.yaml'),
    QC_CLIENT_DEFAULTS_FILE: join(folder, 'client_defaults.json'),
  }
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('admin-cli profiles and clients', () => {
  it('overrides a default profile, shows who changed it, and goes back', async () => {
    expect(await adminCli(['profiles', 'set-default', 'acme', 'print_ad'], env)).toMatchObject({
      code: 0,
      stdout: 'acme: default profile is print_ad (was static_general), starting with the next upload\n',
    })
    expect((await adminCli(['clients', 'list'], env)).stdout).toMatch(/acme.*print_ad \(override\)/)
    expect((await adminCli(['profiles', 'revert', 'acme'], env)).stdout).toContain(
      'back to the static default static_general',
    )
    const history = JSON.parse(
      (await adminCli(['profiles', 'history', 'acme', '--json'], env)).stdout,
    ) as object[]
    expect(history).toMatchObject([
      { clientId: 'acme', from: null, to: 'print_ad', who: expect.any(String) },
      { clientId: 'acme', from: 'print_ad', to: null },
    ])
  })

  it('changes nothing with --dry-run', async () => {
    const { stdout } = await adminCli(['profiles', 'set-default', 'acme', 'print_ad', '--dry-run'], env)
    expect(stdout).toContain('would change from static_general to print_ad')
    expect((await adminCli(['clients', 'list'], env)).stdout).not.toContain('override')
  })

  it.each([
    [
      'a profile that the client does not have',
      ['profiles', 'set-default', 'acme', 'video_general'],
      2,
      /does not have the profile "video_general"[^]*static_general, print_ad[^]*\nUsage: admin-cli profiles/,
    ],
    [
      'a client that is not there',
      ['profiles', 'set-default', 'acmee', 'print_ad'],
      5,
      /no client "acmee"[\s\S]*acme/,
    ],
    ['an unknown command', ['profiles', 'reset', 'acme'], 2, /unknown command/],
    ['a check that is not there', ['checks', 'explain', 'pdf/nothing'], 5, /no check "pdf\/nothing"/],
    [
      'an address that Box would refuse',
      ['register-all-clients', 'http://example.com/hook'],
      2,
      /https:\/\/<public host>/,
    ],
  ])('refuses %s with its exit code', async (_, words, expected, message) => {
    const { code, stdout, stderr } = await adminCli(words, env)
    expect(stderr).toMatch(message)
    expect(stdout).toBe('')
    expect(code).toBe(expected)
  })

  it('stops at a broken clients.yaml and names client, key, value and what was expected', async () => {
    writeFileSync(join(folder, 'clients.yaml'), clients.replace('"222222222222"', 'reports'))
    const { code, stderr } = await adminCli(['clients', 'list'], env)
    expect(stderr).toMatch(/acme: box_reports_folder_id is "reports", expected/)
    expect(code).toBe(3)
  })

  it('validates all shipped profiles without Box', async () => {
    expect(await adminCli(['clients', 'validate', '--offline', '--json'], env)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('"problems": []'),
    })
  })

  it('shows a profile with every default filled in, and explains a check', async () => {
    expect((await adminCli(['profiles', 'show', 'print_ad'], env)).stdout).toMatch(/pdf\/bleed\s+\w+\s.*=/)
    const { stdout } = await adminCli(['checks', 'explain', 'pdf/bleed'], env)
    expect(stdout).toMatch(/Why: /)
    expect(stdout).toMatch(/What to do: /)
  })
})
