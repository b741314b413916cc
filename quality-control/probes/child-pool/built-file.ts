import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Path of a compiled module, given its path below the project's root. Children always run compiled code,
 * also when their parent runs from source (under Jest).
 */
export function builtFile(path: string): string {
  const file = join(projectRoot(__dirname), 'dist', path)
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first`)
  return file
}

function projectRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error(`no package.json above ${__dirname}: where is the project's root?`)
  return projectRoot(parent)
}
