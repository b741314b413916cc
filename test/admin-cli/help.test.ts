import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { commands } from '../../admin-cli/commands'
import { adminCli } from '../support/admin-cli'
import { documented } from '../support/documented'

const entry = join(__dirname, '../../dist/admin-cli/main.js')

test(
  'help of a command has examples first, then ' + 'usage, exit codes and the page of the documentation',
  async () => {
    const { code, stdout } = await adminCli(['help', 'runs', 'list'])
    expect(code).toBe(0)
    const places = [
      'Examples:',
      'admin-cli runs list --stuck',
      'Usage: admin-cli runs list',
      'Exit codes:',
    ].map((text) => stdout.indexOf(text))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(stdout).toContain('Docs: docs/cli.md#runs-list')
    expect(stdout).toBe((await adminCli(['runs', 'list', '--help'])).stdout)
  },
)

test.each([
  [['check'], /missing required argument 'files'\nUsage: admin-cli check \[options\] <files\.\.\.>/],
  [['runs', 'show'], /missing required argument 'run'\nUsage: admin-cli runs show \[options\] <run>/],
  [['runs', 'lst'], /unknown command 'lst'\n\(Did you mean list\?\)\nUsage: admin-cli runs/],
  [['help', 'runs', 'nothing'], /unknown command 'runs nothing'/],
  [['runs', 'list', '--limitt', '3'], /unknown option '--limitt'[^]*Usage: admin-cli runs list/],
])('%j shows the usage line', async (words, expected) => {
  const { code, stdout, stderr } = await adminCli(words)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(expected)
})

test('with --json, wrong usage is JSON on stderr', async () => {
  const { code, stdout, stderr } = await adminCli(['--json', 'check'])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(JSON.parse(stderr)).toEqual({
    error: {
      reason: 'usage',
      exitCode: 2,
      message: "missing required argument 'files'",
      next: expect.stringContaining('Usage: admin-cli check'),
    },
  })
  for (const words of [['--json'], ['runs', '--json']])
    expect(JSON.parse((await adminCli(words)).stderr)).toMatchObject({
      error: { exitCode: 2, message: 'a command is missing' },
    })
})

test('--version is that of package.json, and the file can be started as a program', () => {
  const about = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string }
  expect(execFileSync(entry, ['--version'], { cwd: '/', encoding: 'utf8' })).toBe(`${about.version}\n`)
  expect(statSync(entry).mode & 0o777).toBe(0o755)
})

test('a link to it works from any folder, and finds the configuration beside the installation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qc-bin-'))
  try {
    symlinkSync(entry, join(folder, 'admin-cli'))
    const words = ['profiles', 'list', '--json']
    const profiles = execFileSync(join(folder, 'admin-cli'), words, { cwd: folder, encoding: 'utf8' })
    expect(documented('profiles list', profiles)).toContainEqual(expect.objectContaining({ id: 'print_ad' }))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/** The large packages cost between 100 and 500 ms each. */
test('--help loads no package but commander', () => {
  const script = `
    process.argv.push('admin-cli', '--help')
    process.on('exit', () => {
      const packages = Object.keys(require.cache).flatMap((file) =>
        /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(file)?.[1] ?? [])
      process.stderr.write(JSON.stringify([...new Set(packages)]))
    })
    require(${JSON.stringify(entry)})
  `
  const { stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  expect(JSON.parse(stderr)).toEqual(['commander'])
})

test.each(['bash', 'zsh', 'fish'])('completion for %s knows every command', async (shell) => {
  const { code, stdout } = await adminCli(['completion', shell])
  expect(code).toBe(0)
  const words = new Set(commands.flatMap(({ name }) => name.split(' ')))
  expect([...words].filter((word) => !stdout.includes(word))).toEqual([])
})

test('bash completes groups, commands, options and file names', async () => {
  const { stdout } = await adminCli(['completion', 'bash'])
  const completed = (line: string) => {
    const words = line.split(' ')
    const ask =
      `${stdout}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); ` +
      `COMP_CWORD=${words.length - 1}\n_admin_cli; echo "\${COMPREPLY[*]}"`
    return execFileSync('bash', ['-c', ask], { cwd: join(__dirname, '../..'), encoding: 'utf8' }).trim()
  }
  expect(completed('admin-cli pro')).toBe('profiles')
  expect(completed('admin-cli runs sh')).toBe('show')
  expect(completed('admin-cli runs list --st')).toBe('--stuck')
  expect(completed('admin-cli check x.jpg --prof')).toBe('--profile')
  expect(completed('admin-cli check packa')).toBe('package-lock.json package.json')
  const program = join(__dirname, '../../dist/admin-cli/main.js')
  expect(completed(`${program} profiles show gwg2015_n`)).toBe('gwg2015_newspaper')
  expect(completed(`${program} check --profile tv_`)).toBe('tv_eu tv_na tv_uk_clearcast tv_us_xr')
})
