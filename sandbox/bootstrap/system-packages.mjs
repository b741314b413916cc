import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

import { Stop } from './stop.mjs'

/** The tools: their names on PATH (any of `commands`), in Debian and Ubuntu, and in Homebrew. */
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
  { commands: ['openssl'], apt: 'openssl', brew: 'openssl', isForTests: true },
  { commands: ['shellcheck'], apt: 'shellcheck', brew: 'shellcheck', isForTests: true },
]
/** The samples draw text, which stays blank without a font. */
const fontFiles = ['/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', '/usr/share/fonts/TTF/DejaVuSans.ttf']

/**
 * The missing media tools, by apt-get as root or by sudo without a password. Throws the command to type where
 * it may not install.
 */
export function planSystemPackages({ withTests }) {
  const missing = missingTools(withTests)
  if (missing.length === 0) return undefined
  if (process.platform === 'darwin') throw new Stop(toType(`brew install ${names(missing, 'brew')}`))
  const packages = names(missing, 'apt')
  if (!isOnPath('apt-get')) throw new Stop(toType(`your package manager's install of: ${packages}`))
  const sudo = requireSudo(packages)
  return {
    what: `install ${packages} (apt-get)`,
    where: 'the system',
    run() {
      installByApt(packages, sudo)
      const still = missingTools(withTests)
      if (still.length > 0) throw new Stop(`still missing after the install: ${names(still, 'apt')}`)
    },
  }
}

/** Installs Debian packages (names separated by spaces), or throws the command that does. */
export function installByApt(packages, sudo = requireSudo(packages)) {
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
  return `root rights are missing, type: ${command}`
}

/** What to put before apt-get: nothing for root, else sudo. Throws when sudo asks for a password. */
function requireSudo(packages) {
  if (process.getuid?.() === 0) return []
  const isAllowed = isOnPath('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
  if (isAllowed) return ['sudo', '-n']
  throw new Stop(toType(`sudo apt-get update && sudo apt-get install -y ${packages}`))
}

function run([command, ...args]) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0)
    throw new Stop(`${command} ${args.join(' ')} ended with ${error?.message ?? status}, see above`)
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
