import type { Command } from './command'

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]
/** What `admin-cli completion` prints for the scripts, one a line. */
export const idKinds = ['clients', 'profiles', 'runs'] as const
export type IdKind = (typeof idKinds)[number]

const globalFlags = ['--json', '--wide', '--no-color', '--debug', '--help']

/** Made from the table of commands: Tab starts a process only for ids, which change. */
export function completionScript(shell: Shell, commands: readonly Command[]): string {
  const words = wordsAfter(commands)
  if (shell === 'fish') return fishScript(words, commands)
  const bash = bashScript(words, commands)
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
function bashScript(words: Map<string, string[]>, commands: readonly Command[]): string {
  const cases = Array.from(words, ([key, next]) => `    '${key}') words='${next.join(' ')}' ;;`)
  return [
    '_admin_cli() {',
    '  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} words= key= ids= index',
    '  for ((index = 1; index < COMP_CWORD; index++)); do',
    '    [[ ${COMP_WORDS[index]} == -* ]] && continue',
    '    key="${key:+$key }${COMP_WORDS[index]}"',
    '    [[ $key == *" "* ]] && break',
    '  done',
    '  case $key in',
    ...idKinds.map((kind) => `    ${commandsWith(kind, commands).map(quoted).join('|')}) ids=${kind} ;;`),
    '  esac',
    '  [[ $key == *"$previous" ]] || ids=',
    '  [[ $previous == --client ]] && ids=clients',
    '  [[ $previous == --profile ]] && ids=profiles',
    '  if [[ -n $ids && $current != -* ]]; then',
    '    COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" completion $ids 2>/dev/null)" -- "$current"))',
    '    return',
    '  fi',
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
  const ids = idKinds.flatMap((kind) =>
    commandsWith(kind, commands).map(
      (name) => `complete -c admin-cli -n '${conditionFor(name)}' -f -a '(admin-cli completion ${kind})'`,
    ),
  )
  return [...lines, ...ids].join('\n')
}

/** The commands whose first argument is an id of this kind. */
function commandsWith(kind: IdKind, commands: readonly Command[]): string[] {
  const wanted = { clients: 'client', profiles: 'profile', runs: 'runs?(\\.\\.\\.)?' }[kind]
  const pattern = new RegExp(`^[<[]${wanted}[>\\]]$`)
  return commands.flatMap(({ name, arguments: [first = ''] }) => (pattern.test(first) ? [name] : []))
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
