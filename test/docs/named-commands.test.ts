import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { commands } from '../../admin-cli/commands'
import { groups } from '../../admin-cli/commands/groups'
import { commandsIn } from '../support/doc-commands'

const root = join(__dirname, '..', '..')
const docs = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'))
const papers = ['README.md', 'CONTRIBUTING.md', ...docs.map((name) => `docs/${name}`)]
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

describe.each(papers)('%s', (paper) => {
  const text = read(paper)

  test('names only scripts that package.json has', () => {
    const named = allOf(/npm run (?:--silent )?([a-z][\w:-]*)/g, text)
    expect(named.filter((script) => !(script in scripts))).toEqual([])
  })

  test('names only commands that admin-cli has', () => {
    const named = allOf(
      /(?:npm run admin-cli -- |npx admin-cli |admin-cli\/main\.js |`admin-cli )([a-z][a-z-]*(?: [a-z-]+)?)/g,
      text,
    )
    const known = (name: string) =>
      name in groups || commands.some((command) => [name, name.split(' ')[0]].includes(command.name))
    expect(named.filter((name) => !known(name))).toEqual([])
  })

  test('gives commands only options that they have', () => {
    const lines = allOf(/admin-cli(?: --)? ([a-z][^`\n#|&]*--[^`\n#|&]*)/g, text)
    expect(lines.filter((line) => !hasItsOptions(line))).toEqual([])
  })

  test('has only commands with a program that is there, and scripts only with options that they read', () => {
    expect(commandsIn(paper).filter(({ text: command }) => !isTypable(command))).toEqual([])
  })

  test('links only to files that are there', () => {
    const links = allOf(/\]\((?!https?:)([^)#]+)/g, text)
    expect(links.filter((link) => !existsSync(join(root, dirname(paper), link)))).toEqual([])
  })

  test('names only files and folders that are there', () => {
    const paths = allOf(/`((?:[a-z][\w-]*\/)+(?:[\w.-]+\.\w+)?)`/g, text)
    const made = /^(node_modules|dist)\//
    expect(paths.filter((path) => !made.test(path) && !isInTree(path))).toEqual([])
  })
})

/** Of programs that are not ours, the name only: commands-run.test.ts runs those of the operators' pages. */
function isTypable(command: string): boolean {
  const [program = '', word = '', ...rest] = command.replace(/^sudo -u \S+ /, '').split(' ')
  if (program === 'npx') return word === 'admin-cli' || existsSync(join(root, 'node_modules/.bin', word))
  if (program !== 'npm' || word !== 'run') return /^[\w./-]+$|^[A-Z_]+=/.test(program)
  const script = scripts[rest.find((one) => !one.startsWith('-')) ?? ''] ?? ''
  const [, folder] = /dist\/((?:test|sandbox)\/.*)\/main\.js/.exec(script) ?? []
  const sources = folder === undefined ? [] : readdirSync(join(root, folder), { encoding: 'utf8' })
  const code = sources.filter((name) => name.endsWith('.ts')).map((name) => read(`${folder}/${name}`))
  const options = allOf(/ --(\w[\w-]*)/g, command)
  return folder === undefined || options.every((option) => code.join().includes(option))
}

const globalOptions = ['--json', '--wide', '--no-color', '--debug', '--help', '--version']

function hasItsOptions(line: string): boolean {
  const command = commands.find(({ name }) => line === name || line.startsWith(`${name} `))
  const known = command?.options.flatMap(({ flags }) => allOf(/(--[a-z-]+)/g, flags)) ?? []
  return allOf(/(--[a-z-]+)/g, line).every((option) => [...known, ...globalOptions].includes(option))
}

/** Paths are given from the root, or inside a room whose description they stand in. */
function isInTree(path: string): boolean {
  const rooms = ['', 'activities', 'quality-control', 'sandbox', 'test']
  return rooms.some((room) => existsSync(join(root, room, path)))
}

function allOf(pattern: RegExp, text: string): string[] {
  return Array.from(text.matchAll(pattern), ([, found = '']) => found)
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}
