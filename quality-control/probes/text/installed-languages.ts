import { access } from 'node:fs/promises'
import { join } from 'node:path'

import { findTool } from '../find-tool'
import { rethrowAccident } from '../host-accident'
import { runTool } from '../run-tool'
import { languageOf, languages } from './languages'

export interface InstalledLanguages {
  /** Names of tesseract's models, such as `eng`. */
  models: ReadonlySet<string>
  /** By language code: path of a Hunspell dictionary, without its extension. English needs none. */
  dictionaries: ReadonlyMap<string, string>
}

const known = new Map<string, Promise<InstalledLanguages>>()

/** What this host can read and judge. Asks once per process. */
export function installedLanguages(searchPath: string): Promise<InstalledLanguages> {
  const answer = known.get(searchPath) ?? ask(searchPath)
  known.set(searchPath, answer)
  // An accident must not stay in memory: the next call asks again.
  answer.catch(() => known.delete(searchPath))
  return answer
}

/** The packages that are missing for these languages; for one that no table knows, nothing. */
export async function missingPackages(codes: readonly string[], searchPath: string): Promise<string[]> {
  const { models, dictionaries } = await installedLanguages(searchPath)
  const missing = codes.flatMap((code) => {
    const language = languageOf(code)
    if (language === undefined) return []
    const hasModel = models.has(language.ocr)
    const hasDictionary = code === 'en' || dictionaries.has(code)
    return language.packages.filter((name) => (name.startsWith('tesseract') ? !hasModel : !hasDictionary))
  })
  return [...new Set(missing)]
}

async function ask(searchPath: string): Promise<InstalledLanguages> {
  const [models, dictionaries] = await Promise.all([readModels(searchPath), findDictionaries(searchPath)])
  return { models, dictionaries }
}

async function readModels(searchPath: string): Promise<Set<string>> {
  try {
    const options = { signal: new AbortController().signal, timeoutMs: 15_000, searchPath }
    const { stdout } = await runTool('tesseract', ['--list-langs'], options)
    return new Set(stdout.toString('utf8').split('\n').slice(1).filter(Boolean))
  } catch (error) {
    rethrowAccident(error)
    return new Set()
  }
}

/** Where Debian, Fedora, Homebrew and macOS keep them. */
const folders = [
  '/usr/share/hunspell',
  '/usr/share/myspell',
  '/usr/local/share/hunspell',
  '/opt/homebrew/share/hunspell',
  '/Library/Spelling',
]

async function findDictionaries(searchPath: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  try {
    await findTool('hunspell', searchPath)
  } catch {
    return found
  }
  for (const { code, dictionaries } of languages) {
    const path = await firstThere(dictionaries.flatMap((name) => folders.map((folder) => join(folder, name))))
    if (path !== undefined) found.set(code, path)
  }
  return found
}

async function firstThere(paths: string[]): Promise<string | undefined> {
  for (const path of paths) {
    try {
      await Promise.all([access(`${path}.aff`), access(`${path}.dic`)])
      return path
    } catch {
      // The next folder.
    }
  }
  return undefined
}
