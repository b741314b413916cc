import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { rethrowAccident } from './host-accident'
import { findBrowser } from './banner/find-browser'
import { runTool } from './run-tool'
import { installedLanguages } from './text/installed-languages'

/** Raise it with every change to the facts: cached facts of another revision are not used. */
const revision = 23

const tools = [
  { name: 'ffmpeg', args: ['-version'] },
  { name: 'pdfinfo', args: ['-v'] },
  { name: 'qpdf', args: ['--version'] },
  { name: 'tesseract', args: ['--version'] },
]

const known = new Map<string, Promise<string>>()

/**
 * Our own revision, the versions of the tools and their languages, such as `1 sharp 0.35.5 ffmpeg 5.1.9 …`:
 * equal bytes and an equal probe version give equal facts. Asks the tools once per process; a
 * missing tool is `none`.
 */
export async function probeVersion(searchPath: string, trustFile = ''): Promise<string> {
  const version = known.get(searchPath) ?? ask(searchPath)
  known.set(searchPath, version)
  // An accident must not stay in memory: the next call asks again.
  version.catch(() => known.delete(searchPath))
  return `${await version}${trustFile === '' ? '' : ` trust ${await digestOf(trustFile)}`}`
}

/** Another trust list can give another fact. */
async function digestOf(trustFile: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(trustFile))
    .digest('hex')
    .slice(0, 12)
}

async function ask(searchPath: string): Promise<string> {
  const [versions, { models, dictionaries }, browser] = await Promise.all([
    installedTools(searchPath),
    installedLanguages(searchPath),
    findBrowser(searchPath),
  ])
  return [
    `${revision}`,
    `sharp ${packageVersion('sharp')}`,
    `c2pa-wasm ${packageVersion('@contentauth/c2pa-wasm')}`,
    `libheif-js ${packageVersion('libheif-js')}`,
    ...versions.map(({ name, version }) => `${name} ${version}`),
    `browser ${browser ?? 'none'}`,
    `languages ${[...models, ...dictionaries.keys()].sort().join(',')}`,
  ].join(' ')
}

/** The media tools on the search path; the version of a missing one is `none`. */
export function installedTools(searchPath: string): Promise<{ name: string; version: string }[]> {
  return Promise.all(
    tools.map(async ({ name, args }) => ({ name, version: await toolVersion(name, args, searchPath) })),
  )
}

/** The version number that a tool prints, or `none` when it is not installed. */
export async function toolVersion(name: string, args: string[], searchPath: string): Promise<string> {
  try {
    const { stdout, stderr } = await runTool(name, args, {
      signal: new AbortController().signal,
      timeoutMs: 15_000,
      searchPath,
    })
    return /\b\d+\.[\d.]*\d/.exec(`${stdout.toString('utf8')}${stderr}`)?.[0] ?? 'unknown'
  } catch (error) {
    rethrowAccident(error)
    return 'none'
  }
}

/** The installed version of an npm package, read from its package.json. */
export function packageVersion(name: string): string {
  const root = dirname(require.resolve(name)).split(join('node_modules', name))[0] ?? ''
  const text = readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')
  return /"version":\s*"([^"]+)"/.exec(text)?.[1] ?? 'unknown'
}
