import { spawn } from 'node:child_process'

const openers: Partial<Record<NodeJS.Platform, string>> = { darwin: 'open', linux: 'xdg-open' }

/** Best effort: the address is printed all the same. No shell, so the address is only ever an argument. */
export function openInBrowser(url: string, say: (message: string) => void): void {
  const opener = openers[process.platform]
  if (opener === undefined) return
  const child = spawn(opener, [url], { stdio: 'ignore', detached: true })
  child.once('error', () => say(`${opener} is not installed: open the address yourself`))
  child.unref()
}
