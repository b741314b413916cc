/**
 * Runs commands of admin-cli from `dist/` in one process, which loads the large packages once:
 * `run-commands.mjs '[{ "words": ["whoami"], "env": {} }, …]' [--together]`. One after the other, each has
 * its environment. Prints what each of them printed, as JSON. With `--serve` calls come as lines of JSON on
 * stdin, and each is answered by a line.
 */
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const load = createRequire(new URL('../../dist/admin-cli/', import.meta.url))
const { commands } = load('./commands/index.js')
const { createProgram } = load('./program.js')
const { createOutput } = load('./output.js')
const { runCommand } = load('./run-command.js')

const [calls = '[]', mode] = process.argv.slice(2)
if (calls === '--serve') {
  for await (const line of createInterface({ input: process.stdin }))
    process.stdout.write(`${JSON.stringify(await ran(JSON.parse(line)))}\n`)
  process.exit()
}
const results = []
const environment = { ...process.env }
for (const { words, env } of JSON.parse(calls)) {
  process.env = { ...environment, ...env }
  results.push(mode === '--together' ? ran(words) : await ran(words))
}
process.stdout.write(JSON.stringify(await Promise.all(results)), () => process.exit())

async function ran(words) {
  const [stdout, stderr] = [[], []]
  const output = createOutput({
    ...{ isJson: words.includes('--json'), width: undefined, hasColour: false },
    stdout: { write: (text) => stdout.push(text) },
    stderr: { write: (text) => stderr.push(text) },
  })
  const given = { commands, user: 'test', isTerminal: false }
  const started = Date.now()
  let code = -1
  const run = async (command, args, values) => {
    code = await runCommand(output, given, { command, args, values })
  }
  await createProgram({ commands, version: '0', run }).parseAsync(words, { from: 'user' })
  const seconds = (Date.now() - started) / 1000
  return { words, code, stdout: stdout.join(''), stderr: stderr.join(''), seconds }
}
