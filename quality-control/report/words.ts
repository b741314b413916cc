import type { CheckStatus, Severity, Verdict } from '../report'

/** Icon and words for each verdict, so that colour is never needed. */
export const verdictWords: Record<Verdict, { icon: string; word: string; sentence: string }> = {
  pass: { icon: '✓', word: 'Pass', sentence: 'This asset meets the requirements of its profile.' },
  review: {
    icon: '!',
    word: 'Review',
    sentence: 'A person should look at the findings before this asset is used.',
  },
  fail: { icon: '✕', word: 'Fail', sentence: 'This asset must be corrected before it is used.' },
  error: {
    icon: '?',
    word: 'Not checked',
    sentence:
      'A required check could not run, so there is no score yet. The operators were notified and will retry.',
  },
}

export const statusWords: Record<CheckStatus, { icon: string; word: string }> = {
  pass: { icon: '✓', word: 'Passed' },
  warn: { icon: '!', word: 'Warning' },
  fail: { icon: '✕', word: 'Failed' },
  not_applicable: { icon: '–', word: 'Does not apply' },
  errored: { icon: '?', word: 'Could not run' },
}

export const severityWords: Record<Severity, string> = {
  blocker: 'blocker',
  major: 'major',
  minor: 'minor',
  info: 'info',
}

/** `1:02.48` for 62.48 s. */
export function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return `${minutes}:${(seconds - minutes * 60).toFixed(2).padStart(5, '0')}`
}

/** `24 November 2026, 09:30:00 UTC`. */
export function moment(iso: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  const months =
    'January February March April May June July August September October November December'.split(' ')
  const day = `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`
  return `${day}, ${date.toISOString().slice(11, 19)} UTC`
}
