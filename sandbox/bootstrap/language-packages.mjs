import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { projectDir } from './project-dir.mjs'
import { say } from './say.mjs'
import { Stop } from './stop.mjs'
import { installByApt } from './system-packages.mjs'

/**
 * Models and dictionaries of the languages that the profiles name, and of `further` ones. They are no
 * condition: without them the text of a language is not judged, and the report says so. What may not be
 * installed is named.
 */
export function planLanguages(further = []) {
  const wanted = [...new Set([...namedByProfiles(), ...further])]
  const packages = missingPackages(wanted)
  if (packages.length === 0) return undefined
  const where = 'the system'
  const names = packages.join(' ')
  return {
    what: `install ${names} (languages ${wanted.join(', ')})`,
    where,
    run() {
      try {
        if (process.platform === 'darwin') throw new Stop('Homebrew has them in tesseract-lang and hunspell')
        installByApt(names)
      } catch (error) {
        if (!(error instanceof Stop)) throw error
        say(`the spelling of these languages will not be judged: ${error.message}`)
      }
      const still = missingPackages(wanted)
      if (still.length > 0) say(`still missing: ${still.join(' ')}`)
    },
  }
}

/** `languages: [en, de]` in a profile; profiles are read before there is a parser for them. */
function namedByProfiles() {
  const folder = join(projectDir, 'config', 'profiles')
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return files.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8').replace(/#.*$/gm, '')
    return [...text.matchAll(/\blanguages:\s*\[([^\]]*)\]/g)].flatMap(
      ([, list]) => list.match(/[a-z]{2}/g) ?? [],
    )
  })
}

const dictionaryFolders = ['/usr/share/hunspell', '/usr/local/share/hunspell', '/opt/homebrew/share/hunspell']

function missingPackages(codes) {
  const table = join(projectDir, 'quality-control', 'probes', 'text', 'languages.json')
  if (codes.length === 0 || !existsSync(table)) return []
  const languages = JSON.parse(readFileSync(table, 'utf8')).filter(({ code }) => codes.includes(code))
  const models = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).stdout?.split('\n') ?? []
  const hasHunspell = spawnSync('hunspell', ['--version'], { stdio: 'ignore' }).status === 0
  const missing = languages.flatMap(({ code, ocr, dictionaries, packages }) => {
    const hasDictionary =
      code === 'en' ||
      (hasHunspell &&
        dictionaries.some((name) =>
          dictionaryFolders.some((folder) => existsSync(join(folder, `${name}.dic`))),
        ))
    return packages.filter((name) => !(name.startsWith('tesseract') ? models.includes(ocr) : hasDictionary))
  })
  return [...new Set(missing)]
}
