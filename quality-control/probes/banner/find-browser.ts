import { findTool } from '../find-tool'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The absolute path of a Chromium in a PATH-like list of folders; undefined without one. */
export async function findBrowser(searchPath: string): Promise<string | undefined> {
  for (const name of names) {
    const path = await findTool(name, searchPath).catch(() => undefined)
    if (path !== undefined) return path
  }
  return undefined
}
