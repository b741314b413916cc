import { existsSync, mkdirSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface ToolGate {
  /** For a worker's PATH: our stand-ins before the real tools. */
  searchPath: string
  /** From now on each call of this tool waits at the gate before it runs. */
  close: (tool: string) => void
  /** Resolves once a call waits. */
  reached: (timeoutMs?: number) => Promise<void>
  open: () => void
}

/** Stops a worker's media tools (`qpdf`, `ffmpeg`) just before they begin: an exact point in the step that opens the file. */
export function createToolGate(stateDir: string): ToolGate {
  const [toolsDir, waitingDir, closed] = [join(stateDir, 'tools'), join(stateDir, 'waiting'), join(stateDir, 'gate-is-closed')]
  for (const folder of [toolsDir, waitingDir]) mkdirSync(folder, { recursive: true })
  return {
    searchPath: [toolsDir, process.env.PATH ?? ''].join(delimiter),
    close: (tool) => {
      writeFileSync(closed, '')
      const script = [
        '#!/bin/sh',
        `if [ -e '${closed}' ]; then : > '${waitingDir}/'$$; fi`,
        `while [ -e '${closed}' ]; do sleep 0.05; done`,
      ]
      writeFileSync(join(toolsDir, tool), [...script, `exec "${realPath(tool)}" "$@"`, ''].join('\n'), { mode: 0o755 })
    },
    reached: (timeoutMs = 30_000) => untilOneIn(waitingDir, timeoutMs),
    open: () => rmSync(closed, { force: true }),
  }
}

function realPath(tool: string): string {
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, tool))
    .find((path) => existsSync(path))
  if (found === undefined) throw new Error(`${tool} is not installed`)
  return found
}

function untilOneIn(folder: string, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(() => reject(new Error(`no tool came to the gate within ${timeoutMs} ms`))), timeoutMs)
    const watcher = watch(folder, () => look())
    const end = (act: () => void) => {
      clearTimeout(timer)
      watcher.close()
      act()
    }
    const look = () => readdirSync(folder).length > 0 && end(resolve)
    look()
  })
}
