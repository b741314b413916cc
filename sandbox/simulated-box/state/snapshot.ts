import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isObject } from '../http/json'
import type { State } from './model'
import type { Store } from './store'

/**
 * Writes the state to `state.json` next to the contents: whole, to a new file, renamed at the end. Changes
 * that come while it writes are one further write. `saved()` resolves once all changes so far are on disk.
 * Not kept: nothing is written, because a long run with thousands of files would do little else.
 */
export class Snapshot {
  private writing: Promise<void> | undefined
  private isDirty = false

  constructor(
    private readonly store: Store,
    private readonly directory: string,
    private readonly isKept: boolean,
  ) {
    store.onChange(() => {
      this.isDirty = this.isKept
    })
  }

  async saved(): Promise<void> {
    while (this.isDirty || this.writing) {
      this.writing ??= this.write().finally(() => {
        this.writing = undefined
      })
      await this.writing
    }
  }

  private async write(): Promise<void> {
    this.isDirty = false
    const path = stateFile(this.directory)
    await writeFile(`${path}.new`, JSON.stringify(this.store.snapshot()), { mode: 0o600 })
    await rename(`${path}.new`, path)
  }
}

/** The state of an earlier process in this directory. */
export async function readState(directory: string): Promise<State | undefined> {
  const text = await readFile(stateFile(directory), 'utf8').catch((error: unknown) => {
    if (isObject(error) && error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  // Our own file, written by Snapshot: a shape check beyond "it is one of ours" would only repeat model.ts.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- see above
  const state: State = JSON.parse(text)
  if (!Array.isArray(state.apps))
    throw new Error(
      `expected the simulated Box's state in ${stateFile(directory)}, got something else: remove it`,
    )
  return state
}

function stateFile(directory: string): string {
  return join(directory, 'state.json')
}
