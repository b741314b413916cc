import type { Command } from './command'
import { exitCodeMeanings } from './exit-codes'
import { shapeText } from './json-shape'

/** `docs/cli.md`: every command with examples, options and the JSON that it prints. */
export function cliMarkdown(commands: readonly Command[]): string {
  return [
    '# admin-cli',
    '',
    'Made from the table of commands by `npm run docs`; the suite fails when it is out of date.',
    '',
    ...install,
    '## Every command',
    '',
    ...everyCommand,
    '| exit code | meaning |',
    '| --------- | ------- |',
    ...exitCodeMeanings.map((meaning, code) => `| ${code} | ${meaning} |`),
    '',
    '## Commands',
    '',
    ...commands.map(({ name, summary }) => `- [${name}](#${anchor(name)}): ${summary}`),
    '',
    ...commands.flatMap(section),
  ].join('\n')
}

const install = [
  '## Run it',
  '',
  '```sh',
  'npx admin-cli --help                              # in the project folder, after npm run build',
  'npm link                                          # admin-cli from everywhere',
  '/opt/box-qc/current/dist/admin-cli/main.js --help # in a release',
  'source <(admin-cli completion bash)               # completion; also zsh and fish',
  '```',
  '',
  'Files of the configuration are found beside the ' +
    'installation, not in the working folder. The environment ' +
    'variables of gateway and worker change that: `QC_CLIENTS_FILE`, `QC_PROFILES_DIR`, `QC_CONFIG_FILE`.',
  '',
]

const everyCommand = [
  '- Data goes to stdout, messages and errors to stderr. ' +
    '`--json` prints one JSON value in the shape that is ' +
    'given below; `key?` can be absent. Messages are then JSON lines `{"message"}`, and an error is ' +
    '`{"error": {"reason", "exitCode", "message", "next"?}}`.',
  '- Tables fit the terminal; `--wide` prints all columns with whole values, as into a pipe.',
  '- `--no-color`, `NO_COLOR` and `TERM=dumb` switch colours off. A pipe gets none.',
  '- What takes more than one second says what it waits for. Box or Temporal get 12 seconds for an answer, ' +
    'so a command ends within 15 seconds when they are silent.',
  '- `--dry-run` changes nothing, and its JSON has `dryRun: true`. What deletes asks, or takes `--yes`.',
  '- Where an id is expected, an address of the Box web app works too.',
  '- `--debug` prints the stack of an unexpected error.',
  '',
]

function section({ name, arguments: words, summary, details, examples, options, json }: Command): string[] {
  return [
    `### ${name}`,
    '',
    `${summary}.${details === undefined ? '' : ` ${details.replace(/\n/g, ' ')}`}`,
    '',
    '```sh',
    ...examples.map((example) => `admin-cli ${example}`),
    '```',
    '',
    `Usage: \`${['admin-cli', name, ...words].join(' ')}\``,
    '',
    ...options.map(({ flags, description }) => `- \`${flags}\`: ${description}`),
    ...(options.length === 0 ? [] : ['']),
    '`--json`:',
    '',
    '```ts',
    shapeText(json),
    '```',
    '',
  ]
}

function anchor(name: string): string {
  return name.replace(/ /g, '-')
}
