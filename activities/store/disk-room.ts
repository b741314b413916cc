import { statfs } from 'node:fs/promises'

import { notYet } from '../worker/outcomes'
import { createKeyedMutex } from './keyed-mutex'

export interface DiskRoomOptions {
  dir: string
  /** What must stay free on the disk. */
  reserveBytes: number
  /** Removes one thing that nobody works on. False when there is nothing left to remove. */
  evict: () => Promise<boolean>
  freeBytes?: (dir: string) => Promise<number>
}

export interface Reservation {
  /** Bytes that are still to be written; what is on the disk already no longer counts as free. */
  update: (remainingBytes: number) => void
  end: () => void
}

const diskWaitMs = 15_000

/** Free bytes of a disk, minus those that are promised to downloads which have not written them yet. */
export class DiskRoom {
  private readonly reservations = new Map<Reservation, number>()
  private readonly inTurn = createKeyedMutex()

  constructor(private readonly options: DiskRoomOptions) {}

  /** Throws `not_yet` when the disk lacks the bytes even after the eviction of all that nobody works on. */
  async reserve(bytes: number): Promise<Reservation> {
    return this.inTurn('disk', async () => {
      const { dir, reserveBytes } = this.options
      if (!(await this.makeRoom(bytes + reserveBytes))) {
        const free = await this.freeBytes()
        const message = `${dir} has ${free} bytes free beside those promised to other downloads`
        throw notYet(`${message}; this one needs ${bytes}, and ${reserveBytes} must stay free`, diskWaitMs)
      }
      const reservation: Reservation = {
        update: (remainingBytes) => void this.reservations.set(reservation, Math.max(0, remainingBytes)),
        end: () => void this.reservations.delete(reservation),
      }
      reservation.update(bytes)
      return reservation
    })
  }

  /** Evicts what is needed for that. */
  async hasRoom(): Promise<boolean> {
    return this.inTurn('disk', () => this.makeRoom(this.options.reserveBytes + 1))
  }

  async freeBytes(): Promise<number> {
    const { dir, freeBytes = freeBytesOf } = this.options
    return (await freeBytes(dir)) - this.promisedBytes()
  }

  promisedBytes(): number {
    let sum = 0
    for (const bytes of this.reservations.values()) sum += bytes
    return sum
  }

  private async makeRoom(bytes: number): Promise<boolean> {
    while ((await this.freeBytes()) < bytes) if (!(await this.options.evict())) return false
    return true
  }
}

async function freeBytesOf(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir)
  return bavail * bsize
}
