import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { listWebhooks } from '../../admin-cli/commands/list-webhooks'
import { layoutFor } from '../../admin-cli/layout-for'
import { createOutput } from '../../admin-cli/output'
import { renderTable, table } from '../../admin-cli/table'
import { cutInMiddle, widthOf } from '../../admin-cli/text-width'

const rows = [
  ['fail', 'a-very-long-name-of-a-campaign-image-final-v2.psd', 'image/size', 'qc/acme/1/2'],
  ['pass', 'short.png', 'image/size', 'qc/acme/3/4'],
]
const columns = [
  { title: 'VERDICT', isState: true },
  { title: 'FILE', isCut: true },
  { title: 'CHECK', isWideOnly: true },
  'WORKFLOW ID',
]

test('a pipe gets all columns with whole values and no colour', () => {
  const text = renderTable(table(columns, rows), { width: undefined, hasColour: false })
  expect(text.split('\n')).toEqual([
    'VERDICT  FILE                                               CHECK       WORKFLOW ID',
    'fail     a-very-long-name-of-a-campaign-image-final-v2.psd  image/size  qc/acme/1/2',
    'pass     short.png                                          image/size  qc/acme/3/4',
  ])
})

test('on a terminal names are cut in the middle, ids never, and columns for --wide are left out', () => {
  const lines = renderTable(table(columns, rows), { width: 50, hasColour: false }).split('\n')
  expect(lines[1]).toBe('fail     a-very-long-na…-final-v2.psd  qc/acme/1/2')
  expect(Math.max(...lines.map(widthOf))).toBe(50)
  expect(lines.join('\n')).not.toContain('CHECK')
})

test('sentences in the last column go on below it, and long words stay whole; a pipe gets one line', () => {
  const { columns: all } = table(['STATUS', { title: 'WHAT', isWrapped: true }], [])
  const text = {
    columns: all,
    rows: [['fail', 'Too small: see https://example.com/a-long-page']],
    hasHeadings: true,
  }
  expect(renderTable(text, { width: 22, hasColour: false }).split('\n')).toEqual([
    ...['STATUS  WHAT', 'fail    Too small: see'],
    '        https://example.com/a-long-page',
  ])
  expect(renderTable(text, { width: undefined, hasColour: false }).split('\n')).toHaveLength(2)
})

test('a terminal that is too narrow for the ids gets them whole all the same', () => {
  const lines = renderTable(table(columns, rows), { width: 20, hasColour: false }).split('\n')
  expect(lines[2]).toBe('pass     short.png     qc/acme/3/4')
})

test('states have a colour beside their word, names that look like one have none', () => {
  const text = renderTable(table(columns, [['fail', 'pass', '', '']]), { width: 80, hasColour: true })
  expect(text).toContain('\u001B[31mfail\u001B[0m')
  expect(text).not.toContain('\u001B[32mpass')
})

test('wide characters and accents count as the terminal shows them', () => {
  expect(['画像.png', 'e\u0301', '👩‍👩‍👧', 'abc'].map(widthOf)).toEqual([8, 1, 2, 3])
  expect(cutInMiddle('画像画像画像.png', 9)).toBe('画像….png')
})

