import { access, constants } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'

/**
 * The absolute path of a command in a PATH-like list of folders. Throws an Error that says what to install.
 */
export async function findTool(command: string, searchPath: string): Promise<string> {
  if (isAbsolute(command)) return command
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '')
  for (const folder of folders) {
    const path = join(folder, command)
    if (await isExecutable(path)) return path
  }
  throw new Error(
    `cannot run ${command}: expected it in one of ${folders.join(', ')}; install it or set the search path`,
  )
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
