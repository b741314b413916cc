import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { commands } from '../../admin-cli/commands'
import { projectDir } from '../../sandbox/installation/project-dir'

export interface DocCommand {
  /** As it is written, without its comment. */
  text: string
  line: number
}

const programs =
  /^(admin-cli|npx|npm|node|sudo|temporal|journalctl|systemctl|curl|apt-get|git|docker|deploy\.sh) \S/

/** The commands of a page in their order: the lines of its `sh` blocks, and commands within a sentence. */
export function commandsIn(page: string): DocCommand[] {
  const text = readFileSync(join(projectDir, page), 'utf8')
  const found: (DocCommand & { at: number })[] = []
  const lineOf = (at: number) => text.slice(0, at).split('\n').length
  for (const { index, 1: language, 2: body = '' } of text.matchAll(/^```(\w*)\n([^]*?)^```/gm)) {
    if (language !== 'sh') continue
    const start = text.indexOf('\n', index) + 1
    for (const { index: offset, 0: line } of body.matchAll(/^\S.*$/gm)) {
      const command = line.replace(/(^|\s+)#\s.*$/, '').trim()
      const at = start + offset
      for (const part of command === '' ? [] : command.split(' && '))
        found.push({ text: part, line: lineOf(at), at })
    }
  }
  const prose = text.replace(/^```[^]*?^```/gm, (block) => block.replace(/[^\n]/g, ' '))
  for (const { index: at, 1: code = '' } of prose.matchAll(/`([^`]+)`/g)) {
    const command = code.replace(/\s+/g, ' ')
    if (programs.test(command) && !isName(command)) found.push({ text: command, line: lineOf(at), at })
  }
  return found
    .sort((one, other) => one.at - other.at)
    .map(({ text: command, line }) => ({ text: command, line }))
}

/** `admin-cli runs retry` names a command that cannot be typed so: it needs an argument. */
function isName(command: string): boolean {
  const name = command.replace(/^admin-cli /, '')
  return commands.some((one) => one.name === name && one.arguments.some((word) => word.startsWith('<')))
}

/** Its words, as a shell divides them: there are only plain and quoted ones. */
export function wordsOf(command: string): string[] {
  return [...command.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? ''),
  )
}
