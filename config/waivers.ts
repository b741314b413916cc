import { randomBytes } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import writeFileAtomic from 'write-file-atomic'

import type { Upload, Waiver } from '../workflows/contract'
import { messageOf } from '../workflows/text'
import { readChangeLog } from './change-log'
import { ConfigError } from './config-error'
import { isStoredWaiver, readWaivers, type StoredWaiver, type WaiverTarget } from './read-waivers'
import { underLock } from './under-lock'
import { waiverProblems } from './waiver-problems'

export type NewWaiver = Omit<Waiver, 'id' | 'at'> & WaiverTarget & Pick<StoredWaiver, 'message'>

/** One line of the log beside the file. */
export interface WaiverChange {
  /** ISO 8601, UTC. */
  when: string
  who: string
  change: 'added' | 'removed'
  waiver: StoredWaiver
}

export interface WaiverStore {
  /**
   * What counts for this upload at this moment. Never throws: with a broken file nothing is accepted, and
   * `problem` says so.
   */
  effective: (upload: Pick<Upload, 'clientId' | 'fileId' | 'versionId' | 'profileId'>) => Waiver[]
  /** All of a client, or of all clients, those that no longer count included. Throws a ConfigError. */
  list: (clientId?: string) => StoredWaiver[]
  /**
   * Returns the one that is there when it accepts the same. Throws a ConfigError for a reason or a date that
   * is not allowed, and for a broken file.
   */
  add: (waiver: NewWaiver) => Promise<{ waiver: StoredWaiver; isNew: boolean }>
  /** Undefined when there is none with this id. Throws a ConfigError for a broken file. */
  remove: (id: string, who: string) => Promise<StoredWaiver | undefined>
  /** Why the file cannot be read, if so. */
  problem: () => string | undefined
  /** Oldest first. */
  history: (clientId?: string) => WaiverChange[]
}

/** A plan with all of them stays a small payload. */
const maxForOneTarget = 40

/**
 * The findings that people have accepted: a JSON file that all workers and pages share, read at each use,
 * written atomically under a lock, and an append-only log beside it (`<file without .json>.log.jsonl`).
 */
export function createWaiverStore(file: string, now: () => Date = () => new Date()): WaiverStore {
  const logFile = `${file.replace(/\.json$/, '')}.log.jsonl`
  const write = async (entry: WaiverChange, waivers: StoredWaiver[]) => {
    // The log first: a crash in between leaves a change logged too early, never one that is not logged.
    appendFileSync(logFile, `${JSON.stringify(entry)}\n`)
    await writeFileAtomic(file, `${JSON.stringify({ waivers }, null, 2)}\n`)
  }
  const ofClient = (clientId: string | undefined) => (one: { clientId: string }) =>
    clientId === undefined || one.clientId === clientId
  return {
    effective: (upload) => effectiveIn(file, upload, now()),
    list: (clientId) => readWaivers(file).filter(ofClient(clientId)),
    add: (wanted) =>
      underLock(file, async () => {
        const problems = waiverProblems(wanted, now())
        if (problems.length > 0) throw new ConfigError('waiver', problems)
        const waivers = readWaivers(file)
        const present = waivers.find((one) => isSame(one, wanted) && isInForce(one, now()))
        if (present !== undefined) return { waiver: present, isNew: false }
        requireRoom(waivers, wanted)
        const reason = wanted.reason.trim()
        const at = now().toISOString()
        const waiver = { id: `w-${randomBytes(4).toString('hex')}`, ...wanted, reason, at }
        await write({ when: at, who: wanted.by, change: 'added', waiver }, [...waivers, waiver])
        return { waiver, isNew: true }
      }),
    remove: (id, who) =>
      underLock(file, async () => {
        const waivers = readWaivers(file)
        const waiver = waivers.find((one) => one.id === id)
        if (waiver === undefined) return undefined
        const entry: WaiverChange = { when: now().toISOString(), who, change: 'removed', waiver }
        await write(
          entry,
          waivers.filter((one) => one !== waiver),
        )
        return waiver
      }),
    problem: () => problemOf(file),
    history: (clientId) =>
      readChangeLog(logFile, isWaiverChange).filter(({ waiver }) => ofClient(clientId)(waiver)),
  }
}

/** It has not expired. */
export function isInForce({ until }: Pick<Waiver, 'until'>, now: Date): boolean {
  return until === undefined || until >= now.toISOString().slice(0, 10)
}

function effectiveIn(
  file: string,
  { clientId, fileId, versionId, profileId }: Parameters<WaiverStore['effective']>[0],
  now: Date,
): Waiver[] {
  let waivers: StoredWaiver[]
  try {
    waivers = readWaivers(file)
  } catch {
    return []
  }
  return waivers
    .filter((one) => one.clientId === clientId && isInForce(one, now))
    .filter((one) =>
      'profileId' in one ? one.profileId === profileId : one.fileId === fileId && one.versionId === versionId,
    )
    .map(({ id, check, finding, containing, reason, by, at, until }) => {
      return { id, check, finding, containing, reason, by, at, until }
    })
}

function problemOf(file: string): string | undefined {
  try {
    readWaivers(file)
    return undefined
  } catch (error) {
    return messageOf(error)
  }
}

function isSame(one: StoredWaiver, other: NewWaiver): boolean {
  const textOf = ({ check, finding, containing, ...rest }: NewWaiver) =>
    JSON.stringify([targetOf(rest), check, finding, containing?.toLowerCase()])
  return textOf(one) === textOf(other)
}

function targetOf(one: WaiverTarget): string {
  return JSON.stringify('profileId' in one ? [one.clientId, one.profileId] : [one.fileId, one.versionId])
}

function requireRoom(waivers: StoredWaiver[], wanted: NewWaiver): void {
  const count = waivers.filter((one) => targetOf(one) === targetOf(wanted)).length
  if (count < maxForOneTarget) return
  throw new ConfigError('waiver', [
    `this ${'profileId' in wanted ? 'profile' : 'file version'} has ${count} waivers, ` +
      `${maxForOneTarget} at most: accept all findings of a check at once, or change the profile`,
  ])
}

function isWaiverChange(value: unknown): value is WaiverChange {
  if (typeof value !== 'object' || value === null) return false
  const isText = (key: string) => typeof Reflect.get(value, key) === 'string'
  return ['when', 'who', 'change'].every(isText) && isStoredWaiver(Reflect.get(value, 'waiver'))
}
