import type { CheckStatus, Severity, Verdict } from '../report'

/** Icon and words for each verdict: never by colour alone. */
export const verdictWords: Record<Verdict, { icon: string; word: string; sentence: string }> = {
  pass: { icon: '✓', word: 'Pass', sentence: 'This asset is ready to use.' },
  review: {
    icon: '!',
    word: 'Review',
    sentence: 'Nothing forbids its use, but somebody should look at it first.',
  },
  fail: { icon: '✕', word: 'Fail', sentence: 'This asset needs changes before it is used.' },
  error: {
    icon: '?',
    word: 'Not judged',
    sentence:
      'A required check could not run, so there is no score yet. We have been told and will check it again.',
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
  info: 'note',
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
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}, ${date.toISOString().slice(11, 19)} UTC`
}