test('a name cannot move the cursor, in tables, messages and errors', () => {
  const written: string[] = []
  const stream = { write: (text: string) => written.push(text), isTTY: true }
  const output = createOutput({ isJson: false, width: 80, hasColour: true, stdout: stream, stderr: stream })
  const evil = 'a\u001B[2Jb\u202Ec'
  output.data({}, ['', table(['FILE'], [[evil]])])
  output.message(evil)
  output.failure({ reason: 'notFound', exitCode: 5, message: evil })
  output.progress(evil)
  expect(written.join('')).not.toMatch(/\u001B\[2J|\u202E/)
})

test('with --json, messages and errors are JSON lines on stderr', () => {
  const [data, messages]: [string[], string[]] = [[], []]
  const output = createOutput({
    ...{ isJson: true, width: undefined, hasColour: false },
    stdout: { write: (text) => data.push(text) },
    stderr: { write: (text) => messages.push(text) },
  })
  output.message('Waiting')
  output.progress('50 %')
  output.data([1], 'one')
  output.failure({ reason: 'conflict', exitCode: 6, message: 'no', next: 'Wait' })
  expect(JSON.parse(data.join(''))).toEqual([1])
  expect(messages.map((line) => JSON.parse(line) as unknown)).toEqual([
    { message: 'Waiting' },
    { error: { reason: 'conflict', exitCode: 6, message: 'no', next: 'Wait' } },
  ])
})

const colour = /\u001B\[\d+m/
const terminal = { isTTY: true, columns: 80 }

test.each<[string, { isTTY?: boolean; columns?: number }, string[], Record<string, string>, boolean]>([
  ['a terminal has colours', terminal, [], { TERM: 'xterm' }, true],
  ['an empty NO_COLOR is none', terminal, [], { NO_COLOR: '' }, true],
  ['NO_COLOR switches them off', terminal, [], { NO_COLOR: '1', TERM: 'xterm' }, false],
  ['with any value', terminal, [], { NO_COLOR: 'false' }, false],
  ['so does --no-color', terminal, ['--no-color'], {}, false],
  ['and a terminal without them', terminal, [], { TERM: 'dumb' }, false],
  ['a pipe has none', {}, [], { TERM: 'xterm' }, false],
])('%s', (_name, stream, flags, env, hasColour) => {
  expect(layoutFor(stream, new Set(flags), env).hasColour).toBe(hasColour)
})

test.each([
  ['a terminal that reports 0 columns does not know its width', { isTTY: true, columns: 0 }, [], undefined],
  ['nor does one that reports nothing', { isTTY: true }, [], undefined],
  ['a terminal', terminal, [], terminal.columns],
  ['a terminal with --wide', terminal, ['--wide'], undefined],
])('tables fit the width: %s', (_name, stream, flags, width) => {
  expect(layoutFor(stream, new Set(flags), {}).width).toBe(width)
})

test('list-webhooks and a table of states are without colours when NO_COLOR is set', async () => {
  const written: string[] = []
  const stream = { write: (text: string) => written.push(text), isTTY: true, columns: 80 }
  const printed = async (env: Record<string, string>) => {
    written.length = 0
    const layout = layoutFor(stream, new Set(), env)
    const output = createOutput({ isJson: false, ...layout, stdout: stream, stderr: stream })
    const hook = { id: '1', targetId: '11', targetType: 'folder', address: 'pass', triggers: ['fail'] }
    const all = {
      get: async () => hook,
      list: async function* () {
        yield hook
      },
    }
    const clients = new Map([['error', { id: 'error', incomingFolders: [{ folderId: '22' }] }]])
    const context = { output, box: async () => ({ webhooks: all }), clientConfig: () => ({ clients }) }
    await listWebhooks.run(context as never, [], {})
    expect(written.join('')).toContain('no webhook')
    const names = written.splice(0).join('')
    output.data({}, table(columns, rows))
    return { names: colour.test(names), states: colour.test(written.join('')) }
  }
  expect(await printed({ TERM: 'xterm' })).toEqual({ names: false, states: true })
  expect(await printed({ TERM: 'xterm', NO_COLOR: '1' })).toEqual({ names: false, states: false })
})

test('no command colours on its own: every colour comes from a table', () => {
  const folder = join(__dirname, '../../admin-cli')
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts'))
  const having = (words: RegExp) =>
    files.filter((name) => words.test(readFileSync(join(folder, name), 'utf8')))
  expect(having(/u001B\[[^K]|x1b\[|styleText|chalk/i)).toEqual(['colour.ts'])
  expect(having(/from '.*\/colour'/)).toEqual(['table.ts'])
})
