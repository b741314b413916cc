import { execFileSync } from 'node:child_process'
import { chmodSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** Stands before a tool that the worker starts, and lets it begin only when told. */
export interface ToolGate {
  /** PATH for the worker: our stand-in comes first. */
  searchPath: string
  /** Resolves once the tool has been started and waits at the gate. */
  reached: () => Promise<Waiting>
  /** Lets through whoever waits, and all that come later. */
  remove: () => void
}

export interface Waiting {
  /** Lets this one through. */
  pass: () => Promise<void>
  /** Forgets it: it was killed. To be called before another one comes, which would find the gate open. */
  leave: () => Promise<void>
}

/**
 * Holds each call of `tool` that has `argument` among its arguments. The stand-in reads a pipe with a name before it turns
 * into the real tool, so opening that pipe for writing ends just when somebody waits there: no clock is needed.
 */
export function openToolGate(tool: string, argument: string): ToolGate {
  const folder = mkdtempSync(join(tmpdir(), 'qc-gate-'))
  const pipe = join(folder, 'gate')
  const real = execFileSync('/bin/sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim()
  const standIn = join(folder, tool)
  writeFileSync(
    standIn,
    ['#!/bin/sh', `case " $* " in *" ${argument} "*) [ ! -p ${pipe} ] || read -r _ < ${pipe} ;; esac`, `exec ${real} "$@"`, ''].join('\n'),
  )
  chmodSync(standIn, 0o755)
  execFileSync('mkfifo', [pipe])
  return {
    searchPath: `${folder}${delimiter}${process.env.PATH ?? ''}`,
    reached: async () => {
      const writer = await open(pipe, constants.O_WRONLY)
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
