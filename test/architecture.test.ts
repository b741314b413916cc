import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import { checkRooms } from '../quality-control/checks/catalogue'
import { asides, steps } from '../workflows/steps'

const root = join(__dirname, '..')
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
const code = files.filter((file) => /\.(ts|mjs|cjs)$/.test(file))
/** docs/architecture.md describes each of them. */
const rooms = [
  'quality-control',
  'box',
  'workflows',
  'runs',
  'activities',
  'webhook-gateway',
  'admin-pages',
  'diagnosis',
  'notices',
  'admin-cli',
  'config',
  'sandbox',
  'deploy',
  'docs',
  'test',
]

test('has the rooms of docs/architecture.md at its top and no others', () => {
  const folders = new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? ''))
  expect([...folders].filter((folder) => ![...rooms, '.ci', '.github'].includes(folder))).toEqual([])
})

test('has no room with a name that says nothing', () => {
  const vague = /(^|\/)(src|utils?|common|helpers?|types|libs?|misc|shared)\//
  expect(files.filter((file) => vague.test(file))).toEqual([])
})

test('names files in kebab-case', () => {
  const others = /^(package(-lock)?\.json|README\.md|tsconfig(\.build)?\.json)$/
  const plain = /^\.?[a-z0-9]+([-._][a-z0-9]+)*$/
  const named = files.filter(
    (file) => /\.(ts|mjs|cjs)$/.test(file) && !others.test(basename(file)) && !plain.test(basename(file)),
  )
  expect(named).toEqual([])
})

test('keeps one check to a file, its default export and nothing else', () => {
  const checks = code.filter((file) =>
    checkRooms.some((room) => dirname(file) === `quality-control/checks/${room}`),
  )
  expect(checks.length).toBeGreaterThan(50)
  const otherExports = checks.filter((file) => {
    const exported = read(file).match(/^export .*/gm) ?? []
    return exported.length !== 1 || !exported.every((line) => line.startsWith('export default defineCheck('))
  })
  expect(otherExports).toEqual([])
})

test('keeps one activity to a file of its own name, and nothing else at the root of activities/', () => {
  const ofUploads = [...Object.keys(steps), ...Object.keys(asides)]
  const ofNotices = ['describe-cause', 'send-notice']
  const activities = [...ofUploads.map(kebabCase), ...scheduledWorkflows(), ...ofNotices]
  expect(activities.length).toBeGreaterThan(5)
  const atRoot = files.filter((file) => dirname(file) === 'activities').map((file) => basename(file, '.ts'))
  expect(atRoot.sort()).toEqual([...activities, 'index'].sort())
  for (const name of activities)
    expect([name, read(`activities/${name}.ts`).match(/^export function create\w+/gm)]).toEqual([
      name,
      [expect.any(String)],
    ])
})

test('keeps one workflow to a file, and exports nothing but workflows from the index', () => {
  expect(read('workflows/index.ts').match(/^export .*/gm)).toEqual([
    "export { qcUpload } from './qc-upload'",
    "export { notify } from './notify'",
    "export * from './scheduled'",
  ])
  const inFolder = files.filter((file) => dirname(file) === 'workflows/scheduled')
  expect(inFolder.map((file) => basename(file, '.ts')).sort()).toEqual(
    [...scheduledWorkflows(), 'activity-options', 'index'].sort(),
  )
})

/** The exports of the index are workflows, each from the file of its name. */
function scheduledWorkflows(): string[] {
  const exported = read('workflows/scheduled/index.ts').match(/^export .*/gm) ?? []
  expect(exported.length).toBeGreaterThan(1)
  return exported.map((line) => {
    const [, name = '', file = ''] = /^export \{ (\w+) \} from '\.\/([a-z-]+)'$/.exec(line) ?? []
    expect([line, file]).toEqual([line, kebabCase(name)])
    return file
  })
}

test('gives a reason with every rule that is switched off', () => {
  const directives =
    /[ \t]*\/\*\s*eslint-disable[^]*?\*\/|.*(?:eslint-disable|@ts-expect-error|@ts-ignore|@ts-nocheck).*/g
  const switchedOff = code
    .filter((file) => !file.endsWith('architecture.test.ts'))
    .flatMap((file) => Array.from(read(file).matchAll(directives), ([text]) => ({ file, text })))
  expect(switchedOff.length).toBeGreaterThan(0)
  expect(switchedOff.filter(({ text }) => !/ -- \S+|@ts-expect-error \S+/.test(text))).toEqual([])
})

test('skips no test and leaves none alone', () => {
  const tests = code.filter((file) => file.endsWith('.test.ts') && !file.endsWith('architecture.test.ts'))
  const odd =
    /^\s*([xf]?(it|test|describe)\.(skip|only|todo|failing)\b|[xf](it|test|describe)\(|jest\.mock\()/m
  expect(tests.filter((file) => odd.test(read(file)))).toEqual([])
})

test('names no package registry anywhere', () => {
  const hosts = new RegExp(
    ['registry\\.npm' + 'js', 'py' + 'pi\\.org', 'pythonhosted' + '\\.org', 'npm' + 'js\\.com'].join('|'),
  )
  const text = files.filter((file) => !/\.(png|jpe?g|pdf|mp4|gif|webp|icc)$/.test(file))
  expect(text.filter((file) => hosts.test(read(file)))).toEqual([])
})

test('says everything in current English', () => {
  const archaic = [
    /\bmakes? good what\b/,
    /\bmend(s|ed|ing)?\b/,
    /\banew\b/,
    /\bwhatever came\b/,
    /\bnone of (its|our|their|his|her) business\b/,
    /\bpages? of which\b/,
    /\bheld against\b/,
    /\bby then\b/,
    /\bthat one's\b/,
    /\bunless told\b/,
    /\bgrave(r|st)\b/,
    /\bin mid-[a-z]+\b/,
    /\b(file|source|report|it|asset) lies (in|on|at|there)\b/,
    /\b(thereof|therein|wherein|whereof|hitherto|henceforth|whence|aforesaid)\b/,
  ]
  const texts = files.filter((file) => /\.(ts|mjs|cjs|md|ya?ml)$/.test(file) && !isExempt(file))
  expect(linesOf(texts, (line) => archaic.some((words) => words.test(line)))).toEqual([])
})

/** Prettier breaks code; comments and literals are ours to break. */
test('has no line over 110 characters', () => {
  const written = code.filter((file) => !isExempt(file))
  expect(linesOf(written, (line) => Array.from(line).length > 110)).toEqual([])
})

/** Lines in question, as `file:number: text`. */
function linesOf(paths: string[], isInQuestion: (line: string) => boolean): string[] {
  return paths.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (isInQuestion(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  )
}

/** Fixtures are data; the workflows' words change with their next recorded histories. */
function isExempt(file: string): boolean {
  return /^(test\/fixtures\/|test\/architecture)/.test(file)
}

function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}
