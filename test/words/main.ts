import { join } from 'node:path'

import { catalogue } from '../../quality-control/checks/catalogue'
import { translationsOf } from '../../quality-control/report/words/translations-of'
import { wordsMark } from '../../quality-control/report/words/words-mark'
import { englishWords } from './english-words'
import { fileOf } from './file-of'
import { type MissingWords, missingWords } from './missing-words'

main(process.argv.slice(2))

/**
 * `npm run words:missing -- de [PART]`: what a language lacks, as entries in English to translate, by file.
 * PART is part of a file's name.
 */
function main([name, part = '']: string[]): void {
  const language = (['de', 'fr', 'es'] as const).find((one) => one === name)
  if (language === undefined) throw new Error(`expected de, fr or es, got ${String(name)}`)
  // Compiled, this file is in dist/test/words/.
  const english = englishWords(join(__dirname, '../../..'))
  const missing = missingWords(translationsOf(language), english)
  const files = [...entriesByFile(missing)].filter(
    ([file, entries]) => file.includes(part) && entries.length > 0,
  )
  for (const [file, entries] of files)
    process.stdout.write(`// quality-control/report/words/${language}/${file}\n${entries.join('')}\n`)
  for (const line of missing.wrong) process.stdout.write(`// WRONG ${line}\n`)
  if (files.length + missing.wrong.length === 0) process.stdout.write('// Nothing is missing.\n')
}

function entriesByFile(missing: MissingWords): Map<string, string[]> {
  const files = new Map<string, string[]>()
  for (const id of new Set([...missing.checks, ...missing.says.keys()])) {
    const file = `checks/${fileOf(id)}.ts`
    files.set(file, [...(files.get(file) ?? []), checkEntry(id, missing)])
  }
  for (const name of ['shared', 'sentences', 'formats', 'facts'] as const)
    files.set(
      `${name}.ts`,
      missing[name].map((text) => saying(text, '  ')),
    )
  return files
}

function checkEntry(id: string, { checks, says }: MissingWords): string {
  const [check, texts] = [catalogue().get(id), says.get(id) ?? []]
  const said = texts.map((text) => saying(text, '      ')).join('')
  const sayings = said === '' ? '' : `    says: {\n${said}    },\n`
  if (check === undefined || !checks.includes(id))
    return `  '${id}': { // more for this check\n${sayings}  },\n`
  const words = (['title', 'failureTitle', 'why', 'remedy'] as const).map(
    (key) => `    ${key}:\n${literal(check[key], '      ')},\n`,
  )
  return `  '${id}': {\n    of: '${wordsMark(check)}',\n${words.join('')}${sayings}  },\n`
}

function saying(text: string, indent: string): string {
  const key = quoted(text)
  const name = key.length + indent.length < 105 ? `${indent}${key}` : `${indent}[${literal(text, '').trim()}]`
  return `${name}:\n${literal(text, `${indent}  `)},\n`
}

/** In lines of at most 110 characters. */
function literal(text: string, indent: string): string {
  const lines = text.match(/.{1,85}(?:\s|$)/gsu) ?? [text]
  return lines.map((line) => `${indent}${quoted(line)}`).join(' +\n')
}

function quoted(text: string): string {
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`
}
