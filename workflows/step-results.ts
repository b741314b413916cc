import type { Rejection, Verdict } from '../quality-control/report'

export interface Downloaded {
  /** The task queue of the host that holds the bytes. */
  hostQueue: string
  /** By Box's metadata alone: nothing was downloaded. */
  rejection?: Rejection
  /** This version needs no run: nothing was downloaded. Only at the first download of a run. */
  notNeeded?: NotNeeded
}

export interface NotNeeded {
  outcome: 'duplicate' | 'abandoned'
  note: string
  /** The file left its INCOMING. It may be in another one, whose delivery this run has taken. */
  isMissing?: boolean
}

/** Where the source is now, seen from all INCOMING folders of its client. */
export type FoundSource =
  | { location: 'incoming'; incomingFolderId: string; versionId: string }
  | { location: 'processed'; name: string }
  | { location: 'gone' }

/** Proof that the report is up. The move takes it as an argument: the history says "report first". */
export interface ReportReceipt {
  reportFileId: string
  reportVersionId: string
  reportName: string
  folderId: string
  /** A newer version of the source stood in Box when the report was filed; the report says so. */
  newerVersion?: NewerVersion
  /** The source as it was in INCOMING just before; absent when it was elsewhere or had a newer version. */
  source?: SeenSource
  /** For people who look at the source in Box; absent when the client does not want it. */
  notice?: FileNotice
  /** To the uploader, after the move; absent when the client does not want one. */
  comment?: string
}

/** A source in INCOMING, with what its move keeps. */
export interface SeenSource {
  etag: string
  name: string
  seenAt: string
  description?: string
  tags?: string[]
  /** Who put it there. */
  uploader?: { id: string; name: string }
}

/** The verdict as people read it beside a file in Box: a tag, and the first line of the description. */
export interface FileNotice {
  verdict: Verdict
  line: string
}

/** What is needed to start the newer version's own run. */
export interface NewerVersion {
  versionId: string
  sha1: string
  sizeBytes: number
  name: string
  /** When Box took the version in, ISO 8601. */
  createdAt: string
}

export interface MoveResult {
  /** `elsewhere`: in `_PROCESSED` under a session that is not ours, so another installation moved it. */
  location: 'moved' | 'alreadyThere' | 'elsewhere' | 'left'
  /** The name in `_PROCESSED`, when it is there. */
  name?: string
  folderId?: string
  newerVersion?: NewerVersion
}
