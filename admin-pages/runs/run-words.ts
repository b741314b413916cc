import { html, type Html } from '../../quality-control/report/html'
import type { RunSummary } from '../../runs/find-run'

const stateWords: Record<string, string> = {
  needs_attention: 'needs attention',
  running: 'running',
  done: 'done',
  continued_as_new: 'continued',
  timed_out: 'timed out',
}

export function statePill(state: string): Html {
  return html`<span class="pill ${state}">${stateWords[state] ?? state}</span>`
}

const verdictWords: Record<string, string> = {
  pass: '✓ Pass',
  review: '! Review',
  fail: '✕ Fail',
  error: '? Not checked',
}

export function verdictPill(verdict: string): Html | undefined {
  return verdict === ''
    ? undefined
    : html`<span class="pill ${verdict}">${verdictWords[verdict] ?? verdict}</span>`
}

/** `errorTypes` of the contract as a headline. */
const causeWords: Record<string, string> = {
  access_lost: 'Box no longer lets us into INCOMING',
  permission_denied: 'The service account may not write',
  reports_folder: 'The REPORTS folder is missing',
  report_name_taken: 'A file has the name of the report',
  processed_is_file: '_PROCESSED is a file, not a folder',
  configuration: 'The configuration of the client is wrong',
  content_mismatch: 'The download does not match the file in Box',
  box_auth: 'Box does not accept our credentials',
  verdict_error: 'A required check could not run',
  box_quota: 'The storage in Box is used up',
  box_policy: 'A security policy of Box forbids it',
  previews_gone: 'Previews disappeared from the worker host',
  box_refused: 'Box refused the call',
  retries_exhausted: 'All attempts failed',
}

export function causeTitle(errorType: string): string {
  return causeWords[errorType] ?? (errorType.replaceAll('_', ' ') || 'Unknown cause')
}

export function runPath({ workflowId }: Pick<RunSummary, 'workflowId'>): string {
  return `/run?id=${encodeURIComponent(workflowId)}`
}
