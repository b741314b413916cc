import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import type { Check } from './check'

/** The folders of checks: every file in them is one check, and its id is its path. */
export const checkRooms = ['file', 'image', 'pdf', 'video', 'audio', 'banner', 'copy'] as const

let loaded: ReadonlyMap<string, Check> | undefined

/** All checks by id (`pdf/missing-fonts`), in the order of rooms and names. Loaded once, on first use. */
export function catalogue(): ReadonlyMap<string, Check> {
  loaded ??= new Map(checkRooms.flatMap(checksOf))
  return loaded
}

function checksOf(room: string): [string, Check][] {
  return readdirSync(join(__dirname, room))
    .map((file) => /^([a-z0-9-]+)\.[jt]s$/.exec(file)?.[1])
    .filter((name) => name !== undefined)
    .sort()
    .map((name) => [`${room}/${name}`, checkIn(join(__dirname, room, name))])
}

function checkIn(path: string): Check {
  /* eslint-disable-next-line @typescript-eslint/no-require-imports,
     @typescript-eslint/consistent-type-assertions
     -- a new check is one new file: there is no list to keep */
  return (require(path) as { default: Check }).default
}
