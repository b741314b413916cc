import { type Upload, workflowIdFor } from './contract'

/**
 * Plain typed search attributes: what `typedSearchAttributes` of a client's start and of a child's start both
 * take.
 */
export type AttributePair =
  | { key: { name: string; type: 'KEYWORD' }; value: string }
  | { key: { name: string; type: 'DOUBLE' }; value: number }

export interface StartOptions {
  workflowId: string
  workflowIdReusePolicy: 'ALLOW_DUPLICATE' | 'ALLOW_DUPLICATE_FAILED_ONLY'
  typedSearchAttributes: AttributePair[]
  staticSummary: string
  staticDetails: string
  memo: { session: string; file: string; origin: string; folder: string }
  priority: { fairnessKey: string }
}

/**
 * The options of a run's start, the same for the gateway, the sweep, a rerun and the run of an older version.
 * The caller adds the task queue and the input.
 *
 * `hideFileNames` leaves QcFile out: search attributes are never encrypted, and a name can identify a person.
 */
export function startOptionsFor(upload: Upload, { hideFileNames }: { hideFileNames: boolean }): StartOptions {
  return {
    workflowId: workflowIdFor(upload),
    // A run looks at Box first, and does nothing for a version that was done. In shadow mode Box cannot tell.
    workflowIdReusePolicy: upload.mode === 'shadow' ? 'ALLOW_DUPLICATE_FAILED_ONLY' : 'ALLOW_DUPLICATE',
    typedSearchAttributes: attributesOf(upload, hideFileNames),
    staticSummary: singleLine(`${upload.clientId}: ${upload.name}`, summaryBytes),
    staticDetails: detailsOf(upload),
    memo: {
      session: upload.session,
      file: upload.name,
      origin: upload.origin,
      folder: upload.incomingFolderId,
    },
    priority: { fairnessKey: shorten(upload.clientId, fairnessKeyBytes) },
  }
}

/** A text on one line; Temporal refuses a summary over 400 bytes. */
export function singleLine(text: string, maximumBytes = summaryBytes): string {
  return shorten(printable(text.replace(/\s+/gu, ' ').trim()), maximumBytes)
}

/**
 * At most `maximumBytes` of JSON in UTF-8, as Temporal counts; an ellipsis at the end of what was cut; never
 * half a character.
 */
export function shorten(text: string, maximumBytes: number): string {
  if (byteLength(text) <= maximumBytes) return text
  const kept: string[] = []
  let bytes = byteLength('…')
  for (const character of text) {
    bytes += byteLength(character)
    if (bytes > maximumBytes) break
    kept.push(character)
  }
  return `${kept.join('')}…`
}

const summaryBytes = 380
const fairnessKeyBytes = 64
/** PostgreSQL keeps a Keyword in 255 characters. */
const keywordCharacters = 255

function attributesOf(upload: Upload, hideFileNames: boolean): AttributePair[] {
  const values: Record<string, string> = {
    QcClient: upload.clientId,
    QcProfile: upload.profileId,
    QcFileId: upload.fileId,
    QcState: 'running',
    ...(hideFileNames ? {} : { QcFile: upload.name }),
  }
  return Object.entries(values).map(([name, value]) => keyword(name, value))
}

/** One Keyword search attribute, cut to what every visibility store takes. */
export function keyword(name: string, value: string): AttributePair {
  return {
    key: { name, type: 'KEYWORD' },
    value: Array.from(printable(value)).slice(0, keywordCharacters).join(''),
  }
}

/** Removes a Keyword search attribute from a run. */
export function cleared(name: string): { key: { name: string; type: 'KEYWORD' }; value: null } {
  return { key: { name, type: 'KEYWORD' }, value: null }
}

/**
 * Names come from outside: PostgreSQL refuses NUL and half characters, and nobody should read letters turned
 * around.
 */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
}

function detailsOf(upload: Upload): string {
  const rows = [
    ['Client', upload.clientId],
    ['Profile', upload.profileId],
    ['Session', upload.session],
    ['Box file', `${upload.fileId}, version ${upload.versionId}`],
    ['INCOMING folder', upload.incomingFolderId],
    ['Started by', upload.origin],
    ['Mode', upload.mode],
  ]
  return rows.map(([label, value]) => `- **${label}**: ${value}`).join('\n')
}

function byteLength(text: string): number {
  let bytes = 0
  for (const character of JSON.stringify(text).slice(1, -1)) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
