import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

import { say } from './say.mjs'
import { Stop } from './stop.mjs'

/**
 * What each tool is called here: on PATH (any one of `commands`), in Debian's and Ubuntu's packages, in
 * Homebrew.
 */
const tools = [
  { commands: ['ffmpeg'], apt: 'ffmpeg', brew: 'ffmpeg' },
  { commands: ['ffprobe'], apt: 'ffmpeg', brew: 'ffmpeg' },
  { commands: ['pdfinfo'], apt: 'poppler-utils', brew: 'poppler' },
  { commands: ['qpdf'], apt: 'qpdf', brew: 'qpdf' },
  { commands: ['tesseract'], apt: 'tesseract-ocr', brew: 'tesseract' },
  {
    commands: ['chromium', 'chromium-browser', 'google-chrome'],
    apt: 'chromium',
    brew: '--cask chromium',
    isForTests: true,
  },
]
/** The samples draw words: without any font they would come out blank. */
const fontFiles = ['/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', '/usr/share/fonts/TTF/DejaVuSans.ttf']

/**
 * Installs the media tools where it may (apt-get as root or by passwordless sudo), else throws the one
 * command to type.
 */
export function prepareSystemPackages({ withTests }) {
  const missing = missingTools(withTests)
  if (missing.length === 0) return
  if (process.platform === 'darwin') throw new Stop(toType(`brew install ${names(missing, 'brew')}`))
  const packages = names(missing, 'apt')
  if (!isOnPath('apt-get')) throw new Stop(toType(`your package manager's install of: ${packages}`))
  installByApt(packages)
  const still = missingTools(withTests)
  if (still.length > 0) throw new Stop(`still missing after the install: ${names(still, 'apt')}`)
}

/** Installs Debian packages (a list separated by blanks), or throws the command that does. */
export function installByApt(packages) {
  const sudo = mayInstall()
  if (sudo === undefined) throw new Stop(toType(`sudo apt-get update && sudo apt-get install -y ${packages}`))
  say(`installing ${packages} (apt-get)`)
  run([...sudo, 'apt-get', 'update', '-qq'])
  run([
    ...sudo,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    'install',
    '-y',
    '-qq',
    '--no-install-recommends',
    ...packages.split(' '),
  ])
}

function isOnPath(command) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => folder !== '' && isExecutable(join(folder, command)))
}

function missingTools(withTests) {
  const missing = tools.filter(
    ({ commands, isForTests }) => (withTests || !isForTests) && !commands.some(isOnPath),
  )
  const isFontMissing = process.platform === 'linux' && !fontFiles.some(existsSync)
  return isFontMissing ? [...missing, { apt: 'fonts-dejavu-core' }] : missing
}

function names(missing, manager) {
  return [...new Set(missing.map((tool) => tool[manager]))].join(' ')
}

function toType(command) {
  return `this needs your hand, type: ${command}`
}

/**
 * What stands in front of apt-get: nothing for root, sudo when it asks for no password, undefined when we may
 * not.
 */
function mayInstall() {
  if (process.getuid?.() === 0) return []
  if (!isOnPath('sudo')) return undefined
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined
}

function run([command, ...args]) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0)
    throw new Stop(
      `${command} ${args.join(' ')} ended with ${error?.message ?? status}: its message is above`,
    )
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
