import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { namesIn } from '../support/variables-of-settings'

const root = join(__dirname, '../..')
const deploy = join(root, 'deploy')
const read = (file: string) => readFileSync(join(deploy, file), 'utf8')
const readTree = (file: string) => readFileSync(join(root, file), 'utf8')
const units = readdirSync(join(deploy, 'systemd'))

const known = new Set(namesIn())

const namedVariables: [string, string[]][] = [
  ...['env/dev.env.example', 'env/prod.env.example'].map((file): [string, string[]] => [
    file,
    variablesIn(read(file)),
  ]),
  ['.env.example', variablesIn(readTree('.env.example'))],
  [
    'Containerfile',
    [...read('container/Containerfile').matchAll(/([A-Z_]+)=/g)].map(([, name = '']) => name),
  ],
]
test.each(namedVariables)('names only variables of the product: %s', (_, names) => {
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => !known.has(name))).toEqual([])
})

const programs: [string, string | undefined][] = [
  ...units.map((unit): [string, string | undefined] => [
    unit,
    /^ExecStart=\/usr\/bin\/node (\S+)$/m.exec(read(`systemd/${unit}`))?.[1],
  ]),
  ['Containerfile', /CMD \["node", "([^"]+)"\]/.exec(read('container/Containerfile'))?.[1]],
]
test.each(programs)('starts a program that the build makes: %s', (_, program) => {
  expect(program).toMatch(/^dist\/.*\.js$/)
  expect(existsSync(join(root, program!.replace('dist/', '').replace(/js$/, 'ts')))).toBe(true)
})

const thresholds = ['MALLOC_MMAP_THRESHOLD_', 'MALLOC_TRIM_THRESHOLD_']
const gatewayProgram = 'dist/webhook-gateway/server.js'
const gatewayStarts: [string, string | undefined][] = [
  ['package.json', new RegExp(`"gateway": .*${gatewayProgram}`).exec(readTree('package.json'))?.[0]],
  ['deploy/systemd/box-qc-gateway.service', read('systemd/box-qc-gateway.service')],
  [
    'deploy/container/compose.yaml',
    /^ {2}gateway:\n(?: {4}.*\n)+/m.exec(read('container/compose.yaml'))?.[0],
  ],
]
test.each(gatewayStarts)('lets glibc give back the memory of the gateway: %s', (_, start = '') => {
  expect(start).toContain(gatewayProgram)
  const values = thresholds.map((name) => new RegExp(`^[^#]*\\b${name}(?:=|: ')(\\d+)`, 'm').exec(start)?.[1])
  expect(values).toEqual(['32768', '131072'])
})
test('the gateway is started nowhere else', () => {
  const files = execFileSync('git', ['ls-files', 'deploy', 'package.json'], { cwd: root, encoding: 'utf8' })
  const starting = files
    .trim()
    .split('\n')
    .filter((file) => readTree(file).includes(gatewayProgram))
  expect(starting.sort()).toEqual(gatewayStarts.map(([file]) => file).sort())
})

/** The image is built from the tree: a source that is left out breaks its build, which no other test runs. */
test('.dockerignore leaves out no file of the repository', () => {
  const patterns = readFileSync(join(root, '.dockerignore'), 'utf8').trim().split('\n')
  const escaped = (text: string) => text.replace(/[.+^$()|[\]\\]/g, '\\$&')
  const ignored = patterns.map((pattern) => {
    const [anywhere, name = ''] = /^(\*\*\/)?(.*)$/.exec(pattern)?.slice(1) ?? []
    const start = anywhere === undefined ? '^' : '(^|/)'
    return new RegExp(`${start}${escaped(name).replaceAll('*', '[^/]*')}(/|$)`)
  })
  const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n')
  expect(files.filter((file) => ignored.some((pattern) => pattern.test(file)))).toEqual([])
})

/** From version 250 on it examines a unit that is not installed; not every machine has it. */
const { stdout: version } = spawnSync('systemd-analyze', ['--version'], { encoding: 'utf8' })
const hasSystemd = Number(/^systemd (\d+)/.exec(version)?.[1]) >= 250
const tests = hasSystemd ? units : []
if (tests.length > 0)
  test.each(tests)('systemd accepts the unit and finds it hardened: %s', (unit) => {
    const folder = mkdtempSync(join(tmpdir(), 'qc-unit-'))
    try {
      copyFileSync(join(deploy, 'systemd', unit), join(folder, unit))
      execFileSync('sed', ['-i', `s#/usr/bin/node#${process.execPath}#`, join(folder, unit)])
      const verified = spawnSync('systemd-analyze', ['verify', '--man=no', join(folder, unit)], {
        encoding: 'utf8',
      })
      expect(verified.stderr.split('\n').filter((line) => line.includes(unit))).toEqual([])
      const words = ['security', '--offline=true', '--threshold=20', '--no-pager', join(folder, unit)]
      const { status, stdout } = spawnSync('systemd-analyze', words, { encoding: 'utf8' })
      expect({ status, exposure: /exposure level[^:]*: (\S+)/.exec(stdout)?.[1] }).toMatchObject({
        status: 0,
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

/** Set, or shown as a comment. */
function variablesIn(text: string): string[] {
  return [...text.matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm)].map(([, name = '']) => name)
}
