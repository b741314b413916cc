import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { commands } from '../../admin-cli/commands'

const root = join(__dirname, '..', '..')
const papers = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/architecture.md',
  'docs/cli.md',
  'docs/operations.md',
  'docs/runbook.md',
  'docs/scaling.md',
]
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
      commands.some((command) => command.name === name || command.name === name.split(' ')[0])
    expect(named.filter((name) => !known(name))).toEqual([])
  })

  test('gives commands only options that they have', () => {
    const lines = allOf(/admin-cli(?: --)? ([a-z][^`\n#|&]*--[^`\n#|&]*)/g, text)
    expect(lines.filter((line) => !hasItsOptions(line))).toEqual([])
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
