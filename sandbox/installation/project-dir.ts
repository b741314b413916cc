import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The project's root, the same from source and from `dist/`. */
export const projectDir = rootAbove(__dirname)
/** All processes run compiled. */
export const distDir = join(projectDir, 'dist')

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return folder
  return rootAbove(dirname(folder))
}
