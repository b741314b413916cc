import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The nearest parent folder with a package.json: the same from source, from `dist/` and in a release. */
export function projectRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) || dirname(folder) === folder
    ? folder
    : projectRoot(dirname(folder))
}
