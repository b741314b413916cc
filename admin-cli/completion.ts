import type { Command } from './command'

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

const globalFlags = ['--json', '--wide', '--no-color', '--debug', '--help']

/** A script for the shell, made from the table of commands, so that Tab starts no process. */
export function completionScript(shell: Shell, commands: readonly Command[]): string {
  const words = wordsAfter(commands)
  if (shell === 'fish') return fishScript(words, commands)
  const bash = bashScript(words)
  return shell === 'bash' ? bash : `#compdef admin-cli\nautoload -U +X bashcompinit && bashcompinit\n${bash}`
}

/** What can follow: `''` the first word, `runs` its commands, `runs list` its options. */
function wordsAfter(commands: readonly Command[]): Map<string, string[]> {
  const words = new Map<string, string[]>([['', ['help', '--version', ...globalFlags]]])
  const add = (key: string, word: string) => {
    const present = words.get(key) ?? []
    if (!present.includes(word)) words.set(key, [...present, word])
  }
  for (const { name, options } of commands) {
    const [first = '', second] = name.split(' ')
    add('', first)
    if (second !== undefined) add(first, second)
    for (const flag of [...options.map(({ flags }) => longFlag(flags)), ...globalFlags]) add(name, flag)
  }
  return words
}

function longFlag(flags: string): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags
}

/** Options and their values do not count as words of a command; where nothing is known, file names follow. */
function bashScript(words: Map<string, string[]>): string {
  const cases = Array.from(words, ([key, next]) => `    '${key}') words='${next.join(' ')}' ;;`)
  return [
    '_admin_cli() {',
    '  local current=${COMP_WORDS[COMP_CWORD]} words= key= index',
    '  for ((index = 1; index < COMP_CWORD; index++)); do',
    '    [[ ${COMP_WORDS[index]} == -* ]] && continue',
    '    key="${key:+$key }${COMP_WORDS[index]}"',
    '    [[ $key == *" "* ]] && break',
    '  done',
    '  case $key in',
    ...cases,
    `    *) case \${key%% *} in`,
    ...Array.from(words)
      .filter(([key]) => key !== '' && !key.includes(' '))
      .map(
        ([key, next]) =>
          `      '${key}') words='${next.filter((word) => word.startsWith('-')).join(' ')}' ;;`,
      ),
    '    esac ;;',
    '  esac',
    '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
    '  [[ ${#COMPREPLY[@]} -eq 0 && $current != -* ]] && COMPREPLY=($(compgen -f -- "$current"))',
    '}',
    'complete -o filenames -F _admin_cli admin-cli',
  ].join('\n')
}

function fishScript(words: Map<string, string[]>, commands: readonly Command[]): string {
  const summaries = new Map(commands.map(({ name, summary }) => [name, summary]))
  const lines = Array.from(words).flatMap(([key, next]) =>
    next.map((word) => {
      const condition = key === '' ? '__fish_use_subcommand' : conditionFor(key)
      const summary = summaries.get(key === '' ? word : `${key} ${word}`)
      const what = word.startsWith('--') ? `-l ${word.slice(2)}` : `-f -a ${word}`
      return (
        `complete -c admin-cli -n '${condition}' ` +
        `${what}${summary === undefined ? '' : ` -d ${quoted(summary)}`}`
      )
    }),
  )
  return lines.join('\n')
}

function conditionFor(key: string): string {
  return key
    .split(' ')
    .map((word) => `__fish_seen_subcommand_from ${word}`)
    .join('; and ')
}

function quoted(text: string): string {
  return `'${text.replace(/'/g, "\\'")}'`
}
