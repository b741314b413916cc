import type { JsonShape } from './json-shape'

export const clientShape = {
  id: 'string',
  name: 'string',
  displayName: 'string',
  description: 'string',
  mode: 'active | shadow',
  profiles: ['string'],
  incomingFolders: [{ folderId: 'string', 'profileId?': 'string' }],
  'reportsFolderId?': 'string',
  'defaultProfile?': 'string',
  verdictOn: 'source_and_report | source | none',
  commentOn: 'none | problems | all',
  report: { 'language?': 'string', 'timeZone?': 'string', 'contact?': 'string' },
  effective: { 'profileId?': 'string', from: 'static | override', 'problem?': 'string' },
} satisfies JsonShape

export const profileShape = {
  id: 'string',
  version: 'string',
  title: 'string',
  description: 'string',
  media: ['string'],
  extensions: ['string'],
  maxBytes: 'number',
  checks: ['object'],
  'platform?': 'object',
  'programme?': 'object',
  'commentOn?': 'none | problems | all',
} satisfies JsonShape

/** For a version of a file, or for a client's profile. Times are ISO 8601, UTC. */
export const waiverShape = {
  'id?': 'string',
  clientId: 'string',
  'fileId?': 'string',
  'versionId?': 'string',
  'profileId?': 'string',
  check: 'string',
  'finding?': 'string',
  'message?': 'string',
  'containing?': 'string',
  reason: 'string',
  by: 'string',
  'at?': 'string',
  'until?': 'string',
} satisfies JsonShape

/** As Temporal's visibility shows a run. Times are ISO 8601, UTC. */
export const runShape = {
  workflowId: 'string',
  runId: 'string',
  state: 'string',
  client: 'string',
  profile: 'string',
  file: 'string',
  step: 'string',
  errorType: 'string',
  verdict: 'string',
  'score?': 'number',
  startedAt: 'string',
  'closedAt?': 'string',
  'unreadable?': { reason: 'string', whatToDo: 'string' },
} satisfies JsonShape
