import { defineSignal, setHandler } from '@temporalio/workflow'

import { handlerNames, type Upload } from './contract'
import type { Wakes } from './wakes'

const maxKept = 20

/**
 * The deliveries of Box that this run received. Box was told "yes" to each, so each has to be answered before
 * the run ends, by a look at Box that begins after it came. Made at the very start of a run.
 */
export class Arrivals {
  private readonly own: Upload
  private readonly kept: Upload[]
  private hasUnanswered = true

  constructor(upload: Upload, carried: Upload[], wakes: Wakes) {
    this.own = upload
    this.kept = [...carried]
    setHandler(
      defineSignal<[unknown?]>(handlerNames.arrived),
      (arrival) => {
        wakes.mark()
        this.hasUnanswered = true
        if (this.isOfThisVersion(arrival)) this.keep(arrival)
      },
      { description: 'Box delivered this upload again. Sent by the gateway.' },
    )
  }

  get areAnswered(): boolean {
    return !this.hasUnanswered
  }

  get all(): Upload[] {
    return this.kept
  }

  /** Called right before a look at Box. */
  markAnswered(): void {
    this.hasUnanswered = false
  }

  /** The newest delivery for this folder that is not the one this run began with. */
  newestIn(incomingFolderId: string): Upload | undefined {
    const { own } = this
    const isNews = (arrival: Upload) =>
      arrival.incomingFolderId !== own.incomingFolderId ||
      Date.parse(arrival.eventTime) > Date.parse(own.eventTime)
    return this.kept
      .filter((arrival) => arrival.incomingFolderId === incomingFolderId && isNews(arrival))
      .sort((one, other) => Date.parse(one.eventTime) - Date.parse(other.eventTime))
      .at(-1)
  }

  private keep(arrival: Upload) {
    if (this.isOwn(arrival) || this.kept.some((one) => isSameEvent(one, arrival))) return
    this.kept.push(arrival)
    if (this.kept.length > maxKept) this.kept.shift()
  }

  private isOwn(arrival: Upload): boolean {
    return isSameEvent(arrival, this.own)
  }

  /** A person can send this signal with any input. */
  private isOfThisVersion(arrival: unknown): arrival is Upload {
    if (typeof arrival !== 'object' || arrival === null) return false
    const { clientId, fileId, versionId } = this.own
    const wanted = { clientId, fileId, versionId }
    const isSame = Object.entries(wanted).every(([key, value]) => Reflect.get(arrival, key) === value)
    return isSame && !Number.isNaN(Date.parse(String(Reflect.get(arrival, 'eventTime'))))
  }
}

function isSameEvent(one: Upload, other: Upload): boolean {
  return one.eventTime === other.eventTime && one.incomingFolderId === other.incomingFolderId
}
