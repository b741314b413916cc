import { execFileSync } from 'node:child_process'
import { chmodSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** Wraps a tool that the worker starts, and holds it until released. */
export interface ToolGate {
  /** PATH for the worker, with our stand-in first. */
  searchPath: string
  /** Resolves once the tool has been started and waits at the gate. */
  reached: () => Promise<Waiting>
  /** Releases every waiting call and all later ones. */
  remove: () => void
}

export interface Waiting {
  /** Lets this one through. */
  pass: () => Promise<void>
  /** Forgets a call that was killed. To be called before the next one, which would find the gate open. */
  leave: () => Promise<void>
}

/**
 * Holds each call of `tool` that has `argument` among its arguments. The stand-in reports through one pipe,
 * then reads another one, and then becomes the real tool. Both pipes block, so no timer is needed.
 */
export function openToolGate(tool: string, argument: string): ToolGate {
  const folder = mkdtempSync(join(tmpdir(), 'qc-gate-'))
  const [arrivals, gate] = [join(folder, 'arrivals'), join(folder, 'gate')]
  const real = execFileSync('/bin/sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim()
  const wait = `[ ! -p ${gate} ] || { echo > ${arrivals}; read -r _ < ${gate}; }`
  const standIn = join(folder, tool)
  writeFileSync(
    standIn,
    ['#!/bin/sh', `case " $* " in *" ${argument} "*) ${wait} ;; esac`, `exec ${real} "$@"`, ''].join('\n'),
  )
  chmodSync(standIn, 0o755)
  execFileSync('mkfifo', [arrivals, gate])
  return {
    searchPath: `${folder}${delimiter}${process.env.PATH ?? ''}`,
    reached: async () => {
      // Ends when the one that arrived has closed its end.
      await readFile(arrivals)
      const writer = await open(gate, constants.O_WRONLY)
      return {
        pass: async () => {
          await writer.write('\n')
          await writer.close()
        },
        leave: () => writer.close(),
      }
    },
    // Those that wait read the end of the pipe as soon as the last writer is gone.
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
